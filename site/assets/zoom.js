// A figure in full: a click shows it by itself, to be made larger and moved about.
(function () {
  "use strict";
  var STEPS = [0.5, 0.75, 1, 1.5, 2, 3, 4];

  function button(text, label, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  function open(link) {
    var dialog = document.createElement("dialog");
    var stage = document.createElement("div");
    var tools = document.createElement("div");
    var file = document.createElement("a");
    var figure = link.querySelector("svg").cloneNode(true);
    var natural = parseFloat(figure.getAttribute("width")) || 800;
    var height = parseFloat(figure.getAttribute("height")) || 600;
    var scale = Math.max(0.5, Math.min(2, (window.innerWidth - 64) / natural, (window.innerHeight - 112) / height));

    function resize(next) {
      var middle = (stage.scrollLeft + stage.clientWidth / 2) / stage.scrollWidth;
      scale = next;
      stage.style.setProperty("--scale", String(scale));
      stage.scrollLeft = middle * stage.scrollWidth - stage.clientWidth / 2;
    }

    dialog.className = "zoom";
    dialog.setAttribute("aria-label", "Figure");
    stage.className = "zoom-stage";
    stage.tabIndex = 0;
    stage.style.setProperty("--natural", natural + "px");
    stage.style.setProperty("--scale", String(scale));
    stage.append(figure);
    tools.className = "zoom-tools";
    file.href = link.href;
    file.textContent = "SVG";
    file.setAttribute("aria-label", "Open the figure's file");
    tools.append(
      button("−", "Smaller", function () { resize(STEPS.filter(function (step) { return step < scale; }).pop() || STEPS[0]); }),
      button("+", "Larger", function () { resize(STEPS.find(function (step) { return step > scale; }) || 4); }),
      file,
      button("Close", "Close", function () { dialog.close(); })
    );
    stage.addEventListener("pointermove", function (event) {
      if (event.buttons !== 1 || event.pointerType !== "mouse") return;
      stage.scrollBy(-event.movementX, -event.movementY);
    });
    stage.addEventListener("pointerdown", function (event) {
      if (event.pointerType === "mouse") event.preventDefault();
      stage.focus();
    });
    dialog.addEventListener("close", function () {
      dialog.remove();
      link.focus();
    });
    dialog.append(tools, stage);
    document.body.append(dialog);
    dialog.showModal();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest(".figure-link");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || !window.HTMLDialogElement) return;
    event.preventDefault();
    open(link);
  });
})();
