// Keys that lead about the site. They are told by "?", never taken while somebody types, and can be switched off.
(function () {
  "use strict";
  var KEPT = "archgen-keys";
  var SECTIONS = { guide: "g", problems: "b", designs: "d", patterns: "p", trees: "t", rules: "r", numbers: "n" };
  var root = document.documentElement.dataset.root;
  var waiting = 0;

  function on() {
    try {
      return window.localStorage.getItem(KEPT) !== "off";
    } catch (refused) {
      return !document.documentElement.classList.contains("keys-off");
    }
  }

  function turn(wanted) {
    document.documentElement.classList.toggle("keys-off", !wanted);
    try {
      window.localStorage.setItem(KEPT, wanted ? "on" : "off");
    } catch (refused) {
      // It then counts for this page alone.
    }
  }

  function link(relation) {
    var found = document.querySelector('.turn [rel="' + relation + '"]');
    return found && found.href;
  }

  // The sections that this site has, by the second key: [key, name, address].
  function sections() {
    var ways = [["h", "Home", root + "index.html"]];
    document.querySelectorAll(".menu a").forEach(function (way) {
      var parts = way.getAttribute("href").split("/");
      var key = SECTIONS[parts[parts.length - 2]] || (/^index\.html$/.test(way.getAttribute("href")) && SECTIONS[document.body.className.replace(/^.*section-/, "")]);
      if (key) ways.push([key, way.textContent.trim(), way.href]);
    });
    return ways;
  }

  function visit(address) {
    if (address) window.location.href = address;
    return Boolean(address);
  }

  var acts = {
    "/": function () { return search(); },
    "?": function () { help(); return true; },
    j: function () { return visit(link("next")); },
    k: function () { return visit(link("prev")); },
    t: function () { document.querySelector(".theme").click(); return true; },
    g: function () { waiting = Date.now(); return true; }
  };

  function search() {
    var input = document.getElementById("page--search");
    input.focus();
    input.select();
    return true;
  }

  function pressed(event) {
    var typing = event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing || event.defaultPrevented || event.isComposing || event.repeat || document.querySelector("dialog[open]")) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "k" && !event.altKey && !event.shiftKey) {
      search();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !on()) return;
    var second = Date.now() - waiting < 1200;
    waiting = 0;
    var way = second && sections().find(function (one) { return one[0] === event.key; });
    var done = way ? visit(way[2]) : Object.prototype.hasOwnProperty.call(acts, event.key) && acts[event.key]();
    if (done) event.preventDefault();
  }

  function row(keys, text) {
    var line = document.createElement("div");
    var name = document.createElement("dt");
    keys.forEach(function (key) { name.append(Object.assign(document.createElement("kbd"), { textContent: key }), " "); });
    line.append(name, Object.assign(document.createElement("dd"), { textContent: text }));
    return line;
  }

  function help() {
    var dialog = document.createElement("dialog");
    var title = Object.assign(document.createElement("h2"), { id: "keys--title", textContent: "Keyboard shortcuts" });
    var list = document.createElement("dl");
    var choice = document.createElement("label");
    var box = Object.assign(document.createElement("input"), { type: "checkbox", checked: on() });
    var shut = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
    var before = document.activeElement;
    dialog.className = "keys";
    dialog.setAttribute("aria-labelledby", title.id);
    list.append(row(["/"], "Search, as Ctrl K does"), row(["?"], "This list"), row(["t"], "Light or dark"));
    if (link("next") || link("prev")) list.append(row(["j"], "Next page"), row(["k"], "Page before"));
    sections().forEach(function (way) { list.append(row(["g", way[0]], way[1])); });
    if (document.body.classList.contains("section-trees")) list.append(row(["←", "→"], "Among the answers"), row(["Backspace"], "Back to the question before"));
    list.append(row(["Esc"], "Close what is open"));
    box.addEventListener("change", function () { turn(box.checked); });
    choice.append(box, " Keys without Ctrl are on");
    shut.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", function () {
      dialog.remove();
      if (before && before.focus) before.focus();
    });
    dialog.append(title, list, choice, shut);
    document.body.append(dialog);
    dialog.showModal();
  }

  document.documentElement.classList.toggle("keys-off", !on());
  document.addEventListener("keydown", pressed);
  // On a phone the menu is one line that scrolls.
  var here = document.querySelector(".menu [aria-current]");
  if (here) here.parentElement.scrollLeft = here.offsetLeft - 60;
  var footer = document.querySelector(".bottom");
  if (footer && window.HTMLDialogElement) {
    var opener = Object.assign(document.createElement("button"), { type: "button", className: "keys-open", textContent: "Keyboard shortcuts" });
    opener.addEventListener("click", help);
    footer.append(opener);
  }
})();
