// The list of a page's headings shows where the reader is.
(function () {
  "use strict";
  var links = Array.from(document.querySelectorAll(".beside [class^=level-] a"));
  var headings = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
  var waiting = false;

  function mark() {
    var here = -1;
    waiting = false;
    headings.forEach(function (heading, place) {
      if (heading && heading.getBoundingClientRect().top < 140) here = place;
    });
    var bottom = document.documentElement.scrollHeight - window.innerHeight;
    if (bottom > 0 && window.scrollY >= bottom - 2) here = links.length - 1;
    links.forEach(function (link, place) {
      if (place === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  function later() {
    if (!waiting) window.requestAnimationFrame(mark);
    waiting = true;
  }

  if (!links.length) return;
  window.addEventListener("scroll", later, { passive: true });
  mark();
})();
