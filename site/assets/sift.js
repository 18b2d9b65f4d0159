// A long list is sifted by what is typed; numbers by whether sources differ, too.
(function () {
  "use strict";
  var place = document.getElementById("page--sift");
  if (!place) return;
  var rows = Array.from(document.querySelectorAll(".number, .sifted .entries li, .problem")).map(function (row) {
    // The name in the address is looked for too: the pattern "Signed webhook" has webhook-signature.
    var name = row.tagName === "LI" ? row.querySelector("a").getAttribute("href") : row.dataset.words || "";
    return { row: row, text: (row.textContent + " " + name).toLowerCase(), differs: "differs" in row.dataset };
  });
  var box = document.createElement("form");
  var text = Object.assign(document.createElement("input"), { type: "search", spellcheck: false, autocomplete: "off" });
  var only = Object.assign(document.createElement("input"), { type: "checkbox" });
  var told = document.createElement("output");

  function label(said, input, before) {
    var made = document.createElement("label");
    made.append.apply(made, before ? [said, input] : [input, said]);
    return made;
  }

  function sift() {
    var words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (one) {
      var kept = (!only.checked || one.differs) && words.every(function (word) { return one.text.includes(word); });
      one.row.hidden = !kept;
      if (kept) count += 1;
    });
    document.querySelectorAll(".sifted").forEach(function (group) {
      group.hidden = !group.querySelector(".number:not([hidden]), li:not([hidden]), .problem:not([hidden])");
    });
    told.textContent = words.length || only.checked ? count + " of " + rows.length : "";
  }

  box.className = "sift";
  box.append(label("Look for ", text, true));
  if (rows.some(function (one) { return one.differs; })) box.append(label(" Only where sources differ", only, false));
  box.append(told);
  box.addEventListener("input", sift);
  box.addEventListener("submit", function (event) { event.preventDefault(); });
  // Who follows a link to something sees it, whatever was sifted.
  window.addEventListener("hashchange", function () {
    var there = document.getElementById(window.location.hash.slice(1));
    if (there && there.closest("[hidden]")) {
      text.value = "";
      only.checked = false;
      sift();
      there.scrollIntoView();
    }
  });
  place.replaceWith(box);
})();
