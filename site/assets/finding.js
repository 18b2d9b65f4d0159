// What the search finds for what is typed. It is fetched with the index when somebody begins to search.
(function () {
  "use strict";
  var root = document.documentElement.dataset.root;
  var box = document.querySelector(".search");
  var input = document.getElementById("page--search");
  var list = document.getElementById("page--results");
  var frame = list.parentElement;
  var nothing = frame.querySelector(".nothing");
  var status = document.createElement("p");
  // So many of a sort are shown, and so many in all.
  var OF_EACH = 5, SHOWN = 16, WEAK = 2;
  // What is asked with, and not for.
  var SMALL = /^(an?|and|are|at|by|can|do|does|for|from|how|i|in|is|it|my|of|on|or|should|the|to|vs|what|when|which|with)$/;
  var TITLE = 0, PATH = 1, SORT = 2, CODE = 3, LEAD = 4, WORDS = 5, WITHIN = 6;
  var rows = null, vocabulary = null, selected = -1;

  function split(text) { return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean); }

  // The index with its texts in small letters, and every word of titles once, for what is mistyped.
  function read() {
    var known = new Set();
    rows = window.archgenIndex.map(function (row) {
      var title = row[TITLE].toLowerCase();
      split(title + " " + (row[WORDS] || "") + " " + row[CODE]).forEach(function (word) { if (word.length > 3) known.add(word); });
      return {
        row: row, title: title, begun: " " + split(title).join(" "), code: (row[CODE] || "").toLowerCase(),
        path: row[PATH].toLowerCase(), words: " " + split(row[WORDS] || "").join(" "), plain: " " + (row[WORDS] || "").toLowerCase() + " ",
        lead: " " + split((row[LEAD] || "") + " " + (row[WITHIN] || "") + " " + (row[SORT] || "")).join(" ")
      };
    });
    vocabulary = Array.from(known);
  }

  // How well a word fits a row: higher is better, 0 is not at all.
  function fit(one, word) {
    if (one.code === word || one.title === word) return 100;
    if (one.code && one.code.startsWith(word)) return 60;
    if (one.title.startsWith(word)) return 50;
    if (one.begun.includes(" " + word)) return 40;
    if (one.words.includes(" " + word) || one.plain.includes(" " + word + " ")) return 30;
    if (one.title.includes(word)) return 20;
    if (one.lead.includes(" " + word)) return 8;
    if (one.path.includes(word) || one.lead.includes(word)) return 4;
    return 0;
  }

  // Whether two words differ by no more than so many letters, left out, put in, changed or swapped.
  function near(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return false;
    var before = null, last = [], i, j;
    for (j = 0; j <= b.length; j++) last.push(j);
    for (i = 1; i <= a.length; i++) {
      var now = [i], least = i;
      for (j = 1; j <= b.length; j++) {
        var cost = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (before && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        now.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return false;
      before = last;
      last = now;
    }
    return last[b.length] <= most;
  }

  // What may have been meant by a word that nothing has.
  function meant(word) {
    if (word.length < 4 || rows.some(function (one) { return fit(one, word) >= 4; })) return [];
    var most = word.length < 8 ? 1 : 2;
    return vocabulary.filter(function (known) { return near(word, known, most); }).slice(0, 8);
  }

  // The words of a question that say something; all of them where none does.
  function telling(query) {
    var words = query.toLowerCase().split(/\s+/).filter(Boolean);
    var kept = words.filter(function (word) { return !SMALL.test(word); });
    return kept.length ? kept : words;
  }

  // The rows that have most of the words: all of them, where any row does.
  function matches(query) {
    var asked = query.toLowerCase();
    var words = telling(query).map(function (word) { return { word: word, meant: meant(word) }; });
    var found = [], most = 1;
    rows.forEach(function (one) {
      var total = 0, hits = 0;
      for (var part of words) {
        var best = fit(one, part.word);
        part.meant.forEach(function (word) { best = Math.max(best, fit(one, word) / 2); });
        if (best) hits += 1;
        total += best;
      }
      if (hits < most) return;
      most = hits;
      if (words.length > 1 && one.title.includes(asked)) total += 60;
      else if (words.length > 1 && one.words.includes(" " + split(asked).join(" "))) total += 25;
      // A page goes before its places.
      found.push({ row: one.row, hits: hits, score: total - (one.row[WITHIN] ? 2 : 0) });
    });
    found = found.filter(function (one) { return one.hits === most; });
    found.sort(function (a, b) { return b.score - a.score || a.row[TITLE].length - b.row[TITLE].length; });
    return grouped(found);
  }

  // By sort, the sort with the best first; of those that fit far worse than the best of their sort, few.
  function grouped(found) {
    var groups = new Map();
    var count = 0;
    found.forEach(function (one) {
      var sort = one.row[SORT] || "Site";
      if (!groups.has(sort)) groups.set(sort, { best: one.score, weak: 0, rows: [] });
      var group = groups.get(sort), weak = one.score < group.best / 3;
      if (group.rows.length >= OF_EACH || count >= SHOWN || (weak && group.weak >= WEAK)) return;
      if (weak) group.weak += 1;
      group.rows.push(one.row);
      count += 1;
    });
    return Array.from(groups, function (group) { return [group[0], group[1].rows]; }).filter(function (group) { return group[1].length; });
  }

  function marked(text, words) {
    var some = words.filter(function (word) { return word.length > 1; }).map(function (word) { return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); });
    if (!some.length) return [text];
    return text.split(new RegExp("(" + some.join("|") + ")", "giu")).map(function (part, place) {
      return place % 2 ? Object.assign(document.createElement("mark"), { textContent: part }) : part;
    });
  }

  function option(row, words) {
    var link = document.createElement("a");
    var title = document.createElement("strong");
    var lead = document.createElement("small");
    link.setAttribute("role", "option");
    link.href = root + row[PATH];
    link.tabIndex = -1;
    title.append.apply(title, marked((row[CODE] ? row[CODE] + " " : "") + row[TITLE], words));
    lead.textContent = [row[WITHIN], row[LEAD]].filter(Boolean).join(": ");
    link.append(title, lead);
    return link;
  }

  function section(group, place, words) {
    var made = document.createElement("div");
    var title = Object.assign(document.createElement("div"), { id: "results-" + place, className: "results-title", textContent: group[0] });
    made.setAttribute("role", "group");
    made.setAttribute("aria-labelledby", title.id);
    title.setAttribute("role", "presentation");
    made.append(title);
    group[1].forEach(function (row) { made.append(option(row, words)); });
    return made;
  }

  function close() {
    frame.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    status.textContent = "";
  }

  function options() { return list.querySelectorAll("[role=option]"); }

  function show() {
    var query = input.value.trim();
    if (!query || !window.archgenIndex) return close();
    if (!rows) read();
    var words = telling(query);
    var groups = matches(query);
    list.replaceChildren.apply(list, groups.map(function (group, place) { return section(group, place, words); }));
    nothing.textContent = groups.length ? "" : "Nothing found for “" + query + "”.";
    nothing.hidden = Boolean(groups.length);
    options().forEach(function (item, place) { item.id = "result-" + place; });
    list.hidden = !groups.length;
    frame.hidden = false;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", "true");
    status.textContent = groups.length ? options().length + " found" : "Nothing found";
    select(groups.length ? 0 : -1);
  }

  function select(place) {
    selected = place;
    if (place < 0) input.removeAttribute("aria-activedescendant");
    options().forEach(function (item, index) {
      item.setAttribute("aria-selected", String(index === place));
      if (index !== place) return;
      input.setAttribute("aria-activedescendant", item.id);
      (index ? item : item.parentElement).scrollIntoView({ block: "nearest" });
    });
  }

  function move(event) {
    var items = options();
    if (event.key === "Escape") {
      if (frame.hidden) input.blur();
      else close();
    } else if (event.key === "ArrowDown" && frame.hidden && input.value) show();
    else if (event.key === "ArrowDown" && items.length) select((selected + 1) % items.length);
    else if (event.key === "ArrowUp" && items.length) select((selected + items.length - 1) % items.length);
    else if (event.key === "Enter" && !frame.hidden && items[selected]) items[selected].click();
    else return;
    event.preventDefault();
  }

  status.className = "unseen";
  status.setAttribute("role", "status");
  box.append(status);
  input.addEventListener("input", show);
  input.addEventListener("keydown", move);
  list.addEventListener("click", function (event) {
    if (event.target.closest("[role=option]")) close();
  });
  document.addEventListener("click", function (event) {
    if (!box.contains(event.target)) close();
  });
  // What was typed meanwhile.
  if (window.archgenIndex) show();
  else document.getElementById("search-index").addEventListener("load", show);
})();
