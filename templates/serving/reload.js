// Pages of a site that is served while it is written: each loads itself again once it is another, and tells what is wrong.
(function () {
  "use strict";
  var build = document.currentScript.dataset.build;
  var bar = null;

  function element(name, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  }

  function hide() {
    if (bar) bar.remove();
    bar = null;
  }

  function tell(title, faults) {
    hide();
    bar = element("div");
    bar.id = "archgen--faults";
    bar.setAttribute("role", "alert");
    var close = element("button", "Close");
    close.type = "button";
    close.addEventListener("click", hide);
    var list = element("ul");
    faults.forEach(function (fault) { list.append(element("li", fault)); });
    bar.append(element("strong", title), close, list);
    document.body.append(bar);
  }

  function look() {
    return fetch("/-/state", { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (state) {
        if (state.build !== build) window.location.reload();
        else if (state.faults.length) tell("The site is as it was: the next one cannot be built.", state.faults);
        else hide();
      });
  }

  var sheet = element("link");
  sheet.rel = "stylesheet";
  sheet.href = "/-/reload.css";
  document.head.append(sheet);

  var stream = new EventSource("/-/events");
  stream.addEventListener("sheet", function () { look().catch(function () {}); });
  window.addEventListener("pagehide", function () { stream.close(); });
  // A page that the browser has kept takes up where it was.
  window.addEventListener("pageshow", function (event) { if (event.persisted) window.location.reload(); });
})();
