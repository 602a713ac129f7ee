// Progressive help only: every page works without it.
"use strict";

// "/" puts the cursor into the search box, as long as nothing is being typed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const box = document.querySelector("input[type=search], main input[name=q]");
  if (box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// A link with a fragment alone marks one piece of a passage by CSS; mark its other pieces too.
function markTarget() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return;
  for (const part of document.querySelectorAll("[data-passage]")) {
    part.classList.toggle("here", part.dataset.passage === id);
  }
}
if (location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))?.dataset.passage) markTarget();
addEventListener("hashchange", () => {
  if (document.getElementById(decodeURIComponent(location.hash.slice(1)))?.dataset.passage) markTarget();
});

// Choosing a filter searches at once; the button stays for those who type.
for (const select of document.querySelectorAll("form[data-submit-on-change] select")) {
  let byPointer = false;
  select.addEventListener("pointerdown", () => { byPointer = true; });
  select.addEventListener("keydown", () => { byPointer = false; });
  // Arrow keys fire "change" at every step: only a choice made by pointer is final.
  select.addEventListener("change", () => { if (byPointer) select.form.requestSubmit(); });
}

// On a phone the facts would push the text far down.
if (matchMedia("(max-width: 60rem)").matches) {
  for (const details of document.querySelectorAll("details[data-close-on-phone]")) details.open = false;
}
