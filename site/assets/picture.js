// A figure to be taken along: as SVG that needs nothing beside it, and as PNG at twice its size.
(function () {
  "use strict";
  var archgen = window.archgen = window.archgen || {};
  var face;

  // What only the page needs: names of places, marks, and what the reader lit.
  archgen.plain = function (svg) {
    var copy = svg.cloneNode(true);
    copy.querySelectorAll(".ring, .hop-dot, style.own").forEach(function (one) { one.remove(); });
    copy.querySelectorAll("g").forEach(function (one) {
      Array.from(one.attributes).forEach(function (held) {
        if (held.name.slice(0, 5) !== "data-") one.removeAttribute(held.name);
      });
    });
    copy.removeAttribute("style");
    copy.removeAttribute("data-theme");
    copy.classList.remove("stepped");
    return copy;
  };

  // Fetched as a script, so that it works from a disk too.
  function typeface() {
    face = face || new Promise(function (done) {
      var script = document.createElement("script");
      script.src = document.documentElement.dataset.root + "assets/typeface.js";
      script.onload = script.onerror = function () { done(window.archgenTypeface || ""); };
      document.head.append(script);
    });
    return face;
  }

  // The rules of one theme of a figure, above those that follow the reader.
  archgen.rulesOf = function (svg, theme) {
    var scope = "." + svg.classList[0], start = '[data-theme="' + theme + '"] ' + scope;
    var rules = svg.querySelector("style").textContent.split("\n").filter(function (line) { return line.startsWith(start); });
    return rules.map(function (line) { return scope + scope + scope + line.slice(start.length); }).join("\n");
  };

  // `theme` is light or dark; empty for an image that follows its reader as the figure's file does.
  archgen.asSvg = function (svg, theme) {
    return typeface().then(function (rules) {
      var copy = archgen.plain(svg), style = copy.querySelector("style");
      copy.setAttribute("role", "img");
      copy.querySelectorAll("a[href]").forEach(function (link) {
        link.setAttribute("href", link.getAttribute("href").replace(/^#figure-(.+)$/, "$1.svg"));
      });
      if (style) style.textContent = rules + "\n" + style.textContent + (theme ? "\n" + archgen.rulesOf(svg, theme) : "");
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
})();
