// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

/**
 * Shows a panel when something on the page went wrong that nothing else caught. Made of plain elements above
 * the calculator, so that it works when the calculator does not; what the calculator showed last stays in place.
 */
export function watchForTrouble(): void {
  addEventListener("error", () => showPanel());
  addEventListener("unhandledrejection", () => showPanel());
}

function showPanel(): void {
  const panel = document.getElementById("trouble");
  if (!panel || !panel.hidden) return;
  const text = document.createElement("p");
  text.textContent = msg(
    "Something on this page went wrong. What you see below is the last result that was computed; it may not follow what you type any more. Loading the page again keeps what you typed.",
  );
  const reload = button(msg("Load again"), () => location.reload());
  const close = button(msg("Close"), () => {
    panel.hidden = true;
    panel.replaceChildren();
  });
  panel.replaceChildren(text, reload, close);
  panel.hidden = false;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", act);
  return element;
}
