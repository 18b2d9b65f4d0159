// Components of figures: each is reached by keys, shows what is known of it, and has an address of its own.
(function () {
  "use strict";
  var archgen = window.archgen = window.archgen || {};
  var make = archgen.make, SVG = "http://www.w3.org/2000/svg";
  var panel, from;

  function isPart(group) { return Boolean(group.querySelector(":scope > rect.box")); }

  function told(id) { return document.getElementById("component--" + id); }

  function nameOf(group) {
    var known = told(group.dataset.part);
    if (known) return known.querySelector(".part-name").textContent;
    return Array.from(group.querySelectorAll("text.title")).map(function (text) { return text.textContent; }).join(" ");
  }

  // One stop of the tab key for a figure; arrows lead from component to component.
  archgen.reachable = function (svg) {
    var groups = Array.from(svg.querySelectorAll("g[data-part]")).filter(isPart);
    if (groups.length) svg.setAttribute("role", "group");
    groups.forEach(function (group, place) {
      group.setAttribute("role", "button");
      group.setAttribute("aria-haspopup", "dialog");
      group.setAttribute("aria-label", nameOf(group));
      group.setAttribute("tabindex", place ? "-1" : "0");
    });
  };

  function step(group, key) {
    var all = Array.from(group.ownerSVGElement.querySelectorAll("g[role=button]")), here = all.indexOf(group);
    var ways = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 };
    if (!(key in ways)) return false;
    focus(all[(ways[key] + all.length) % all.length]);
    return true;
  }

  // Where the tab key comes to next time.
  function stop(group) {
    group.ownerSVGElement.querySelectorAll("g[role=button]").forEach(function (one) {
      one.setAttribute("tabindex", one === group ? "0" : "-1");
    });
  }

  function focus(group) {
    stop(group);
    group.focus({ preventScroll: true });
    group.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  // A ring around what is spoken of: seen without colours too.
  archgen.ring = function (group, sort) {
    var box = (group.querySelector(":scope > rect") || group).getBBox(), ring = document.createElementNS(SVG, "rect");
    var place = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8, rx: 11, class: "ring " + sort };
    Object.keys(place).forEach(function (name) { ring.setAttribute(name, place[name]); });
    group.append(ring);
  };

  archgen.unring = function (within, sort) {
    within.querySelectorAll(".ring." + sort).forEach(function (ring) { ring.remove(); });
  };

  function light(group) {
    archgen.unring(document, "lit");
    if (group) archgen.ring(group, "lit");
  }

  function figureOf(group) {
    var dialog = group.closest("dialog.zoom"), figure = group.closest("figure[data-figure]");
    return dialog ? dialog.dataset.figure : figure ? figure.dataset.figure : "";
  }

  function content(group) {
    var known = told(group.dataset.part), body = make("div", { className: "panel-body" });
    if (!known) return body;
    var copy = known.cloneNode(true);
    copy.querySelectorAll(".part-name, .part-ways").forEach(function (one) { one.remove(); });
    copy.querySelectorAll("h4").forEach(function (one) {
      one.replaceWith(make("h3", { textContent: one.textContent, className: "panel-heading" }));
    });
    body.append.apply(body, copy.childNodes);
    body.append(make("p", { className: "part-ways" }, [
      make("a", { href: "#" + known.id, textContent: "In the list of all components" })
    ]));
    return body;
  }

  // Beside what it tells of: on the other side of the window, or on a narrow one at its other end.
  function place(group) {
    var box = group.getBoundingClientRect();
    panel.classList.toggle("panel-left", box.left + box.width / 2 > window.innerWidth / 2);
    panel.classList.toggle("panel-top", box.top + box.height / 2 > window.innerHeight / 2);
  }

  function close(back) {
    if (!panel) return;
    panel.remove();
    panel = null;
    light(null);
    from.removeAttribute("aria-expanded");
    if (back) from.focus({ preventScroll: true });
  }

  function open(group) {
    close(false);
    from = group;
    var anchor = "figure--" + figureOf(group) + "--" + group.dataset.part;
    var heading = make("h2", { textContent: nameOf(group), id: "page--panel", tabIndex: -1 });
    var copied = archgen.button("Copy link", function () { archgen.copyLink(anchor).then(archgen.say); });
    copied.className = "panel-copy";
    panel = make("div", { className: "panel prose" }, [
      make("div", { className: "panel-head" }, [heading, copied, archgen.button("Close", function () { close(true); }, "close")]),
      content(group)
    ]);
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-labelledby", heading.id);
    panel.addEventListener("click", function (event) {
      var full = group.closest("dialog.zoom");
      if (!event.target.closest("a")) return;
      close(false);
      if (full) full.close();
    });
    (group.closest("dialog.zoom") || document.body).append(panel);
    group.setAttribute("aria-expanded", "true");
    place(group);
    light(group);
    stop(group);
    heading.focus({ preventScroll: true });
  }

  document.addEventListener("click", function (event) {
    var group = event.target.closest && event.target.closest("g[role=button][data-part]");
    if (group) open(group);
    else if (panel && !panel.contains(event.target)) close(false);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && panel) {
      event.preventDefault();
      event.stopPropagation();
      return close(true);
    }
    var group = event.target.closest && event.target.closest("g[role=button][data-part]");
    if (!group || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") open(group);
    else if (!step(group, event.key)) return;
    event.preventDefault();
  }, true);

  // What stands behind the # of the address; nothing where that is garbled.
  function hashed() {
    try {
      return decodeURIComponent(window.location.hash.slice(1));
    } catch (garbled) {
      return "";
    }
  }

  // The address of a page may name a component of a figure, or one in the list.
  function arrive() {
    var id = hashed(), found = id && document.getElementById(id);
    if (!found) return;
    var all = found.closest("details");
    if (all) all.open = true;
    if (found.tagName !== "g") return all ? found.scrollIntoView() : undefined;
    found.scrollIntoView({ block: "center", inline: "center" });
    light(found);
    if (found.getAttribute("role") === "button") focus(found);
  }

  archgen.figures.forEach(function (one) { archgen.reachable(one.svg); });
  window.addEventListener("hashchange", arrive);
  if (document.readyState === "complete") arrive();
  else window.addEventListener("load", arrive);
})();
