
"use strict";
/* Hides the lines that do not hold what is sought. Texts are only read and compared, and put as text. */
(function () {
  const box = document.querySelector(".search");
  const field = document.getElementById("sought");
  const hits = document.getElementById("hits");
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const lines = Array.from(document.querySelectorAll("main > ul > li"), (line) => [line, plain(line.textContent)]);
  const lists = Array.from(document.querySelectorAll("main > ul"));
  let waiting = 0;
  const said = (found) => {
    const key = found === 0 ? "none" : found === 1 ? "one" : "many";
    return hits.dataset[key].replace("{count}", String(found));
  };
  const look = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const [line, text] of lines) {
      const holds = words.every((word) => text.includes(word));
      line.hidden = !holds;
      if (holds) { found += 1; }
    }
    for (const list of lists) {
      const empty = !list.querySelector("li:not([hidden])");
      list.hidden = empty;
      const heading = list.previousElementSibling;
      if (heading && heading.tagName === "H2") { heading.hidden = empty; }
    }
    clearTimeout(waiting);
    const text = words.length ? said(found) : hits.dataset.all.replace("{count}", String(lines.length));
    waiting = setTimeout(() => { if (hits.textContent !== text) { hits.textContent = text; } }, 250);
  };
  field.addEventListener("input", look);
  window.addEventListener("pageshow", look);
  box.hidden = false;
  look();
})();
