"use strict";
(function () {
  var box = document.getElementById("akt-saring");
  var said = document.getElementById("akt-banyak");
  var list = document.getElementById("akt-daftar-temuan");
  if (!box || !list) return;
  var search = document.getElementById("akt-cari");
  var lists = Array.from(box.querySelectorAll("select"));
  var items = Array.from(list.children);
  var texts = items.map(function (item) { return item.textContent.toLowerCase(); });
  var badges = Array.from(document.querySelectorAll("a.ke-temuan"));

  box.hidden = false;
  if (window.matchMedia("(max-width: 63.99rem)").matches) box.open = false;

  function fits(item, n, words) {
    return lists.every(function (one) { return !one.value || item.getAttribute("data-" + one.dataset.saring) === one.value; }) &&
      words.every(function (word) { return texts[n].indexOf(word) >= 0; });
  }

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    items.forEach(function (item, n) {
      item.hidden = !fits(item, n, words);
      shown += item.hidden ? 0 : 1;
    });
    badges.forEach(function (badge) {
      var item = document.getElementById(badge.hash.slice(1));
      badge.hidden = Boolean(item && item.hidden);
    });
    said.textContent = shown === items.length ? shown + " temuan ditampilkan."
      : shown + " dari " + items.length + " temuan ditampilkan.";
  }

  function all() {
    lists.forEach(function (one) { one.value = ""; });
    search.value = "";
    filter();
  }

  lists.forEach(function (one) { one.addEventListener("change", filter); });
  search.addEventListener("input", filter);
  document.getElementById("akt-semua").addEventListener("click", all);
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.hidden) { all(); target.scrollIntoView(); }
    if (target.parentElement === list) target.focus({ preventScroll: true });
  });
  filter();
})();
