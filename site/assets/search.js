// Search: what finds, and the index, are fetched as scripts when somebody begins, so that it works from a disk too.
(function () {
  "use strict";
  var input = document.getElementById("page--search");

  function fetched(name) {
    var script = document.createElement("script");
    script.id = name;
    script.src = document.documentElement.dataset.root + "assets/" + name + ".js";
    document.head.append(script);
  }

  function begin() {
    if (document.getElementById("search-index")) return;
    fetched("search-index");
    fetched("finding");
  }

  input.closest(".search").hidden = false;
  input.addEventListener("focus", begin);
})();
