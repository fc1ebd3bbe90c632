// Gives what is seen too faintly: text under 4.5 (large text under 3), and the edges of fields and buttons under 3.
// On paper nothing has a ground of its own: printers leave grounds out.
(onPaper) => {
  const MEASURE = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colour = (text) => {
    MEASURE.clearRect(0, 0, 1, 1);
    MEASURE.fillStyle = text;
    MEASURE.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = MEASURE.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    if (onPaper) return [255, 255, 255, 1];
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(one);
      const wash = backgroundImage.includes("gradient") && backgroundImage.match(/rgba?\([^)]*\)/g)?.at(-1); // an alert: its edge, then its ground
      layers.push(colour(wash || backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const named = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join(".")} "${element.textContent.trim().slice(0, 30)}"`;
  const said = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const faint = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("svg") || !said(element) || !shown(element)) continue;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize), below = ground(element);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const found = contrast(over(colour(style.color), below), below);
    if (found < least) faint.push(`${found.toFixed(2)} ${named(element)}`);
  }
  for (const field of document.body.querySelectorAll("input:not([type=hidden]), select, textarea, .button")) {
    if (!shown(field)) continue;
    const style = getComputedStyle(field), around = ground(field.parentElement);
    const edges = [style.borderTopColor, style.borderBottomColor, style.backgroundColor].map((text) => over(colour(text), around));
    const found = Math.max(...edges.map((edge) => contrast(edge, around)));
    if (found < 3 && style.appearance === "none") faint.push(`${found.toFixed(2)} the edge of ${named(field)}#${field.id}`);
  }
  return faint;
}
