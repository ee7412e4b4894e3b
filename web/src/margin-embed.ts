// SPDX-License-Identifier: MIT
//
// For an article: makes the calculator's frames, which have the class "margin-calculator", as high as they tell.
import { fit, heightFrom } from "./embed/frame-height.ts";
import { measureMessage } from "./embed/messages.ts";

/** Looked for anew each time: frames come and go. */
const frames = () => document.querySelectorAll<HTMLIFrameElement>("iframe.margin-calculator");

addEventListener("message", (event: MessageEvent<unknown>) => {
  for (const frame of frames()) {
    const height = heightFrom(event, frame);
    if (height !== undefined) fit(frame, height);
  }
});

// Those that were there before this script have told already.
for (const frame of frames()) frame.contentWindow?.postMessage(measureMessage(), "*");
