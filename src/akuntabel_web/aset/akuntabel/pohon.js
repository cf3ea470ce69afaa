/* The tree of the plan as the ARIA tree pattern: without this file it is nested lists of links, and every action is a
   link or a button of its own. */
(() => {
  "use strict";
  const tree = document.getElementById("pohon");
  if (!tree) return;
  const form = document.getElementById("geser");
  const items = [...tree.querySelectorAll("a")];

  tree.setAttribute("role", "tree");
  tree.setAttribute("aria-labelledby", tree.dataset.nama);
  for (const list of tree.querySelectorAll("ul")) list.setAttribute("role", "group");
  for (const line of tree.querySelectorAll("li")) line.setAttribute("role", "none");
  for (const item of items) {
    item.setAttribute("role", "treeitem");
    const group = below(item);
    if (group) {
      item.setAttribute("aria-expanded", "true");
      item.setAttribute("aria-owns", group.id);
    }
    item.tabIndex = -1;
    item.setAttribute("aria-selected", String(item.hasAttribute("aria-current")));
    item.removeAttribute("aria-current");
  }
  const first = items.find((item) => item.getAttribute("aria-selected") === "true") || items[0];
  if (first) first.tabIndex = 0;
  for (const hint of document.querySelectorAll(".hanya-js")) hint.hidden = false;
  const named = items.find((item) => `#${item.id}` === location.hash);
  if (named) go(named);

  function below(item) {
    const next = item.nextElementSibling;
    return next && next.tagName === "UL" ? next : null;
  }

  function above(item) {
    const list = item.closest("ul");
    return list === tree ? null : list.previousElementSibling;
  }

  function open(item, wanted) {
    const group = below(item);
    if (!group) return;
    item.setAttribute("aria-expanded", String(wanted));
    group.hidden = !wanted;
  }

  function shown() {
    return items.filter((item) => item.offsetParent !== null);
  }

  function go(item) {
    if (!item) return;
    for (const other of items) other.tabIndex = -1;
    item.tabIndex = 0;
    item.focus();
  }

  function select(item) {
    for (const other of items) other.setAttribute("aria-selected", String(other === item));
    go(item);
  }

  function move(item, way) {
    if (!form || !item.dataset.geser) return;
    form.action = item.dataset.geser;
    form.elements.versi.value = item.dataset.versi;
    form.elements.arah.value = way;
    form.submit();
  }

  function follow(address) {
    if (address) location.assign(address);
  }

  function search(item, letter) {
    const seen = shown();
    const at = seen.indexOf(item);
    const round = [...seen.slice(at + 1), ...seen.slice(0, at + 1)];
    go(round.find((other) => other.textContent.trim().toLowerCase().startsWith(letter.toLowerCase())));
  }

  const keys = {
    ArrowDown: (item) => go(shown()[shown().indexOf(item) + 1]),
    ArrowUp: (item) => go(shown()[shown().indexOf(item) - 1]),
    ArrowRight: (item) => {
      if (item.getAttribute("aria-expanded") === "false") open(item, true);
      else if (below(item)) go(below(item).querySelector("a"));
    },
    ArrowLeft: (item) => {
      if (item.getAttribute("aria-expanded") === "true") open(item, false);
      else go(above(item));
    },
    Home: () => go(shown()[0]),
    End: () => go(shown().at(-1)),
    " ": (item) => item.click(),
    Insert: (item) => follow(item.dataset.tambah),
    F2: (item) => follow(item.dataset.ubah),
    Delete: (item) => follow(item.dataset.hapus),
    "*": (item) => {
      for (const line of item.parentElement.parentElement.children) open(line.firstElementChild, true);
    },
  };

  tree.addEventListener("keydown", (event) => {
    const item = event.target.closest("a");
    if (!item || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      move(item, event.key === "ArrowUp" ? "atas" : "bawah");
      return;
    }
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action(item);
    } else if (event.key.length === 1 && /\S/.test(event.key)) {
      event.preventDefault();
      search(item, event.key);
    }
  });

  // On a narrow screen the details stand below the tree: who opened a node is taken there.
  document.addEventListener("htmx:afterSwap", (event) => {
    const panel = event.target;
    if (panel.id !== "rincian" || panel.getBoundingClientRect().top < window.innerHeight * 0.7) return;
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ behavior: "instant" });
  });

  tree.addEventListener("click", (event) => {
    const item = event.target.closest("a");
    if (!item) return;
    // The mark in front of a branch folds it; anywhere else on the line opens the node.
    if (below(item) && event.detail && event.offsetX < 20 && event.target === item) {
      event.preventDefault();
      event.stopImmediatePropagation();
      open(item, item.getAttribute("aria-expanded") !== "true");
      go(item);
      return;
    }
    select(item);
  }, true);
})();
