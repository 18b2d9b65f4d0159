// Search: the index is fetched as a script when it is first needed, so that it works from a disk too.
(function () {
  "use strict";
  var root = document.documentElement.dataset.root;
  var box = document.querySelector(".search");
  var input = document.getElementById("page--search");
  var list = document.getElementById("page--results");
  var SHOWN = 12;
  var selected = -1;

  function fetchIndex() {
    if (document.getElementById("search-index")) return;
    var script = document.createElement("script");
    script.id = "search-index";
    script.src = root + "assets/search-index.js";
    script.onload = show;
    document.head.appendChild(script);
  }

  // Higher is better, 0 is no match. A row is title, path, sort, code, lead.
  function score(row, words) {
    var title = row[0].toLowerCase();
    var code = row[3].toLowerCase();
    var texts = [title, code, row[1].toLowerCase(), row[2].toLowerCase(), row[4].toLowerCase()];
    var total = 0;
    for (var word of words) {
      var best = 0;
      if (code === word || title === word) best = 100;
      else if (code && code.startsWith(word)) best = 60;
      else if (title.startsWith(word)) best = 50;
      else if ((" " + title.replace(/[^\p{L}\p{N}]+/gu, " ")).includes(" " + word)) best = 40;
      else if (title.includes(word)) best = 25;
      else if (texts.some(function (text) { return text.includes(word); })) best = 5;
      if (!best) return 0;
      total += best;
    }
    return total;
  }

  function matches(query) {
    var words = query.toLowerCase().split(/\s+/).filter(Boolean);
    var found = (window.archgenIndex || []).map(function (row) { return [score(row, words), row]; });
    found = found.filter(function (pair) { return pair[0] > 0; });
    found.sort(function (a, b) { return b[0] - a[0] || a[1][0].length - b[1][0].length; });
    return found.slice(0, SHOWN).map(function (pair) { return pair[1]; });
  }

  function option(row, place) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    var title = document.createElement("strong");
    var lead = document.createElement("small");
    item.id = "result-" + place;
    item.setAttribute("role", "option");
    link.href = root + row[1];
    link.tabIndex = -1;
    title.textContent = (row[3] ? row[3] + " " : "") + row[0];
    lead.textContent = [row[2], row[4]].filter(Boolean).join(": ");
    link.append(title, lead);
    item.append(link);
    return item;
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function show() {
    var query = input.value.trim();
    if (!query || !window.archgenIndex) return close();
    var rows = matches(query);
    var nothing = document.createElement("li");
    nothing.className = "nothing";
    nothing.textContent = "Nothing found for “" + query + "”.";
    list.replaceChildren.apply(list, rows.length ? rows.map(option) : [nothing]);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    select(rows.length ? 0 : -1);
  }

  function select(place) {
    selected = place;
    list.querySelectorAll("[role=option]").forEach(function (item, index) {
      item.setAttribute("aria-selected", String(index === place));
      if (index === place) {
        input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    });
  }

  function move(event) {
    var items = list.querySelectorAll("[role=option]");
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" && items.length) select((selected + 1) % items.length);
    else if (event.key === "ArrowUp" && items.length) select((selected + items.length - 1) % items.length);
    else if (event.key === "Enter" && items[selected]) window.location.href = items[selected].firstChild.href;
    else return;
    event.preventDefault();
  }

  box.hidden = false;
  input.addEventListener("focus", fetchIndex);
  input.addEventListener("input", show);
  input.addEventListener("keydown", move);
  document.addEventListener("click", function (event) {
    if (!box.contains(event.target)) close();
  });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
  });
})();
