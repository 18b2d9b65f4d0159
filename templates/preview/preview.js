// Shows what the server shows, whenever that is something else.
(function () {
  "use strict";
  var main = document.querySelector("main");
  var lost = document.querySelector(".lost");
  var shown = main.dataset.stamp;

  function opened() {
    return Array.from(main.querySelectorAll("details[open]"), function (one) { return one.id; });
  }

  function replace(body, stamp) {
    var open = opened();
    var top = window.scrollY;
    main.innerHTML = body;
    main.dataset.stamp = shown = stamp;
    open.forEach(function (id) {
      var one = document.getElementById(id);
      if (one) one.open = true;
    });
    window.scrollTo(0, top);
    name();
  }

  function name() {
    var title = main.querySelector("[data-title]");
    if (title) document.title = title.dataset.title;
  }

  name();
  var events = new EventSource("events");
  events.addEventListener("sheet", function (event) {
    lost.hidden = true;
    if (event.data === shown) return;
    fetch("body", { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (body) { replace(body, event.data); });
  });
  events.addEventListener("open", function () { lost.hidden = true; });
  events.addEventListener("error", function () { lost.hidden = false; });
})();
