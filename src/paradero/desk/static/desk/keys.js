// One key for one act. Every act is a link or a form's button on the page: without this script nothing is lost.
"use strict";

const rows = [...document.querySelectorAll("[data-walk] a.open")];

function walk(step) {
  const at = rows.indexOf(document.activeElement);
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
  if (rows[next]) rows[next].focus();
}

function writing(place) {
  return place.matches("textarea, select, input:not([type=hidden])");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && writing(event.target)) {
    event.target.blur();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat && !"jk".includes(event.key)) return;
  if (writing(event.target)) return;
  // By the key's place too, so that a Cyrillic layout needs no switching.
  const key = /^Key[A-Z]$/.test(event.code) && /[^\x00-\x7f]/.test(event.key) ? event.code[3].toLowerCase() : event.key;
  if (key === "j" || key === "k") {
    walk(key === "j" ? 1 : -1);
  } else {
    const act = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!act) return;
    if (writing(act)) act.focus();
    else act.click();
  }
  event.preventDefault();
});
