// Looking at a figure closely: larger and smaller about the pointer, and moved about, by wheel, mouse, fingers and keys.
(function () {
  "use strict";
  var archgen = window.archgen = window.archgen || {};
  var LEAST = 0.25, MOST = 8, STEP = 1.25, SLACK = 4, LEGIBLE = 0.45;

  archgen.calm = function () { return window.matchMedia("(prefers-reduced-motion: reduce)").matches; };

  // `stage` scrolls and holds `svg`. `natural` is how wide it is at scale 1, 0 for as wide as the page has it. `changed` is told the scale.
  archgen.viewer = function (stage, svg, natural, changed) {
    var scale = 1, base = natural, grip = null, pinch = null;

    function movable() {
      return stage.scrollWidth > stage.clientWidth + 1 || stage.scrollHeight > stage.clientHeight + 1;
    }

    function size() {
      var asThePageHasIt = !natural && scale === 1;
      svg.style.width = asThePageHasIt ? "" : base * scale + "px";
      svg.style.maxWidth = asThePageHasIt ? "" : "none";
      if (asThePageHasIt) stage.style.width = stage.style.height = "";
    }

    // The place under the pointer, or the middle of what is seen, stays where it is.
    function set(next, x, y) {
      var seen = stage.getBoundingClientRect(), before = svg.getBoundingClientRect();
      if (!natural && scale === 1) {
        base = before.width;
        stage.style.width = seen.width + "px";
        stage.style.height = seen.height + "px";
      }
      if (x === undefined) {
        x = (Math.max(seen.left, 0) + Math.min(seen.right, window.innerWidth)) / 2;
        y = (Math.max(seen.top, 0) + Math.min(seen.bottom, window.innerHeight)) / 2;
      }
      scale = Math.abs(next - 1) < 0.02 ? 1 : Math.max(LEAST, Math.min(MOST, next));
      size();
      var after = svg.getBoundingClientRect();
      stage.scrollLeft += after.left + ((x - before.left) / before.width) * after.width - x;
      stage.scrollTop += after.top + ((y - before.top) / before.height) * after.height - y;
      stage.classList.toggle("movable", movable());
      if (changed) changed(scale);
    }

    // What these elements take up, in the middle: as large as ever, but no larger than the stage.
    function show(elements, again) {
      var boxes = elements.map(function (one) { return one.getBoundingClientRect(); });
      var left = Math.min.apply(null, boxes.map(function (box) { return box.left; }));
      var top = Math.min.apply(null, boxes.map(function (box) { return box.top; }));
      var wide = Math.max.apply(null, boxes.map(function (box) { return box.right; })) - left;
      var high = Math.max.apply(null, boxes.map(function (box) { return box.bottom; })) - top;
      var room = Math.min((stage.clientWidth - 24) / wide, (stage.clientHeight - 24) / high);
      var wish = Math.max(LEGIBLE, Math.min(1, scale * room));
      if (!again && Math.abs(wish - scale) > 0.02) {
        set(wish);
        return show(elements, true);
      }
      var seen = stage.getBoundingClientRect();
      stage.scrollTo({
        left: stage.scrollLeft + left + wide / 2 - seen.left - stage.clientWidth / 2,
        top: stage.scrollTop + top + high / 2 - seen.top - stage.clientHeight / 2,
        behavior: archgen.calm() ? "auto" : "smooth"
      });
    }

    stage.addEventListener("wheel", function (event) {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      set(scale * Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.004)), event.clientX, event.clientY);
    }, { passive: false });

    stage.addEventListener("pointerdown", function (event) {
      if (event.pointerType === "mouse" && !event.button && movable()) {
        grip = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop, moved: false };
      }
    });
    stage.addEventListener("pointermove", function (event) {
      if (!grip) return;
      if (!(event.buttons & 1)) return void (grip = null);
      if (!grip.moved && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < SLACK) return;
      if (!grip.moved) stage.setPointerCapture(event.pointerId);
      grip.moved = true;
      stage.classList.add("moving");
      stage.scrollTo(grip.left + grip.x - event.clientX, grip.top + grip.y - event.clientY);
    });
    // Whoever has moved a figure has not clicked on it.
    stage.addEventListener("click", function (event) {
      if (grip && grip.moved) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      grip = null;
      stage.classList.remove("moving");
    }, true);
    stage.addEventListener("dragstart", function (event) { event.preventDefault(); });

    function fingers(event) {
      var a = event.touches[0], b = event.touches[1];
      return {
        x: (a.clientX + b.clientX) / 2,
        y: (a.clientY + b.clientY) / 2,
        apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)
      };
    }

    stage.addEventListener("touchstart", function (event) {
      pinch = event.touches.length === 2 ? Object.assign(fingers(event), { scale: scale }) : null;
    }, { passive: true });
    stage.addEventListener("touchmove", function (event) {
      if (!pinch || event.touches.length !== 2) return;
      event.preventDefault();
      var now = fingers(event);
      stage.scrollBy(pinch.x - now.x, pinch.y - now.y);
      set((pinch.scale * now.apart) / pinch.apart, now.x, now.y);
      pinch.x = now.x;
      pinch.y = now.y;
    }, { passive: false });

    stage.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "+" || event.key === "=") set(scale * STEP);
      else if (event.key === "-" || event.key === "_") set(scale / STEP);
      else if (event.key === "0") api.reset();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });

    var api = {
      set: set,
      show: show,
      larger: function () { set(scale * STEP); },
      smaller: function () { set(scale / STEP); },
      reset: function () { set(1); },
      scale: function () { return scale; }
    };
    return api;
  };
})();
