// SPDX-License-Identifier: MIT
//
// Measures the page's boxes, and sets what they have to bear: directions, sizes and spacings of text.
import type { Page } from "playwright-core";

export const kDirections = ["left to right", "right to left"] as const;
export type Direction = (typeof kDirections)[number];

/** Before the page loads, so that it finds itself in a document of that direction. */
export function inDirection(page: Page, direction: Direction): Promise<unknown> {
  return page.addInitScript((dir) => {
    const set = () => document.documentElement?.setAttribute("dir", dir);
    if (document.documentElement) set();
    else new MutationObserver((_, observer) => (set(), observer.disconnect())).observe(document, { childList: true });
  }, direction === "right to left" ? "rtl" : "ltr");
}

const kWidths = [320, 375, 768, 1280];
/** A telephone whose letters are twice as large has room for half a word. */
const kTwiceFrom = 768;
const kTexts = ["as it is", "at twice its size", "widely spaced"] as const;
type Text = (typeof kTexts)[number];

/** Sets all texts of the page so; the spacing is that of success criterion 1.4.12 of WCAG. */
function setText(page: Page, text: Text): Promise<void> {
  return page.evaluate((text) => {
    document.documentElement.style.fontSize = text === "at twice its size" ? "200%" : "";
    const wide = new CSSStyleSheet();
    if (text === "widely spaced") {
      wide.replaceSync(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
      );
    }
    for (const root of [document, document.querySelector("margin-calculator")?.shadowRoot]) {
      const own = root?.adoptedStyleSheets.filter((sheet) => !("spacing" in sheet)) ?? [];
      if (root) root.adoptedStyleSheets = [...own, Object.assign(wide, { spacing: true })];
    }
  }, text);
}

/** Everything wrong with the page's boxes in all widths, sizes and spacings. */
export async function faultsInEveryText(page: Page, texts: readonly Text[] = kTexts): Promise<string[]> {
  const found: string[] = [];
  for (const width of kWidths) {
    await page.setViewportSize({ width, height: 900 });
    for (const text of texts) {
      if (text === "at twice its size" && width < kTwiceFrom) continue;
      await setText(page, text);
      found.push(...(await faults(page)).map((fault) => `${width} px, text ${text}: ${fault}`));
    }
  }
  return found;
}

/** Everything wrong with the boxes of the page as it is. */
export function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector("margin-calculator")?.shadowRoot;
    if (!root) return ["no calculator"];
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
      found.push(`scrolls to ${document.documentElement.scrollWidth} of ${width}`);
    const name = (element: Element) =>
      `${element.localName}${element.id ? `#${element.id}` : ""} “${(element.textContent ?? "").trim().slice(0, 24)}”`;
    const seen = (element: Element) => element.checkVisibility() && !element.closest(".unseen");
    // The bar at the foot lies over the page by design.
    const controls = [...root.querySelectorAll("button, input, select, summary, .button, footer a")].filter(
      (element) => seen(element) && !element.matches(".summary"),
    );
    const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }));
    for (const { element, box } of boxes) {
      if (box.left < -0.5 || box.right > width + 0.5) found.push(`${name(element)} is cut off at the side`);
      const small = Math.min(box.width, box.height) < 24;
      // Within a sentence a link may be as low as its line.
      if (small && !element.matches("a")) found.push(`${name(element)} is ${box.width}×${box.height}`);
    }
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 1) found.push(`${name(one.element)} overlaps ${name(other.element)}`);
      }
    }
    for (const element of root.querySelectorAll(".scrolls")) {
      const box = element.getBoundingClientRect();
      if (box.left < -0.5 || box.right > width + 0.5) found.push(`${name(element)}, which scrolls, reaches out of the page`);
    }
    for (const element of root.querySelectorAll(
      "p, li, dt, dd, td, th, legend, summary, label, button, .value, .price, .move",
    )) {
      // A table's head is for the eye only where there is room for columns.
      if (!seen(element) || element.closest("thead")?.matches(".stacking thead, .cards thead")) continue;
      const box = element.getBoundingClientRect();
      const out = box.left < -0.5 || box.right > width + 0.5;
      // What scrolls within itself may.
      if (out && !element.closest(".scrolls")) found.push(`${name(element)} reaches out of the page`);
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline") {
        found.push(`${name(element)} is wider than its box`);
      }
    }
    return found;
  });
}
