// SPDX-License-Identifier: MIT

/** A label and what belongs to it. */
export type Line = readonly [label: string, value: string];
