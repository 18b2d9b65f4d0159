// A figure in a theme of its own, and taken along: as SVG that needs nothing beside it, and as PNG at twice its size.
(function () {
  "use strict";
  var archgen = window.archgen;
  var button = archgen.button, dark = window.matchMedia("(prefers-color-scheme: dark)");

  function typeface() {
    return archgen.need("typeface").then(function () { return window.archgenTypeface; });
  }

  // The rules of one theme of a figure, above those that follow the reader.
  function rulesOf(svg, theme) {
    var scope = "." + svg.classList[0], start = '[data-theme="' + theme + '"] ' + scope;
    var rules = svg.querySelector("style").textContent.split("\n").filter(function (line) { return line.startsWith(start); });
    return rules.map(function (line) { return scope + scope + scope + line.slice(start.length); }).join("\n");
  }

  // `theme` is light or dark; empty for an image that follows its reader as the figure's file does.
  archgen.asSvg = function (svg, theme) {
    return typeface().then(function (rules) {
      var copy = archgen.plain(svg), style = copy.querySelector("style");
      copy.setAttribute("role", "img");
      copy.querySelectorAll("a[href]").forEach(function (link) {
        link.setAttribute("href", link.getAttribute("href").replace(/^#figure-(.+)$/, "$1.svg"));
      });
      if (style) style.textContent = rules + "\n" + style.textContent + (theme ? "\n" + rulesOf(svg, theme) : "");
      return new XMLSerializer().serializeToString(copy) + "\n";
    });
  };

  archgen.asPng = function (svg, theme) {
    return archgen.asSvg(svg, theme).then(function (text) {
      var image = new Image(), canvas = document.createElement("canvas"), box = svg.viewBox.baseVal;
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
      canvas.width = Math.round(box.width * 2);
      canvas.height = Math.round(box.height * 2);
      return image.decode().then(function () {
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        return new Promise(function (done, failed) {
          canvas.toBlob(function (blob) { return blob ? done(blob) : failed(new Error("not painted")); }, "image/png");
        });
      });
    });
  };

  archgen.save = function (blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  };

  // Says what became of it: copied, or saved where the clipboard refuses.
  archgen.takePng = function (svg, theme, name) {
    var made = archgen.asPng(svg, theme);
    function saved() {
      return made.then(function (blob) {
        archgen.save(blob, name + ".png");
        return "Saved as a file";
      });
    }
    if (!window.ClipboardItem || !navigator.clipboard || !navigator.clipboard.write) return saved();
    return navigator.clipboard.write([new ClipboardItem({ "image/png": made })]).then(function () { return "Copied"; }, saved);
  };

  function themeOf(svg) {
    return svg.dataset.theme || document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
  }

  // Paper is light, so this holds for screens alone.
  archgen.dress = function (svg, theme) {
    var own = svg.querySelector("style.own") || document.createElementNS(svg.namespaceURI, "style");
    own.setAttribute("class", "own");
    own.textContent = "@media screen{" + rulesOf(svg, theme) + "}";
    svg.dataset.theme = theme;
    svg.append(own);
    var worn = getComputedStyle(svg);
    svg.style.setProperty("--lit", worn.getPropertyValue("--ink"));
    svg.parentElement.style.setProperty("--own-ground", worn.getPropertyValue("--ground"));
  };

  archgen.fill = function (details, one, svg) {
    var panel = archgen.make("div"), summary = details.querySelector("summary");
    function item(text, act) {
      var made = button(text, function () { act(made); });
      panel.append(made);
    }
    function said(promise) {
      details.open = false;
      summary.focus();
      promise.then(archgen.say, function () { archgen.say("That did not work here"); });
    }
    if (rulesOf(svg, "dark")) {
      item("Light or dark", function () { archgen.dress(svg, themeOf(svg) === "dark" ? "light" : "dark"); });
    }
    item("Copy as SVG", function () {
      said(archgen.asSvg(svg, "").then(archgen.copy).then(function () { return "Copied"; }));
    });
    item("Copy as PNG", function () { said(archgen.takePng(svg, themeOf(svg), one.name)); });
    item("Save as PNG", function () {
      said(archgen.asPng(svg, themeOf(svg)).then(function (blob) {
        archgen.save(blob, one.name + ".png");
        return "Saved";
      }));
    });
    item("Copy link", function () { said(archgen.copyLink("figure-" + one.name)); });
    if (one.file) panel.append(archgen.make("a", { href: one.file, textContent: "Open the file" }));
    details.append(panel);
  };
})();
