// Figures of a page: tools below each, and what these need when they are used first.
(function () {
  "use strict";
  var archgen = window.archgen = window.archgen || {};
  var root = document.documentElement, fetched = {};
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

  function fetchOnce(name, tag, properties) {
    fetched[name] = fetched[name] || new Promise(function (done, failed) {
      var given = { onload: done, onerror: function () { failed(new Error(name + " is not there")); } };
      document.head.append(make(tag, Object.assign(given, properties)));
    });
    return fetched[name];
  }

  // What is not needed to read is fetched when it is asked for first, as a script, so that it works from a disk too.
  archgen.need = function (name) {
    var assets = root.dataset.root + "assets/";
    return Promise.all([
      fetchOnce(name, "script", { src: assets + name + ".js" }),
      fetchOnce("style", "link", { rel: "stylesheet", href: assets + "opened.css" })
    ]);
  };

  // A figure without what the page added: names of places, marks, and what the reader lit.
  archgen.plain = function (svg) {
    var copy = svg.cloneNode(true);
    copy.querySelectorAll(".part-ring, .hop-dot, style.own").forEach(function (one) { one.remove(); });
    copy.querySelectorAll("g").forEach(function (one) {
      Array.from(one.attributes).forEach(function (held) {
        if (held.name.slice(0, 5) !== "data-") one.removeAttribute(held.name);
      });
    });
    copy.removeAttribute("style");
    copy.removeAttribute("data-theme");
    copy.classList.remove("stepped");
    return copy;
  };

  // A figure shown a second time: it has no places of its own.
  archgen.again = function (one, stage) {
    var svg = archgen.plain(one.svg);
    svg.querySelectorAll("[id]").forEach(function (named) { named.removeAttribute("id"); });
    svg.removeAttribute("aria-labelledby");
    svg.removeAttribute("aria-describedby");
    svg.setAttribute("aria-label", one.title);
    stage.setAttribute("role", "group");
    stage.setAttribute("aria-label", one.title);
    stage.append(svg);
    return svg;
  };

  function open(one, from) {
    archgen.need("full").then(function () { archgen.open(one, from); });
  }

  // What is in the list of further tools is made when it is opened.
  function more(one, svg) {
    var summary = make("summary", { title: "More" }), details = make("details", { className: "figure-more" }, [summary]);
    summary.innerHTML = button("", null, "more").innerHTML;
    summary.setAttribute("aria-label", "More for this figure");
    details.addEventListener("toggle", function () {
      archgen.need("picture").then(function () { archgen.fill(details, one, svg); });
    }, { once: true });
    return details;
  }

  archgen.copyLink = function (anchor) {
    return archgen.copy(window.location.href.split("#")[0] + "#" + encodeURIComponent(anchor)).then(function () {
      return "Link copied";
    });
  };

  archgen.tools = function (one, stage, svg, natural, fitted) {
    var rate = make("button", { type: "button", className: "figure-rate", textContent: "100%", title: "As it was" });
    var view = archgen.viewer(stage, svg, natural, function (scale) { rate.textContent = Math.round(scale * 100) + "%"; });
    rate.setAttribute("aria-label", "As it was");
    rate.onclick = function () { view.set(fitted ? fitted() : 1); };
    view.reset = rate.onclick;
    var row = make("div", { className: "figure-tools" }, [
      button("Smaller", view.smaller, "smaller"), rate, button("Larger", view.larger, "larger")
    ]);
    return { view: view, row: row, more: more(one, svg) };
  };

  function prepare(figure) {
    var frame = figure.querySelector(".figure-frame"), svg = frame && frame.querySelector("svg[class^=figure-]");
    if (!svg || !svg.querySelector("style")) return;
    var link = frame.querySelector(".figure-link"), caption = figure.querySelector("figcaption");
    var file = link || (caption && caption.querySelector('a[href$=".svg"]'));
    var one = { figure: figure, frame: frame, svg: svg, name: figure.dataset.figure || "figure", file: file ? file.href : "" };
    one.title = svg.querySelector("title").textContent;
    if (link) link.replaceWith(svg);
    else if (file) file.remove();
    var made = archgen.tools(one, frame, svg, 0);
    one.view = made.view;
    frame.classList.add("figure-stage");
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", one.title);
    made.row.append(button("In full", function () { open(one, this); }, "full"), made.more);
    if (!caption) figure.append(caption = make("figcaption"));
    caption.prepend(made.row);
    frame.addEventListener("click", function (event) {
      var other = event.target.closest("a, [role=button]") || figure.classList.contains("figure-stepped");
      if (!other && one.view.scale() === 1) open(one, frame);
    });
    archgen.figures.push(one);
    begin(frame, svg);
  }

  // Of a figure that is wider than the page, what stands at its top is seen first.
  function begin(frame, svg) {
    if (frame.scrollWidth <= frame.clientWidth + 1) return;
    var boxes = Array.from(svg.querySelectorAll("g[data-part] > rect.box, rect.question")).map(function (box) { return box.getBoundingClientRect(); });
    var seen = frame.getBoundingClientRect(), top = boxes.reduce(function (best, box) {
      return !best || box.top < best.top - 1 || (box.top < best.top + 1 && box.left < best.left) ? box : best;
    }, null);
    if (top && top.right > seen.right) frame.scrollLeft = top.left + top.width / 2 - seen.left - frame.clientWidth / 2;
  }

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

  // Above the figure of a walkthrough stands what follows it step by step.
  function follow(template) {
    var one = archgen.figures.find(function (figure) { return figure.name === template.dataset.walk; });
    if (!one || !template.content.querySelector("li")) return;
    var start = button("Step through", function () { one.follow(""); });
    one.steps = make("div", { className: "steps" }, [start]);
    one.follow = function (number) {
      archgen.need("steps").then(function () { archgen.follow(one, template, start, number); });
    };
    start.className = "steps-start";
    one.figure.before(one.steps);
  }

  // What tells of a component leads to the first step that passes it.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[data-walk]");
    var one = link && archgen.figures.find(function (figure) { return figure.name === link.dataset.walk; });
    if (!one || !one.follow) return;
    event.preventDefault();
    one.follow(link.dataset.at);
  });

  document.querySelectorAll("figure.figure").forEach(prepare);
  document.querySelectorAll("template.hops").forEach(follow);
})();
