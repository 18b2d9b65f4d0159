// The reader's theme: what was chosen before, else what the system prefers.
(function () {
  "use strict";
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try {
      return window.localStorage.getItem("archgen-theme");
    } catch (refused) {
      return null;
    }
  }

  function store(theme) {
    try {
      window.localStorage.setItem("archgen-theme", theme);
    } catch (refused) {
      // The choice then lasts as long as the page.
    }
  }

  function current() {
    return root.dataset.theme || (dark.matches ? "dark" : "light");
  }

  // Paper is light: figures too.
  window.addEventListener("beforeprint", function () {
    root.dataset.printed = root.dataset.theme || "";
    root.dataset.theme = "light";
  });
  window.addEventListener("afterprint", function () {
    if (root.dataset.printed) root.dataset.theme = root.dataset.printed;
    else delete root.dataset.theme;
    delete root.dataset.printed;
  });

  var chosen = stored();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".theme");
    function show() {
      button.setAttribute("aria-pressed", String(current() === "dark"));
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      root.dataset.theme = current() === "dark" ? "light" : "dark";
      store(root.dataset.theme);
      show();
    });
    dark.addEventListener("change", show);
    show();
  });
})();
