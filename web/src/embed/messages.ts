// SPDX-License-Identifier: MIT
//
// What a frame and the article around it say to each other: the frame its height, also when it is asked for it, the
// article a theme. Nothing else is listened to.
import { oneOf, themes, type Theme } from "./presentation.ts";

const kResize = "margin-calculator:resize";
const kMeasure = "margin-calculator:measure";
const kSetTheme = "margin-calculator:set-theme";
/** CSS pixels. */
const kLeast = 200;
const kMost = 4000;

/** Says how high the frame's content is, which is no secret. */
export function resizeMessage(height: number) {
  return { type: kResize, height };
}

/** Asks for that message: an article may begin to listen only after it was sent. */
export function measureMessage() {
  return { type: kMeasure };
}

export function asksForHeight(message: unknown): boolean {
  return fieldsOf(message)["type"] === kMeasure;
}

/** The height a message tells, within bounds; undefined where it is no such message. */
export function heightIn(message: unknown): number | undefined {
  const { type, height } = fieldsOf(message);
  if (type !== kResize || typeof height !== "number" || !Number.isFinite(height)) return undefined;
  return Math.min(kMost, Math.max(kLeast, Math.ceil(height)));
}

/** The theme a message asks for; undefined where it is no such message. */
export function themeIn(message: unknown): Theme | undefined {
  const { type, theme } = fieldsOf(message);
  return type === kSetTheme ? oneOf(themes, theme) : undefined;
}

function fieldsOf(message: unknown): Record<string, unknown> {
  return typeof message === "object" && message !== null ? (message as Record<string, unknown>) : {};
}
