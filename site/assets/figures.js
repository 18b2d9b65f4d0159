// Figures of a page: tools below each, one that fills the window, its own theme, and what is to be taken along.
(function () {
  "use strict";
  var archgen = window.archgen = window.archgen || {};
  var root = document.documentElement, dark = window.matchMedia("(prefers-color-scheme: dark)");
  var ICONS = {
    smaller: "M5 12h14",
    larger: "M5 12h14M12 5v14",
    full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
    more: "M5 12h.01M12 12h.01M19 12h.01",
    close: "M6 6l12 12M18 6L6 18"
  };
  archgen.figures = [];

  archgen.make = function (tag, properties, children) {
    var made = Object.assign(document.createElement(tag), properties || {});
    made.append.apply(made, children || []);
    return made;
  };
  var make = archgen.make;

  function button(text, act, icon) {
    var made = make("button", { type: "button", textContent: icon ? "" : text, onclick: act });
    if (icon) {
      made.title = text;
      made.setAttribute("aria-label", text);
      made.innerHTML = '<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2" ' +
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="' + ICONS[icon] + '"/></svg>';
    }
    return made;
  }
  archgen.button = button;

  archgen.say = function (text) {
    var place = document.querySelector("dialog.zoom [role=status]") || document.getElementById("page--said");
    if (!place) document.body.append(place = make("p", { id: "page--said", className: "said", role: "status" }));
    place.textContent = "";
    window.setTimeout(function () { place.textContent = text; }, 50);
    window.clearTimeout(archgen.saying);
    archgen.saying = window.setTimeout(function () { place.textContent = ""; }, 2400);
  };

  function themeOf(svg) {
    return svg.dataset.theme || root.dataset.theme || (dark.matches ? "dark" : "light");
  }

  // Paper is light, so this holds for screens alone.
  function dress(svg, theme) {
    var own = svg.querySelector("style.own") || document.createElementNS(svg.namespaceURI, "style");
    own.setAttribute("class", "own");
    own.textContent = "@media screen{" + archgen.rulesOf(svg, theme) + "}";
    svg.dataset.theme = theme;
    svg.append(own);
    var worn = getComputedStyle(svg);
    svg.style.setProperty("--lit", worn.getPropertyValue("--ink"));
    svg.parentElement.style.setProperty("--own-ground", worn.getPropertyValue("--ground"));
  }

  function more(one, svg) {
    var panel = make("div"), summary = make("summary", { title: "More" });
    var details = make("details", { className: "figure-more" }, [summary, panel]);
    function item(text, act) {
      var made = button(text, function () { act(made); });
      panel.append(made);
    }
    function said(promise) {
      details.open = false;
      summary.focus();
      promise.then(archgen.say, function () { archgen.say("That did not work here"); });
    }
    summary.innerHTML = button("", null, "more").innerHTML;
    summary.setAttribute("aria-label", "More for this figure");
    if (archgen.rulesOf(svg, "dark")) {
      item("Light or dark", function () { dress(svg, themeOf(svg) === "dark" ? "light" : "dark"); });
    }
    item("Copy as SVG", function () {
      said(archgen.asSvg(svg, "").then(archgen.copy).then(function () { return "Copied"; }));
    });
    item("Copy as PNG", function () { said(archgen.takePng(svg, themeOf(svg), one.name)); });
    item("Save as PNG", function () {
      said(archgen.asPng(svg, themeOf(svg)).then(function (blob) {
        archgen.save(blob, one.name + ".png");
        return "Saved";
      }));
    });
    item("Copy link", function () { said(archgen.copyLink("figure-" + one.name)); });
    if (one.file) panel.append(make("a", { href: one.file, textContent: "Open the file" }));
    return details;
  }

  archgen.copyLink = function (anchor) {
    return archgen.copy(window.location.href.split("#")[0] + "#" + encodeURIComponent(anchor)).then(function () {
      return "Link copied";
    });
  };

  function tools(one, stage, svg, natural, fitted) {
    var rate = make("button", { type: "button", className: "figure-rate", textContent: "100%", title: "As it was" });
    var view = archgen.viewer(stage, svg, natural, function (scale) { rate.textContent = Math.round(scale * 100) + "%"; });
    rate.setAttribute("aria-label", "As it was");
    rate.onclick = function () { view.set(fitted ? fitted() : 1); };
    view.reset = rate.onclick;
    var row = make("div", { className: "figure-tools" }, [
      button("Smaller", view.smaller, "smaller"), rate, button("Larger", view.larger, "larger")
    ]);
    return { view: view, row: row };
  }

  function prepare(figure) {
    var frame = figure.querySelector(".figure-frame"), svg = frame && frame.querySelector("svg[class^=figure-]");
    if (!svg || !svg.querySelector("style")) return;
    var link = frame.querySelector(".figure-link"), caption = figure.querySelector("figcaption");
    var file = link || (caption && caption.querySelector('a[href$=".svg"]'));
    var one = { figure: figure, frame: frame, svg: svg, name: figure.dataset.figure || "figure", file: file ? file.href : "" };
    one.title = svg.querySelector("title").textContent;
    if (link) link.replaceWith(svg);
    else if (file) file.remove();
    var made = tools(one, frame, svg, 0);
    one.view = made.view;
    frame.classList.add("figure-stage");
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", one.title);
    made.row.append(button("In full", function () { archgen.open(one, this); }, "full"), more(one, svg));
    if (!caption) figure.append(caption = make("figcaption"));
    caption.prepend(made.row);
    frame.addEventListener("click", function (event) {
      var other = event.target.closest("a, [role=button]") || figure.classList.contains("figure-stepped");
      if (!other && one.view.scale() === 1) archgen.open(one, frame);
    });
    archgen.figures.push(one);
  }

  // Within a dialog the key for the next thing leads from the last to the first.
  function trap(dialog, event) {
    var all = Array.from(dialog.querySelectorAll("button, a[href], summary, [tabindex='0']")).filter(function (one) {
      return one.getClientRects().length;
    });
    var ends = event.shiftKey ? [all[0], all[all.length - 1]] : [all[all.length - 1], all[0]];
    if (event.key !== "Tab" || document.activeElement !== ends[0]) return;
    event.preventDefault();
    ends[1].focus();
  }

  archgen.open = function (one, from) {
    var svg = archgen.plain(one.svg), stage = make("div", { className: "zoom-stage figure-stage", tabIndex: 0 });
    var dialog = make("dialog", { className: "zoom" }, [stage]), box = one.svg.viewBox.baseVal;
    function fitted() {
      return Math.max(0.25, Math.min(2, (stage.clientWidth - 32) / box.width, (stage.clientHeight - 32) / box.height));
    }
    svg.querySelectorAll("[id]").forEach(function (named) { named.removeAttribute("id"); });
    svg.removeAttribute("aria-labelledby");
    svg.removeAttribute("aria-describedby");
    svg.setAttribute("aria-label", one.title);
    dialog.dataset.figure = one.name;
    dialog.setAttribute("aria-label", one.title);
    stage.setAttribute("role", "group");
    stage.setAttribute("aria-label", one.title);
    stage.append(svg);
    var made = tools(one, stage, svg, box.width, fitted);
    if (document.fullscreenEnabled) {
      made.row.append(button("Full screen", function () {
        if (document.fullscreenElement) document.exitFullscreen();
        else root.requestFullscreen();
      }, "full"));
    }
    made.row.append(more(one, svg), button("Close", function () { dialog.close(); }, "close"));
    dialog.prepend(make("div", { className: "zoom-top" }, [make("p", { className: "zoom-title", textContent: one.title }), made.row]));
    dialog.append(make("p", { className: "said", role: "status" }));
    dialog.addEventListener("keydown", function (event) { trap(dialog, event); });
    dialog.addEventListener("click", function (event) {
      var link = event.target.closest('a[href^="#figure-"]');
      if (link) dialog.close();
    });
    dialog.addEventListener("close", function () {
      dialog.remove();
      if (document.fullscreenElement) document.exitFullscreen();
      from.focus({ preventScroll: true });
    });
    document.body.append(dialog);
    dialog.showModal();
    if (one.svg.dataset.theme) dress(svg, one.svg.dataset.theme);
    made.view.set(fitted());
    stage.focus();
    if (archgen.reachable) archgen.reachable(svg);
    return dialog;
  };

  // A list of tools closes when the reader turns to something else.
  document.addEventListener("click", function (event) {
    document.querySelectorAll(".figure-more[open]").forEach(function (one) {
      if (!one.contains(event.target)) one.open = false;
    });
  });
  document.addEventListener("keydown", function (event) {
    var open = event.key === "Escape" && document.querySelector(".figure-more[open]");
    if (!open) return;
    event.preventDefault();
    event.stopPropagation();
    open.open = false;
    open.querySelector("summary").focus();
  }, true);

  document.querySelectorAll("figure.figure").forEach(prepare);
})();
