// Every piece of text whose colour is too near to what lies behind it: WCAG 2, level AA.
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  function over(back, colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = `rgb(${back.join(" ")})`;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return Array.from(canvas.getImageData(0, 0, 1, 1).data).slice(0, 3);
  }

  function behind(element) {
    const around = [];
    for (let one = element; one; one = one.parentElement) around.unshift(getComputedStyle(one).backgroundColor);
    return around.reduce(over, [255, 255, 255]);
  }

  function luminance(colour) {
    const [r, g, b] = colour.map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function ratio(a, b) {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  }

  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    const style = getComputedStyle(element);
    if (!text || element.closest("svg, script, style, .anchor, [aria-hidden]") || !element.checkVisibility()) continue;
    const back = behind(element);
    const large = parseFloat(style.fontSize) >= 24;
    const found = ratio(over(back, style.color), back);
    if (found < (large ? 3 : 4.5)) faint.push(`${text.slice(0, 30)}: ${found.toFixed(2)}`);
  }
  return faint;
}
