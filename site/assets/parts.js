// Components of figures: each is reached by keys, leads to what is known of it, and has an address of its own.
(function () {
  "use strict";
  var archgen = window.archgen, SVG = "http://www.w3.org/2000/svg";

  function isPart(group) { return Boolean(group.querySelector(":scope > rect.box")); }

  archgen.figureOf = function (group) {
    var dialog = group.closest("dialog.zoom"), figure = group.closest("figure[data-figure]");
    return dialog ? dialog.dataset.figure : figure ? figure.dataset.figure : "";
  };

  // What is told of a component of this figure alone, or of all that draw it.
  archgen.told = function (group) {
    var id = group.dataset.part, alone = document.getElementById("component--" + archgen.figureOf(group) + "--" + id);
    return alone || document.getElementById("component--" + id);
  };

  archgen.nameOf = function (group) {
    var known = archgen.told(group);
    if (known) return known.querySelector(".part-name").textContent;
    return Array.from(group.querySelectorAll("text.title")).map(function (text) { return text.textContent; }).join(" ");
  };

  // One stop of the tab key for a figure; arrows lead from component to component.
  archgen.reachable = function (svg) {
    var groups = Array.from(svg.querySelectorAll("g[data-part]")).filter(isPart);
    if (groups.length) svg.setAttribute("role", "group");
    groups.forEach(function (group, place) {
      group.setAttribute("role", "button");
      group.setAttribute("aria-haspopup", "dialog");
      group.setAttribute("aria-label", archgen.nameOf(group));
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
  archgen.stop = function (group) {
    group.ownerSVGElement.querySelectorAll("g[role=button]").forEach(function (one) {
      one.setAttribute("tabindex", one === group ? "0" : "-1");
    });
  };

  function focus(group) {
    archgen.stop(group);
    group.focus({ preventScroll: true });
    group.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  // A ring around what is spoken of: seen without colours too.
  archgen.ring = function (group, sort) {
    var box = (group.querySelector(":scope > rect") || group).getBBox(), ring = document.createElementNS(SVG, "rect");
    var place = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8, rx: 11, class: "part-ring " + sort };
    Object.keys(place).forEach(function (name) { ring.setAttribute(name, place[name]); });
    group.append(ring);
  };

  archgen.unring = function (within, sort) {
    within.querySelectorAll(".part-ring." + sort).forEach(function (ring) { ring.remove(); });
  };

  archgen.light = function (group) {
    archgen.unring(document, "lit");
    if (group) archgen.ring(group, "lit");
  };

  function tell(group) {
    archgen.need("panel").then(function () { archgen.tell(group); });
  }

  function partAt(event) {
    return event.target.closest && event.target.closest("g[role=button][data-part]");
  }

  document.addEventListener("click", function (event) {
    var group = partAt(event);
    if (group) tell(group);
  });

  document.addEventListener("keydown", function (event) {
    var group = partAt(event);
    if (!group || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") tell(group);
    else if (!step(group, event.key)) return;
    event.preventDefault();
  });

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
    archgen.light(found);
    if (found.getAttribute("role") === "button") focus(found);
  }

  archgen.figures.forEach(function (one) { archgen.reachable(one.svg); });
  window.addEventListener("hashchange", arrive);
  if (document.readyState === "complete") arrive();
  else window.addEventListener("load", arrive);
})();
