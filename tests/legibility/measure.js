// Measures the figure of a page, in pixels of its own user space: where its texts and shapes are, and in which colours.
// What is the same as when this page was measured last, its colours aside, is not told again: null.
(() => {
  const NEVER_PAINTED = "defs,marker,clipPath,mask,pattern,symbol,linearGradient,title,desc,style,script,metadata";
  const SHAPES = "rect,circle,ellipse,line,polyline,polygon,path";
  const ENCLOSED = ["rect", "circle", "ellipse", "polygon"];
  const GEOMETRY = ["d", "x", "y", "width", "height", "rx", "ry", "x1", "y1", "x2", "y2", "cx", "cy", "r", "points"];
  const [STEP, BENT] = [2, 8];
  const outlines = (window.outlines ??= new Map());
  const canvas = document.createElement("canvas").getContext("2d");
  let behind = null; // the colour below the figure

  const colour = (written) => {
    const found = /^rgba?\(([^)]+)\)$/.exec(written || "");
    if (!found) return null;
    const [red, green, blue, alpha = 1] = found[1].split(/[\s,/]+/).map(Number);
    return [red, green, blue, alpha];
  };
  const chain = (element, root) => {
    const elements = [];
    for (let each = element; each; each = each.parentElement) {
      elements.push(each);
      if (each === root) break;
    }
    return elements;
  };
  const opacities = new Map();
  const opacity = (element, root) => {
    if (!opacities.has(element)) {
      const style = getComputedStyle(element);
      const own = style.display === "none" || style.visibility === "hidden" ? 0 : Number(style.opacity);
      const around = element === root || !element.parentElement ? 1 : opacity(element.parentElement, root);
      opacities.set(element, own * around);
    }
    return opacities.get(element);
  };
  const over = (top, ground) =>
    [0, 1, 2].map((channel) => top[channel] * top[3] + ground[channel] * (1 - top[3]));
  const faded = (painted, factor) => painted && [painted[0], painted[1], painted[2], painted[3] * factor];

  function measure(svg) {
    const frame = svg.getBoundingClientRect();
    const order = new Map([...svg.querySelectorAll("*")].map((element, place) => [element, place]));
    const box = (rect) => [rect.left - frame.left, rect.top - frame.top, rect.right - frame.left, rect.bottom - frame.top];
    const shapes = [...svg.querySelectorAll(SHAPES)]
      .filter((element) => !element.closest(NEVER_PAINTED) && opacity(element, svg) > 0.04)
      .map((element) => shape(element, svg, frame, box, order))
      .filter(Boolean);
    return {
      width: frame.width,
      height: frame.height,
      role: svg.getAttribute("role") || "",
      title: svg.querySelector(":scope > title")?.textContent.trim() || svg.getAttribute("aria-label") || "",
      description: svg.querySelector(":scope > desc")?.textContent.trim() || "",
      labelled: referred(svg, "aria-labelledby") !== "missing",
      shapes: shapes.map(({ element, paint, toLocal, ...told }) => told),
      texts: texts(svg, frame, box, order, shapes),
    };
  }

  function referred(svg, attribute) {
    const ids = (svg.getAttribute(attribute) || "").split(/\s+/).filter(Boolean);
    return ids.every((id) => document.getElementById(id)) ? "found" : "missing";
  }

  function shape(element, svg, frame, box, order) {
    const style = getComputedStyle(element);
    const factor = opacity(element, svg);
    const paint = faded(style.fill === "none" ? null : colour(style.fill), factor * Number(style.fillOpacity));
    const stroke = faded(style.stroke === "none" ? null : colour(style.stroke), factor * Number(style.strokeOpacity));
    const stroked = Boolean(stroke) && stroke[3] > 0.04 && parseFloat(style.strokeWidth) > 0;
    const matrix = element.getScreenCTM();
    const { a, b, c, d, e, f } = matrix;
    const filled = Boolean(paint) && paint[3] > 0.02;
    if (!(filled || stroked) || !(element.getTotalLength() > 0)) return null;
    const points = [];
    const needed = stroked || !ENCLOSED.includes(element.tagName);
    for (const [x, y] of needed ? outline(element) : []) {
      const [left, top] = [a * x + c * y + e - frame.left, b * x + d * y + f - frame.top];
      points.push([Math.round(left * 10) / 10, Math.round(top * 10) / 10]);
    }
    const encloses = closed(element, points, filled);
    return {
      element, paint, stroked, toLocal: matrix.inverse(),
      points: stroked || !encloses ? points : [],
      order: order.get(element),
      box: box(element.getBoundingClientRect()),
      closed: encloses,
      opaque: filled && paint[3] > 0.85,
    };
  }

  // Every STEP of its own length. What a figure has in many places, or is measured once more, is looked at once.
  function outline(element) {
    const key = [element.tagName, ...GEOMETRY.map((name) => element.getAttribute(name))].join("|");
    if (!outlines.has(key)) outlines.set(key, traced(element, element.getTotalLength()));
    return outlines.get(key);
  }

  // By its corners, where these tell its whole length; to ask for point after point takes thirty times as long.
  function traced(element, length) {
    const corners = element.tagName === "path" ? bent(element.getAttribute("d") || "") : element.tagName === "rect" ? rounded(element) : [];
    const pieces = corners.slice(1).map((corner, place) => Math.hypot(corner[0] - corners[place][0], corner[1] - corners[place][1]));
    if (corners.length && Math.abs(pieces.reduce((sum, piece) => sum + piece, 0) - length) < 1) return stepped(corners, pieces);
    const points = [];
    for (let at = 0; at < length + STEP; at += STEP) {
      const { x, y } = element.getPointAtLength(Math.min(at, length));
      points.push([x, y]);
    }
    return points;
  }

  function stepped(corners, pieces) {
    const points = [corners[0]];
    let at = STEP;
    pieces.forEach((piece, place) => {
      const [[left, top], [right, bottom]] = [corners[place], corners[place + 1]];
      for (; at <= piece; at += STEP) points.push([left + ((right - left) * at) / piece, top + ((bottom - top) * at) / piece]);
      at -= piece;
    });
    return [...points, corners[corners.length - 1]];
  }

  // The corners of one line of straight pieces and bends, which become short pieces; of any other path none.
  function bent(path) {
    const corners = [];
    if (!/^M[-\d. ,]+([LQ][-\d. ,]+)*Z?$/.test(path)) return corners;
    for (const [, command, written] of path.matchAll(/([MLQ])([-\d. ,]+)/g)) {
      const numbers = written.trim().split(/[\s,]+/).map(Number);
      if (command !== "Q") {
        for (let place = 0; place < numbers.length; place += 2) corners.push([numbers[place], numbers[place + 1]]);
        continue;
      }
      const [[x, y], [cornerX, cornerY, endX, endY]] = [corners[corners.length - 1], numbers];
      for (let part = 1; part <= BENT; part++) {
        const [t, rest] = [part / BENT, 1 - part / BENT];
        corners.push([rest * rest * x + 2 * rest * t * cornerX + t * t * endX, rest * rest * y + 2 * rest * t * cornerY + t * t * endY]);
      }
    }
    return path.endsWith("Z") ? [...corners, corners[0]] : corners;
  }

  function rounded(element) {
    const [x, y, width, height, rx] = ["x", "y", "width", "height", "rx"].map((name) => Number(element.getAttribute(name) || 0));
    const radius = Math.min(rx, width / 2, height / 2);
    const corner = (centreX, centreY, start) =>
      [...Array(BENT + 1).keys()].map((part) => {
        const angle = start + (Math.PI / 2) * (part / BENT);
        return [centreX + radius * Math.cos(angle), centreY + radius * Math.sin(angle)];
      });
    const [right, bottom] = [x + width - radius, y + height - radius];
    const around = [
      ...corner(right, y + radius, -Math.PI / 2), ...corner(right, bottom, 0),
      ...corner(x + radius, bottom, Math.PI / 2), ...corner(x + radius, y + radius, Math.PI),
    ];
    return [...around, around[0]];
  }

  function closed(element, points, filled) {
    if (ENCLOSED.includes(element.tagName)) return true;
    if (/z\s*$/i.test(element.getAttribute("d") || "")) return true;
    const [first, last] = [points[0], points[points.length - 1]];
    return filled && Math.hypot(first[0] - last[0], first[1] - last[1]) < 1;
  }

  function texts(svg, frame, box, order, shapes) {
    const found = [];
    const walker = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.textContent.trim() || element.closest(NEVER_PAINTED) || opacity(element, svg) < 0.05) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1) continue;
        found.push(text(node.textContent.trim(), element, rect, svg, frame, box, order, shapes));
      }
    }
    return found;
  }

  function text(content, element, rect, svg, frame, box, order, shapes) {
    const style = getComputedStyle(element);
    const matrix = element.getScreenCTM ? element.getScreenCTM() : new DOMMatrix();
    const scale = Math.hypot(matrix.a, matrix.b);
    const size = parseFloat(style.fontSize) * scale;
    const ink = Math.abs(matrix.b) > 0.05 ? rect : inked(content, style, rect, scale, size);
    const isSvg = element.namespaceURI.endsWith("svg");
    const painted = faded(colour(isSvg ? style.fill : style.color), opacity(element, svg) * (isSvg ? Number(style.fillOpacity) : 1));
    const middle = (ink.top + ink.bottom) / 2;
    const grounds = [ink.left + 1, (ink.left + ink.right) / 2, ink.right - 1].map((x) =>
      ground(x, middle, element, svg, frame, order, shapes));
    return {
      content, size, order: order.get(element), box: box(ink), weight: Number(style.fontWeight), backed: backed(element, svg),
      colours: painted ? grounds.map((under) => [over(painted, under), under]) : [],
    };
  }

  // Capitals at least, and whatever the letters reach above and below them.
  function inked(content, style, rect, scale, size) {
    canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const metrics = canvas.measureText(content);
    const baseline = rect.top + metrics.fontBoundingBoxAscent * scale;
    return {
      left: rect.left, right: rect.right,
      top: baseline - Math.max(0.73 * size, metrics.actualBoundingBoxAscent * scale),
      bottom: baseline + Math.max(0.02 * size, metrics.actualBoundingBoxDescent * scale),
    };
  }

  const backgrounds = (element, root) =>
    chain(element, root).map((each) => colour(getComputedStyle(each).backgroundColor)).filter((each) => each && each[3] > 0);
  const backed = (element, svg) =>
    element !== svg && chain(element, svg).slice(0, -1).some((each) => (colour(getComputedStyle(each).backgroundColor) || [0, 0, 0, 0])[3] > 0.5);

  const holds = ([left, top, right, bottom], x, y) => left - 1 <= x && x <= right + 1 && top - 1 <= y && y <= bottom + 1;

  function ground(x, y, element, svg, frame, order, shapes) {
    let seen = (behind ??= backgrounds(svg, document.documentElement).reverse().reduce((under, painted) => over(painted, under), [255, 255, 255]));
    const place = order.get(element);
    for (const each of shapes) {
      if (!each.paint || each.order > place || !holds(each.box, x - frame.left, y - frame.top)) continue;
      const point = new DOMPoint(x, y).matrixTransform(each.toLocal);
      if (each.element.isPointInFill(point)) seen = over(each.paint, seen);
    }
    for (const painted of chain(element, svg).slice(0, -1).map((each) => colour(getComputedStyle(each).backgroundColor)).reverse())
      if (painted) seen = over(painted, seen);
    return seen;
  }

  const svg = document.querySelector("main > svg");
  if (!svg) return null;
  const { texts: lines, ...drawn } = measure(svg);
  const colours = lines.map((line) => line.colours);
  const told = JSON.stringify({ ...drawn, texts: lines.map(({ colours, ...line }) => line) });
  const known = told === window.told;
  window.told = told;
  return [known ? null : told, JSON.stringify(colours)];
})()
