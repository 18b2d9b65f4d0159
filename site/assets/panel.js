// What is known of a component, in a panel beside its figure.
(function () {
  "use strict";
  var archgen = window.archgen, make = archgen.make, panel, from;

  function content(group) {
    var known = archgen.told(group), body = make("div", { className: "panel-body" });
    if (!known) return body;
    var copy = known.cloneNode(true);
    copy.querySelectorAll(".part-name, .part-ways").forEach(function (one) { one.remove(); });
    copy.querySelectorAll("h4").forEach(function (one) {
      one.replaceWith(make("h3", { textContent: one.textContent, className: "panel-heading" }));
    });
    body.append.apply(body, copy.childNodes);
    body.append(make("p", { className: "part-ways" }, [
      make("a", { href: "#" + known.id, textContent: "In the list of all components" })
    ]));
    return body;
  }

  // Beside what it tells of: on the other side of the window, or on a narrow one at its other end.
  function place(group) {
    var box = group.getBoundingClientRect();
    panel.classList.toggle("panel-left", box.left + box.width / 2 > window.innerWidth / 2);
    panel.classList.toggle("panel-top", box.top + box.height / 2 > window.innerHeight / 2);
  }

  function close(back) {
    if (!panel) return;
    panel.remove();
    panel = null;
    archgen.light(null);
    from.removeAttribute("aria-expanded");
    if (back) from.focus({ preventScroll: true });
  }

  archgen.tell = function (group) {
    close(false);
    from = group;
    var anchor = "figure--" + archgen.figureOf(group) + "--" + group.dataset.part;
    var heading = make("h2", { textContent: archgen.nameOf(group), id: "page--panel", tabIndex: -1 });
    var copied = archgen.button("Copy link", function () { archgen.copyLink(anchor).then(archgen.say); });
    copied.className = "panel-copy";
    panel = make("div", { className: "panel prose" }, [
      make("div", { className: "panel-head" }, [heading, copied, archgen.button("Close", function () { close(true); }, "close")]),
      content(group)
    ]);
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-labelledby", heading.id);
    panel.addEventListener("click", function (event) {
      var full = group.closest("dialog.zoom");
      if (!event.target.closest("a")) return;
      close(false);
      if (full) full.close();
    });
    (group.closest("dialog.zoom") || document.body).append(panel);
    group.setAttribute("aria-expanded", "true");
    place(group);
    archgen.light(group);
    archgen.stop(group);
    heading.focus({ preventScroll: true });
  };

  document.addEventListener("click", function (event) {
    if (panel && !panel.contains(event.target) && !event.target.closest("g[role=button][data-part]")) close(false);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !panel) return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  }, true);
})();
