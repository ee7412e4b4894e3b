// SPDX-License-Identifier: MIT
//
// The pictures and the questions asked backwards, in a file of their own that comes with the whole module.
export { curvePicture } from "../pictures/curve.ts";
export { pictureFile } from "../pictures/frame.ts";
export { mapPicture } from "../pictures/map.ts";
export { tradePicture } from "../pictures/trade.ts";
export { dress } from "../styles/pictures.ts";
export { backwards } from "./backwards.ts";
export { replay } from "./replay.ts";
export { previewSteps, steps } from "./steps.ts";
