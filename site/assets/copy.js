// Lines that are meant to be taken over get a button that copies them.
(function () {
  "use strict";

  function byHand(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.style.cssText = "position:fixed;opacity:0";
    document.body.append(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }

  function copy(text) {
    if (!navigator.clipboard || !window.isSecureContext) return byHand(text);
    return navigator.clipboard.writeText(text).catch(function () { return byHand(text); });
  }

  function say(button, text) {
    button.textContent = text;
    window.setTimeout(function () { button.textContent = "Copy"; }, 1600);
  }

  document.querySelectorAll("pre.taken").forEach(function (block) {
    var frame = document.createElement("div");
    var button = document.createElement("button");
    frame.className = "taken-frame";
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      copy(block.querySelector("code").textContent).then(
        function () { say(button, "Copied"); },
        function () { say(button, "Not copied"); }
      );
    });
    block.replaceWith(frame);
    frame.append(block, button);
  });
})();
