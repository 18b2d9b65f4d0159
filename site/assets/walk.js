// A decision tree, walked one question at a time. What there is to ask is read from the page, which tells the whole tree anyway.
(function () {
  "use strict";
  var place = document.getElementById("tree--walk");
  var first = document.getElementById("question--1");
  if (!place || !first) return;

  var asks = {};
  document.querySelectorAll(".ask").forEach(function (element) { asks[element.dataset.question] = read(element); });
  // The lines of each way lead there without this script; with it, the same address walks the way.
  var ways = {};
  document.querySelectorAll(".way").forEach(function (way) {
    ways[way.id] = way;
    way.dataset.way = way.id;
    way.removeAttribute("id");
  });
  var shown = [];
  var standing = "";

  function read(element) {
    var list = element.querySelector(":scope > ul");
    return {
      number: element.dataset.question,
      text: element.querySelector(":scope > .ask-text > span:last-child").textContent,
      needs: Array.from(element.querySelectorAll(":scope > .ask-need")),
      answers: Array.from(list.children).map(function (item) {
        var below = item.querySelector(":scope > .ask");
        return {
          text: item.dataset.answer,
          slug: item.dataset.slug,
          next: item.dataset.again || (below && below.dataset.question) || "",
          end: item.querySelector(":scope > .ask-end")
        };
      })
    };
  }

  function make(tag, properties, children) {
    var element = Object.assign(document.createElement(tag), properties || {});
    element.append.apply(element, children || []);
    return element;
  }

  // The steps that these answers take, as far as they are answers: [{ask, answer}].
  function steps(answers) {
    var taken = [];
    var ask = asks["1"];
    answers.forEach(function (slug) {
      var answer = ask && ask.answers.find(function (one) { return one.slug === slug; });
      if (answer) taken.push({ ask: ask, answer: answer });
      ask = answer ? asks[answer.next] : null;
    });
    return taken;
  }

  function below(answer, found) {
    if (answer.end) found.push(answer.end);
    else asks[answer.next].answers.forEach(function (one) { below(one, found); });
    return found;
  }

  // What the way passed by, and the answer from which on nothing leads there.
  function refused(taken) {
    return taken.flatMap(function (step) {
      var still = below(step.answer, []).map(pattern);
      var seen = {};
      return step.ask.answers.flatMap(function (other) { return below(other, []); }).filter(function (end) {
        var first = still.indexOf(pattern(end)) < 0 && !seen[pattern(end)];
        seen[pattern(end)] = true;
        return first;
      }).map(function (end) { return { end: end, step: step }; });
    });
  }

  function pattern(end) { return end.dataset.pattern; }
  function named(end) { return end.firstElementChild.cloneNode(true); }

  function address(answers) { return "walk=" + answers.join("/"); }
  function stated() {
    var found = /^#walk=(.*)$/.exec(window.location.hash);
    if (!found) return null;
    return found[1].split("/").filter(Boolean);
  }

  // --- what is shown ---

  var status = make("p", { className: "unseen" });
  var way = make("ol", { className: "walk-way" });
  var stage = make("div", { className: "walk-stage" });
  status.setAttribute("role", "status");
  way.setAttribute("aria-label", "Your answers so far");
  var box = make("section", { className: "walk" }, [make("h2", { id: "walk--title", textContent: "Walk it" }), way, stage, status]);
  box.setAttribute("aria-labelledby", "walk--title");

  // Who answers the next question before the browser has told of the new address answers that one, and not the one before.
  function go(answers) {
    window.location.hash = address(answers);
    arrive();
  }

  function arrive() {
    var answers = stated() || (window.location.hash ? null : []);
    if (answers && address(answers) !== standing) show(answers, true);
  }

  function answered(taken) {
    return taken.map(function (step, index) {
      var back = make("button", { type: "button", textContent: "Change" });
      back.setAttribute("aria-label", "Change the answer to: " + step.ask.text);
      back.addEventListener("click", function () { go(slugs(taken.slice(0, index))); });
      return make("li", {}, [make("span", { className: "walk-asked", textContent: step.ask.text }), " ",
        make("strong", { textContent: step.answer.text }), " ", back]);
    });
  }

  function slugs(taken) { return taken.map(function (step) { return step.answer.slug; }); }

  function question(taken, ask) {
    var field = make("fieldset", {}, [make("legend", { textContent: ask.text })]);
    ask.answers.forEach(function (answer) {
      var choice = make("button", { type: "button", className: "walk-answer", textContent: answer.text });
      choice.addEventListener("click", function () { go(slugs(taken).concat(answer.slug)); });
      field.append(choice);
    });
    var needs = ask.needs.map(function (need) { return need.cloneNode(true); });
    return [field].concat(needs);
  }

  function ending(taken, end) {
    var title = make("h3", { className: "walk-chosen", tabIndex: -1 }, ["It comes to ", named(end)]);
    var because = make("p", { textContent: reason(end) });
    var passed = refused(taken);
    var parts = [title, because];
    if (passed.length) parts.push(make("h4", { textContent: "Refused" }), make("ul", {}, passed.map(function (one) {
      return make("li", {}, [named(one.end), ", since the answer to “" + one.step.ask.text + "” is " + one.step.answer.text]);
    })));
    var lines = ways[address(slugs(taken))];
    if (lines) {
      parts.push(make("h4", { textContent: "State it in a design" }));
      Array.from(lines.children).slice(1).forEach(function (child) { parts.push(child.cloneNode(true)); });
    }
    var link = make("button", { type: "button", textContent: "Copy a link to this way" });
    link.dataset.copy = window.location.href;
    parts.push(make("p", { className: "walk-more" }, [link]));
    return parts;
  }

  function reason(end) {
    var text = end.lastChild.textContent.replace(/^:\s*/, "");
    return text.charAt(0).toUpperCase() + text.slice(1) + ".";
  }

  function bar(taken) {
    var back = make("button", { type: "button", textContent: "Back" });
    var again = make("button", { type: "button", textContent: "Start over" });
    back.addEventListener("click", function () { go(slugs(taken.slice(0, -1))); });
    again.addEventListener("click", function () { go([]); });
    return make("p", { className: "walk-bar" }, taken.length ? [back, " ", again] : []);
  }

  function show(answers, moved) {
    standing = address(answers);
    shown = steps(answers);
    var last = shown[shown.length - 1];
    var end = last && last.answer.end;
    var ask = end ? null : last ? asks[last.answer.next] : asks["1"];
    way.replaceChildren.apply(way, answered(shown));
    way.hidden = !shown.length;
    stage.replaceChildren.apply(stage, (end ? ending(shown, end) : question(shown, ask)).concat(bar(shown)));
    box.classList.toggle("walk-done", Boolean(end));
    status.textContent = !moved ? "" : end ? "It comes to " + end.firstElementChild.textContent + ". " + reason(end)
      : "Question " + (shown.length + 1) + ": " + ask.text;
    if (moved) stage.querySelector(end ? ".walk-chosen" : ".walk-answer").focus({ preventScroll: true });
    if (figure) mark(shown, ask);
  }

  function keyed(event) {
    var choices = Array.from(stage.querySelectorAll(".walk-answer"));
    var here = choices.indexOf(document.activeElement);
    var step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step && here >= 0) choices[(here + step + choices.length) % choices.length].focus();
    else if (event.key === "Backspace" && shown.length) go(slugs(shown.slice(0, -1)));
    else return;
    event.preventDefault();
  }

  // --- the same in the figure: what was passed stands out, what is refused fades ---

  var figure = drawn(document.querySelector(".figure .figure-frame svg"));

  function plain(text) { return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase(); }

  function drawn(svg) {
    if (!svg) return null;
    var texts = Array.from(svg.querySelectorAll("text"));
    var boxes = Array.from(svg.querySelectorAll("rect.question, rect.answer, rect.card")).map(function (rect) {
      var held = texts.filter(function (text) { return within(rect, number(text, "x"), number(text, "y"), 0); });
      return { rect: rect, parts: [rect].concat(held), text: plain(held.map(function (text) { return text.textContent; }).join("")) };
    });
    var lines = [];
    Array.from(svg.querySelectorAll("path.arrow")).forEach(function (path) {
      var points = path.getAttribute("d").match(/-?[\d.]+/g).map(Number);
      var last = lines[lines.length - 1];
      var ends = [points.slice(0, 2), points.slice(-2)];
      var from = boxes.find(function (box) { return within(box.rect, ends[0][0], ends[0][1], 2); });
      var to = boxes.find(function (box) { return within(box.rect, ends[1][0], ends[1][1], 2); });
      if (from && to && from !== to) lines.push({ from: from, to: to, path: path, parts: [path] });
      else if (last) last.parts.push(path);
    });
    labels(svg, lines);
    return { svg: svg, boxes: boxes, lines: lines };
  }

  // A label belongs to the line that passes nearest to it.
  function labels(svg, lines) {
    var held = null;
    Array.from(svg.querySelectorAll("rect.halo, text.label")).forEach(function (part) {
      if (part.tagName === "rect") {
        var x = number(part, "x") + number(part, "width") / 2;
        var y = number(part, "y") + number(part, "height") / 2;
        held = lines.reduce(function (best, line) {
          var far = distance(line.path, x, y);
          return !best || far < best.far ? { line: line, far: far } : best;
        }, null);
        if (held) held.line.said = [];
      }
      if (held) held.line.parts.push(part);
      if (held && part.tagName !== "rect") held.line.said.push(part.textContent);
    });
  }

  function distance(path, x, y) {
    var least = Infinity;
    for (var at = 0; at <= path.getTotalLength(); at += 6) {
      var point = path.getPointAtLength(at);
      least = Math.min(least, Math.hypot(point.x - x, point.y - y));
    }
    return least;
  }

  function number(element, name) { return parseFloat(element.getAttribute(name)); }
  function within(rect, x, y, more) {
    var left = number(rect, "x"), top = number(rect, "y");
    return x >= left - more && x <= left + number(rect, "width") + more && y >= top - more && y <= top + number(rect, "height") + more;
  }

  // The line that an answer takes from the box of its question: two questions may have the same text.
  function line(from, answer) {
    var text = plain(answer.end ? pattern(answer.end) + reason(answer.end) : asks[answer.next].text);
    var there = figure.lines.filter(function (one) { return one.from === from && one.to.text === text; });
    var said = there.filter(function (one) { return one.said && plain(one.said.join("")) === plain(answer.text); });
    return said[0] || there[0] || { to: null, parts: [] };
  }

  function mark(taken, ask) {
    var on = new Set(), open = new Set();
    var here = figure.boxes.find(function (one) { return one.text === plain(asks["1"].text); });
    on.add(here);
    taken.forEach(function (step) {
      var along = line(here, step.answer);
      here = along.to;
      on.add(along).add(here);
    });
    if (ask) reach(here, ask, open);
    if (taken.length) reveal(here);
    figure.svg.classList.toggle("walked", taken.length > 0);
    figure.boxes.concat(figure.lines).forEach(function (one) {
      one.parts.forEach(function (part) {
        part.classList.toggle("walk-on", taken.length > 0 && on.has(one));
        part.classList.toggle("walk-off", taken.length > 0 && !on.has(one) && !open.has(one));
        part.classList.toggle("walk-here", taken.length > 0 && one === here);
      });
    });
  }

  // Where the figure is wider than the window, it is moved so that the place of the reader is seen.
  function reveal(box) {
    var frame = figure.svg.closest(".figure-frame");
    if (!frame || !box || frame.scrollWidth <= frame.clientWidth) return;
    var there = box.rect.getBoundingClientRect(), around = frame.getBoundingClientRect();
    frame.scrollLeft += there.left + there.width / 2 - around.left - around.width / 2;
  }

  // What can still be reached.
  function reach(from, ask, open) {
    ask.answers.forEach(function (answer) {
      var along = line(from, answer);
      open.add(along).add(along.to);
      if (answer.next) reach(along.to, asks[answer.next], open);
    });
  }

  place.replaceWith(box);
  box.addEventListener("keydown", keyed);
  window.addEventListener("hashchange", arrive);
  show(stated() || [], false);
  if (stated()) box.scrollIntoView({ block: "start" });
})();
