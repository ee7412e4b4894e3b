// SPDX-License-Identifier: MIT
import { adopt } from "./adopt.ts";
import { cardStyles } from "./cards.ts";
import { figureStyles } from "./figures.ts";
import { lateStyles } from "./late.ts";
import { meterStyles } from "./meters.ts";
import { modes } from "./modes.ts";
import { storyStyles } from "./story.ts";
import { tableStyles } from "./tables.ts";

/** Adds them to the styles of an element, once, and after them what adapts all to paper and forced colours. */
export function dress(root: ParentNode): void {
  adopt(root, [lateStyles, meterStyles, figureStyles, tableStyles, cardStyles, storyStyles, modes]);
}
