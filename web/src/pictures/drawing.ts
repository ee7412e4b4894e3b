// SPDX-License-Identifier: MIT
//
// A picture of the page as a file of its own: as it is seen, with its title, on the ground it stands on.

export interface Drawing {
  /** SVG. */
  text: string;
  /** CSS pixels. */
  width: number;
  height: number;
}

const kSvg = "http://www.w3.org/2000/svg";
/** What a stylesheet may say of the parts of a picture. */
const kProperties = [
  "direction",
  "fill",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "vector-effect",
];
/** CSS pixels. */
const kMargin = 16;
const kTitle = 20;
const kTitleSize = 15;
/** Of a PNG for one of the page. */
export const kPixels = 2;

/** `strokes`: how many pixels become of one where it is drawn, which lines that keep their width must be told. */
export function drawingOf(chart: SVGSVGElement, title: string, description: string, strokes = 1): Drawing {
  const box = chart.getBoundingClientRect();
  const { left, top, right, bottom } = seenBox(chart);
  const [width, height] = [right - left + 2 * kMargin, bottom - top + 3 * kMargin + kTitle].map(Math.ceil) as [number, number];
  const whole = element("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
  whole.append(
    element("title", {}, title),
    element("desc", {}, description),
    element("rect", { width, height, fill: groundOf(chart) }),
    titleOf(chart, title, width),
    copyOf(chart, strokes, {
      x: box.left - left + kMargin,
      y: box.top - top + 2 * kMargin + kTitle,
      width: box.width,
      height: box.height,
    }),
  );
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

/** The same in kPixels for one. Rejects where the browser cannot draw it. */
export async function pngOf({ text, width, height }: Drawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * kPixels;
  canvas.height = height * kPixels;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("No PNG could be made."))), "image/png");
  });
}

/** Where the picture and its labels, which may stand beside it, are on the screen. */
function seenBox(chart: SVGSVGElement) {
  const boxes = [chart, ...chart.querySelectorAll("text")]
    .map((part) => part.getBoundingClientRect())
    .filter(({ width }) => width > 0);
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** The picture with its styles in it, and without what is of the page alone. */
function copyOf(chart: SVGSVGElement, strokes: number, place: Record<string, number>): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [index, one] of copies.entries()) {
    const style = getComputedStyle(originals[index]!);
    if (style.display === "none" || one.matches(".grip")) one.remove();
    else for (const name of kProperties) one.style.setProperty(name, style.getPropertyValue(name));
    if (style.getPropertyValue("vector-effect") === "non-scaling-stroke") widen(one, strokes);
    one.removeAttribute("class");
  }
  for (const name of ["role", "aria-label"]) copy.removeAttribute(name);
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  copy.style.setProperty("overflow", "visible");
  removeComments(copy);
  return copy;
}

function widen({ style }: SVGElement, strokes: number): void {
  for (const name of ["stroke-width", "stroke-dasharray"]) {
    const wider = style.getPropertyValue(name).replace(/[\d.]+/g, (length) => String(Number(length) * strokes));
    style.setProperty(name, wider);
  }
}

function removeComments(copy: Element): void {
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const all: Comment[] = [];
  while (comments.nextNode()) all.push(comments.currentNode as Comment);
  for (const comment of all) comment.remove();
}

function titleOf(chart: SVGSVGElement, title: string, width: number): SVGElement {
  const { fontFamily, color } = getComputedStyle(chart);
  const text = element("text", { x: kMargin, y: kMargin + kTitle * 0.75, fill: color, "font-weight": 600 }, title);
  text.setAttribute("font-family", fontFamily);
  const measure = document.createElement("canvas").getContext("2d");
  if (measure) measure.font = `600 ${kTitleSize}px ${fontFamily}`;
  // One longer than the picture is written smaller.
  const fits = (width - 2 * kMargin) / (measure?.measureText(title).width || 1);
  text.setAttribute("font-size", String(kTitleSize * Math.min(1, fits)));
  return text;
}

/** The colour behind it. */
function groundOf(chart: Element): string {
  for (let one: Element | null = chart; one; one = one.parentElement ?? hostOf(one)) {
    const colour = getComputedStyle(one).backgroundColor;
    if (colour !== "transparent" && !/^rgba\(.*, 0\)$/.test(colour)) return colour;
  }
  return "white";
}

function hostOf(one: Element): Element | null {
  const root = one.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function element(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const made = document.createElementNS(kSvg, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}
