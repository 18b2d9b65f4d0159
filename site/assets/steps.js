// Walkthroughs, step by step: the step is lit in its own figure and in one of the components that it passes between.
(function () {
  "use strict";
  var archgen = window.archgen;
  var make = archgen.make, button = archgen.button, SVG = "http://www.w3.org/2000/svg", PAUSE = 3000, begins = {};

  function caseOf(number) { return number.replace(/\.?\d+$/, ""); }

  // The course of a case, or of the whole: the case itself, then its steps.
  function course(hops, within) {
    return hops.filter(function (hop) {
      return hop.case ? hop.number === within : caseOf(hop.number) === within;
    });
  }

  function read(template) {
    return Array.from(template.content.querySelectorAll("li")).map(function (item) {
      return Object.assign({ item: item, case: "", view: "" }, item.dataset, { ends: "ends" in item.dataset });
    });
  }

  function stepper(sequence, template, start) {
    var hops = read(template), list = course(hops, ""), at = 0, timer = 0, shown = null, view = null;
    var said = make("div", { className: "steps-said" }), ways = make("div", { className: "steps-ways" });
    var pane = make("div", { className: "steps-view" }), count = make("span", { className: "steps-count" });
    var previous = button("Previous", function () { move(-1); }), next = button("Next", function () { move(1); });
    var play = button("Play", function () { timer ? stop() : run(); });
    var end = button("Done", function () { finish(); });
    var bar = make("div", { className: "steps-bar" }, [previous, play, next, count, end]);
    var open = make("div", { className: "steps-open", hidden: true }, [bar, said, ways, pane]);
    var whole = sequence.steps;
    said.setAttribute("aria-live", "polite");
    open.setAttribute("role", "group");
    open.setAttribute("aria-label", template.dataset.name + ", step by step");

    function show(name) {
      if (shown === name) return;
      var one = archgen.figures.find(function (figure) { return figure.name === name; });
      pane.replaceChildren();
      shown = name;
      view = null;
      pane.hidden = !one;
      if (!one) return;
      var stage = make("div", { className: "steps-stage figure-stage", tabIndex: 0 }), svg = archgen.again(one, stage);
      pane.append(stage);
      view = { svg: svg, stage: stage, viewer: archgen.viewer(stage, svg, svg.getBoundingClientRect().width || one.svg.viewBox.baseVal.width) };
      view.viewer.set(1);
    }

    function lit(svg, elements, ends) {
      svg.classList.add("stepped");
      svg.querySelectorAll(".hop, .hop-end").forEach(function (one) { one.classList.remove("hop", "hop-end"); });
      svg.querySelectorAll(".hop-dot").forEach(function (one) { one.remove(); });
      archgen.unring(svg, "hop-ring");
      elements.forEach(function (one) { one.classList.add("hop"); });
      ends.forEach(function (one) {
        one.classList.add("hop-end");
        if (one.querySelector(":scope > rect")) archgen.ring(one, "hop-ring");
      });
    }

    function held(svg, name, values) {
      return Array.from(svg.querySelectorAll("g[data-" + name + "]")).filter(function (one) {
        return values.indexOf(one.dataset[name]) >= 0;
      });
    }

    // What a line shares with others: it is drawn once, for all of them.
    function shared(svg, line) {
      return Array.from(svg.querySelectorAll("g[data-bundle]")).filter(function (one) {
        return one.dataset.bundle.split("|").indexOf(line) >= 0;
      });
    }

    // The whole way of a line: its own path, and those that go on where it ends or end where it begins.
    function courseOf(path, groups) {
      var way = path.getAttribute("d"), rest = groups.map(function (one) { return one.querySelector("path").getAttribute("d"); });
      function first(one) { return /^M([^A-Z]*)/.exec(one)[1].trim(); }
      function last(one) { return /([^A-Z]*)$/.exec(one)[1].trim(); }
      for (var count = rest.length; count; count--) rest = rest.filter(function (one) {
        if (first(one) === last(way)) way += one.replace("M", "L");
        else if (last(one) === first(way)) way = one + way.replace("M", "L");
        else return true;
        return false;
      });
      return way;
    }

    // What passes, on its way.
    function send(lines, groups, back) {
      var path = lines.length && lines[0].querySelector("path");
      if (!path || archgen.calm()) return;
      var dot = document.createElementNS(SVG, "circle"), motion = document.createElementNS(SVG, "animateMotion");
      var way = { dur: "1.4s", repeatCount: "indefinite", path: courseOf(path, groups), calcMode: "linear" };
      if (back) Object.assign(way, { keyPoints: "1;0", keyTimes: "0;1" });
      Object.keys(way).forEach(function (name) { motion.setAttribute(name, way[name]); });
      dot.setAttribute("r", "6");
      dot.setAttribute("class", "hop-dot");
      dot.append(motion);
      lines[0].append(dot);
    }

    function tell(hop) {
      var number = make("span", { className: "steps-number", textContent: hop.number });
      var words = make("p", {}, [number, " "]);
      words.append.apply(words, Array.from(hop.item.cloneNode(true).childNodes));
      said.className = "steps-said" + (hop.case === "failure" ? " steps-failure" : "");
      said.replaceChildren(words);
    }

    // Other cases of this step, and the way back from one.
    function offer(hop) {
      var within = hop.case ? hop.number : caseOf(hop.number);
      ways.replaceChildren();
      hops.forEach(function (one) {
        if (one.case && !hop.case && one.number.replace(/[a-z]+$/, "") === hop.number) {
          var way = button("Instead: " + one.item.textContent.trim(), function () { enter(one.number, 0); });
          way.className = one.case === "failure" ? "steps-case steps-case-failure" : "steps-case";
          ways.append(way);
        }
      });
      if (within) ways.append(button("Back to step " + within.replace(/[a-z]+$/, ""), function () { leave(within, 0); }));
      ways.hidden = !ways.childNodes.length;
    }

    function enter(within, place) {
      list = course(hops, within);
      go(place < 0 ? list.length - 1 : place);
      if (document.activeElement === document.body) next.focus({ preventScroll: true });
    }

    // From a case to the step that it is of, or the one after that.
    function leave(within, further) {
      var of = within.replace(/[a-z]+$/, ""), outer = course(hops, caseOf(of));
      list = outer;
      go(outer.findIndex(function (hop) { return hop.number === of; }) + further);
      if (document.activeElement === document.body) next.focus({ preventScroll: true });
    }

    function innermost() { return list[0].case ? list[0].number : ""; }

    // Whether there is something after the last step of this course: what follows on a case that does not end it all.
    function after() {
      var within = innermost();
      if (!within || list[0].ends) return false;
      var of = within.replace(/[a-z]+$/, ""), outer = course(hops, caseOf(of));
      return outer[outer.length - 1].number !== of;
    }

    function last() { return at === list.length - 1 && !after(); }

    // Not switched off, so that it keeps the focus.
    function able(one, yes) { one.setAttribute("aria-disabled", String(!yes)); }

    function go(place) {
      at = place;
      var hop = list[at], of = hop.case ? hops.find(function (one) { return one.number === hop.number.replace(/[a-z]+$/, ""); }) : hop;
      tell(hop);
      offer(hop);
      count.textContent = innermost() ? "Case " + innermost() : "Step " + (at + 1) + " of " + list.length;
      able(previous, at || innermost());
      able(next, !last());
      lit(sequence.svg, held(sequence.svg, "step", [of.number]), held(sequence.svg, "part", [of.source, of.target]));
      reveal(held(sequence.svg, "step", [of.number])[0]);
      show(of.view || shown || "");
      if (!view) return;
      var lines = held(view.svg, "line", [of.line]), ends = held(view.svg, "part", [of.source, of.target]);
      var groups = shared(view.svg, of.line);
      lit(view.svg, lines.concat(groups), ends);
      view.viewer.show(lines.concat(groups, ends.map(function (one) { return one.querySelector("rect.box") || one; })));
      send(lines, groups, "back" in of);
    }

    function visit(number) {
      list = course(hops, caseOf(number));
      go(list.findIndex(function (hop) { return hop.number === number; }));
    }

    // Within its own frame; the page stays where it is.
    function reveal(row) {
      if (!row) return;
      var frame = sequence.frame.getBoundingClientRect(), box = row.getBoundingClientRect();
      sequence.frame.scrollBy({
        left: box.left < frame.left || box.right > frame.right ? box.left + box.width / 2 - frame.left - frame.width / 2 : 0,
        top: box.top + box.height / 2 - frame.top - frame.height / 2,
        behavior: archgen.calm() ? "auto" : "smooth"
      });
    }

    function move(by) {
      if (at + by < 0) return innermost() ? leave(innermost(), 0) : undefined;
      if (at + by < list.length) go(at + by);
      else if (after()) leave(innermost(), 1);
      else stop();
    }

    function run() {
      play.textContent = "Pause";
      if (last()) go(0);
      timer = window.setInterval(function () { last() ? stop() : move(1); }, PAUSE);
    }

    function stop() {
      window.clearInterval(timer);
      timer = 0;
      play.textContent = "Play";
    }

    function begin(number) {
      start.hidden = true;
      open.hidden = false;
      sequence.figure.classList.add("figure-stepped");
      visit(number || hops[0].number);
      next.focus({ preventScroll: true });
      whole.scrollIntoView({ block: "start" });
    }

    function finish() {
      stop();
      open.hidden = true;
      start.hidden = false;
      sequence.figure.classList.remove("figure-stepped");
      show("");
      lit(sequence.svg, [], []);
      sequence.svg.classList.remove("stepped");
      start.focus({ preventScroll: true });
    }

    open.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(".figure-stage")) return;
      if (event.key === "ArrowRight") move(1);
      else if (event.key === "ArrowLeft") move(-1);
      else if (event.key === "Home") go(0);
      else if (event.key === "End") go(list.length - 1);
      else if (event.key === "Escape") finish();
      else return;
      event.preventDefault();
    });
    // A step that is clicked on in its figure is the next to be shown.
    sequence.svg.addEventListener("click", function (event) {
      var row = event.target.closest("g[data-step]");
      if (!row || open.hidden) return;
      visit(row.dataset.step);
    });
    whole.append(open);
    return begin;
  }

  archgen.follow = function (sequence, template, start, number) {
    begins[sequence.name] = begins[sequence.name] || stepper(sequence, template, start);
    begins[sequence.name](number);
  };
})();
