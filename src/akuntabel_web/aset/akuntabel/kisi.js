// A block copied from a spreadsheet spreads over the cells of the grid from the one that has the focus.
"use strict";
for (const table of document.querySelectorAll("[data-kisi]")) {
  // By column, so that a block stays in its columns where a row has a place with nothing to enter (null).
  const rows = () =>
    [...table.tBodies[0].rows].map((row) => [...row.cells].slice(1).map((cell) => cell.querySelector("input, select")));
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
    const column = grid[at].indexOf(event.target);
    const onward = step > 0 ? grid.slice(at + 1) : grid.slice(0, at).reverse();
    const next = onward.map((row) => row[column]).find((cell) => cell);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
}
