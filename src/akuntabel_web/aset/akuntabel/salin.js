// Copy buttons. Without this file the text can be selected by hand; the button stays hidden.
"use strict";
for (const button of document.querySelectorAll("[data-salin]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.salin);
    const told = button.parentElement.querySelector("[role=status]");
    source.select();
    try {
      await navigator.clipboard.writeText(source.value);
      told.textContent = "Tersalin.";
    } catch {
      told.textContent = "Teks sudah dipilih; salin dengan Ctrl+C.";
    }
  });
}
