// The board, read again every two seconds; the server answers with nothing where nothing changed.
{
  const body = document.getElementById("seats");
  const link = document.getElementById("board-link");
  const every = document.getElementById("every-seat");
  const boxes = () => [...body.querySelectorAll("input[name=seat]")];
  let tag = "";

  const show = html => {
    const ticked = new Set(boxes().filter(box => box.checked).map(box => box.value));
    const focused = body.contains(document.activeElement) ? document.activeElement : null;
    body.innerHTML = html;
    for (const box of boxes()) box.checked = ticked.has(box.value);
    if (focused) {
      const { value, href } = focused;
      const same = [...body.querySelectorAll("input, a")];
      same.find(item => (href ? item.href === href : item.value === value))?.focus();
    }
  };
  const read = async () => {
    try {
      const headers = tag ? { "If-None-Match": tag } : {};
      const answer = await fetch(body.dataset.source, { headers, cache: "no-store" });
      if (answer.status === 200) {
        tag = answer.headers.get("ETag") ?? "";
        show(await answer.text());
      }
      link.textContent = answer.ok || answer.status === 304 ? "" : "Le tableau n'est plus tenu à jour : rechargez la page.";
    } catch {
      link.textContent = "La classe ne répond plus. Nouvel essai dans deux secondes.";
    }
    setTimeout(read, 2000);
  };
  every.addEventListener("change", () => boxes().forEach(box => { box.checked = every.checked; }));
  setTimeout(read, 2000);
}
