// SPDX-License-Identifier: MIT
import { heightIn } from "./messages.ts";

/** CSS pixels: less is rounding, and following it could go on without end. */
const kLeastChange = 2;

/** The height that a frame tells of itself, where the message is from it and from the origin that it is to have. */
export function heightFrom(event: MessageEvent, frame: HTMLIFrameElement): number | undefined {
  if (event.source === null || event.source !== frame.contentWindow || event.origin !== originOf(frame)) return undefined;
  return heightIn(event.data);
}

/** Makes a frame as high inside as it tells. */
export function fit(frame: HTMLIFrameElement, height: number): void {
  if (Math.abs(height - frame.clientHeight) < kLeastChange) return;
  // A host's style may count the frame's border among its height.
  const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  // Set from a script it is no inline style to a host's policy, and stronger than a theme's own rule for frames.
  frame.style.height = `${height + border}px`;
}

/** A frame that is sandboxed without allow-same-origin has none. */
function originOf(frame: HTMLIFrameElement): string {
  if (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin")) return "null";
  return URL.canParse(frame.src) ? new URL(frame.src).origin : "";
}
