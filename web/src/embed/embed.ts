// SPDX-License-Identifier: MIT
//
// The frame: its address says how the calculator is shown (query) and which account (fragment). It keeps nothing, and
// tells the page around it nothing but its height.
import { asksForHeight, resizeMessage, themeIn } from "./messages.ts";
import { attributesOf, readQuery, type Theme } from "./presentation.ts";

const root = document.documentElement;
const presentation = readQuery(location.search);
const calculator = document.createElement("margin-calculator");
for (const [name, value] of attributesOf(presentation)) calculator.setAttribute(name, value);
calculator.setAttribute("page", "./index.html");
setTheme(presentation.theme);

function setTheme(theme: Theme): void {
  root.dataset["theme"] = theme;
  if (theme === "auto") calculator.removeAttribute("theme");
  else calculator.setAttribute("theme", theme);
}

// With its #, so that it is never taken for a document.
function follow(): void {
  calculator.setAttribute("scenario", location.hash);
  const whole = document.querySelector<HTMLAnchorElement>("#whole");
  if (whole) whole.href = `./index.html${location.hash}`;
}

function listen(): void {
  if (parent === window) return;
  const tell = () => parent.postMessage(resizeMessage(Math.ceil(document.body.getBoundingClientRect().height)), "*");
  addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent) return;
    const theme = themeIn(data);
    if (theme) setTheme(theme);
    if (asksForHeight(data)) tell();
  });
  new ResizeObserver(tell).observe(document.body);
}

async function show(): Promise<void> {
  listen();
  follow();
  addEventListener("hashchange", follow);
  const fallback = document.querySelector("#fallback");
  // Without it the element takes the reader's.
  root.removeAttribute("lang");
  calculator.addEventListener("ready", () => (root.lang = calculator.lang), { once: true });
  try {
    await import(/* @vite-ignore */ new URL("./margin-calculator.js", document.baseURI).href);
    // What stood in its place is shown by it until it is there, and again where it cannot be.
    fallback?.replaceWith(calculator);
    if (fallback) calculator.append(fallback);
  } catch {
    root.lang = "en";
    document.querySelector("#failed")?.removeAttribute("hidden");
  }
}

void show();
