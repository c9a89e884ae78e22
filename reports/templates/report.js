"use strict";
// All of this is a help: without it, everything is on the page and every link leads somewhere.
const form = document.querySelector(".filter");
const sections = [...document.querySelectorAll(".chapter")];
const articles = sections.flatMap((section) => [...section.querySelectorAll("article")]);
const texts = new Map();

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();

function textOf(article) {
  if (!texts.has(article)) texts.set(article, plain(article.textContent));
  return texts.get(article);
}

function filter() {
  const { verdict, chapter, text } = Object.fromEntries(new FormData(form));
  const words = plain(text).trim();
  let shown = 0;
  for (const section of sections) {
    const isAsked = !chapter || section.getAttribute("aria-labelledby") === chapter;
    let isEmpty = true;
    for (const article of section.querySelectorAll("article")) {
      article.hidden = !(isAsked && (!verdict || article.dataset.verdict === verdict)
        && (!words || textOf(article).includes(words)));
      if (article.hidden) continue;
      isEmpty = false;
      shown += 1;
    }
    section.hidden = isEmpty;
  }
  form.querySelector("output").textContent = shown === articles.length
    ? "Tout est affiché." : `Affichés : ${shown} sur ${articles.length}.`;
}

function fold(isOpen) {
  for (const article of articles) {
    if (article.hidden) continue;
    for (const part of article.querySelectorAll(":scope > details")) part.open = isOpen;
  }
}

function show() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest("[hidden]")) {
    form.reset();
    filter();
  }
  for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) {
    part.open = true;
  }
  target.scrollIntoView();
}

form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.elements.unfold.addEventListener("click", () => fold(true));
form.elements.fold.addEventListener("click", () => fold(false));
addEventListener("hashchange", show);
filter();
show();
