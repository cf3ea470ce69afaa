// A block copied from a spreadsheet spreads over the cells of the grid from the one that has the focus.
"use strict";
for (const table of document.querySelectorAll("[data-kisi]")) {
  const rows = () => [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("input, select")]);
  table.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text");
    if (!/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    const grid = rows();
    const top = grid.findIndex((row) => row.includes(event.target));
    const left = grid[top].indexOf(event.target);
    text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach((line, down) => {
      line.split("\t").forEach((value, right) => {
        const cell = grid[top + down]?.[left + right];
        if (cell && !cell.disabled) cell.value = value.trim();
      });
    });
  });
  table.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.target.tagName !== "INPUT") return;
    const grid = rows();
    const at = grid.findIndex((row) => row.includes(event.target));
    const next = grid[at + step]?.[grid[at].indexOf(event.target)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
}
