// Lines that may be taken over, of a terminal what is typed there, get a button that copies them; any button that has `data-copy` copies what stands there.
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

  window.archgen = window.archgen || {};
  window.archgen.copy = copy;

  function say(button, text) {
    button.dataset.says = button.dataset.says || button.textContent;
    button.textContent = text;
    window.setTimeout(function () { button.textContent = button.dataset.says; }, 1600);
  }

  document.querySelectorAll(".prose pre").forEach(function (block) {
    var frame = document.createElement("div");
    var button = document.createElement("button");
    frame.className = "taken-frame";
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    block.replaceWith(frame);
    frame.append(block, button);
  });

  function taken(text) {
    var typed = text.match(/^\$ .*/gm);
    return typed ? typed.map(function (line) { return line.slice(2); }).join("\n") : text;
  }

  // One listener for all, so that lines that are shown later are copied too.
  document.addEventListener("click", function (event) {
    var button = event.target.closest(".taken-frame > .copy, [data-copy]");
    if (!button) return;
    copy(button.dataset.copy || taken(button.parentElement.querySelector("pre").textContent)).then(
      function () { say(button, "Copied"); },
      function () { say(button, "Not copied"); }
    );
  });
})();
