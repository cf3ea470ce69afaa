"use strict";
(function () {
  var dialog = document.getElementById("akt-dialog");
  var contents = document.getElementById("akt-daftar");
  if (contents && window.matchMedia("(max-width: 63.99rem)").matches) contents.open = false;
  if (contents && "IntersectionObserver" in window) markCurrent();
  if (!dialog || !dialog.showModal) return;

  var title = document.getElementById("akt-dialog-judul");
  var body = document.getElementById("akt-dialog-isi");
  var back = document.getElementById("akt-dialog-kembali");
  var trail = [];

  function origin(hash) {
    var found = null;
    try { found = document.getElementById(decodeURIComponent(hash.slice(1))); } catch (e) { found = null; }
    return found && found.classList.contains("asal") ? found : null;
  }

  function show(hash) {
    var from = origin(hash);
    title.textContent = from.querySelector("h3").textContent;
    body.replaceChildren.apply(body, Array.from(from.children).slice(1).map(function (n) { return n.cloneNode(true); }));
    back.hidden = trail.length < 2;
    if (!dialog.open) dialog.showModal();
    title.focus();
    dialog.scrollTop = 0;
    history.replaceState(null, "", hash);
  }

  function open(hash) { trail.push(hash); show(hash); }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.angka, a.masukan");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !origin(link.hash)) return;
    event.preventDefault();
    open(link.hash);
  });
  back.addEventListener("click", function () { trail.pop(); show(trail[trail.length - 1]); });
  document.getElementById("akt-dialog-tutup").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", function () {
    trail = [];
    history.replaceState(null, "", location.pathname + location.search);
  });
  document.querySelectorAll("a.angka").forEach(function (link) { link.setAttribute("aria-haspopup", "dialog"); });
  window.addEventListener("hashchange", function () {
    if (origin(location.hash)) open(location.hash); else if (dialog.open) dialog.close();
  });
  if (origin(location.hash)) open(location.hash);

  function markCurrent() {
    var links = {};
    contents.querySelectorAll("a").forEach(function (link) { links[decodeURIComponent(link.hash.slice(1))] = link; });
    var current = null;
    var observer = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        if (current) current.removeAttribute("aria-current");
        current = links[entry.target.id];
        current.setAttribute("aria-current", "location");
      });
    }, { rootMargin: "0px 0px -75% 0px" });
    Object.keys(links).forEach(function (id) {
      var heading = document.getElementById(id);
      if (heading) observer.observe(heading);
    });
  }
})();
