// A figure in full: a window of its own, and the whole screen.
(function () {
  "use strict";
  var archgen = window.archgen, make = archgen.make, button = archgen.button;

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
    var stage = make("div", { className: "zoom-stage figure-stage", tabIndex: 0 }), svg = archgen.again(one, stage);
    var dialog = make("dialog", { className: "zoom" }, [stage]), box = one.svg.viewBox.baseVal;
    function fitted() {
      return Math.max(0.25, Math.min(2, (stage.clientWidth - 32) / box.width, (stage.clientHeight - 32) / box.height));
    }
    dialog.dataset.figure = one.name;
    dialog.setAttribute("aria-label", one.title);
    var made = archgen.tools(one, stage, svg, box.width, fitted);
    if (document.fullscreenEnabled) {
      made.row.append(button("Full screen", function () {
        if (document.fullscreenElement) document.exitFullscreen();
        else document.documentElement.requestFullscreen();
      }, "full"));
    }
    made.row.append(made.more, button("Close", function () { dialog.close(); }, "close"));
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
    if (one.svg.dataset.theme) archgen.dress(svg, one.svg.dataset.theme);
    made.view.set(fitted());
    stage.focus();
    archgen.reachable(svg);
    return dialog;
  };
})();
