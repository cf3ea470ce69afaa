"use strict";
// Puts the reference of a figure where the cursor is in the text, and lets the preview follow.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-rujukan]");
  const text = document.getElementById("id_teks");
  if (!button || !text) return;
  text.setRangeText(button.dataset.rujukan, text.selectionStart, text.selectionEnd, "end");
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
});
