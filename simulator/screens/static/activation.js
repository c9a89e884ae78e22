// S09's two ways to the confirmation (U-50). In a block: the answer is written over this page, and
// its own copy of this script would find these names taken.
{
  // Only the new window's own request makes the space: where the browser blocks it, nothing is spent.
  const waiting = document.getElementById("confirmation-window");
  if (waiting && window.open("", waiting.target)) {
    document.getElementById("window-open").hidden = false;
    waiting.submit();
  } else if (waiting) {
    const advice = document.getElementById("window-blocked");
    advice.hidden = false;
    advice.focus();
  }

  // In the click: the answer is asked for, and written over this page, while the browser still
  // takes what a script does for the person's own act (five seconds, in Chromium and Firefox).
  // https://html.spec.whatwg.org/multipage/interaction.html#tracking-user-activation
  const validate = async event => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = new URLSearchParams(new FormData(form, event.submitter));
    try {
      // Not form.action: that is our own button of this name.
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body });
      const page = await answer.text();
      history.replaceState(null, "", answer.url);
      document.open();
      document.write(page);
      document.close();
    } catch {
      form.submit(); // the browser says what is wrong on the way to the server
    }
  };
  document.getElementById("opens-in-click")?.querySelector("form").addEventListener("submit", validate);
}
