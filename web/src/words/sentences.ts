// SPDX-License-Identifier: MIT
//
// Sentences as runs of words, so that the figures in them can be set off and the whole be spoken.

export type Tone = "calm" | "caution" | "danger";

/** A run of words; strong ones are the figures. */
export interface Segment {
  text: string;
  strong?: true;
}

export type Sentence = readonly Segment[];

export interface Headline {
  tone: Tone;
  lead: Sentence[];
  notes: Sentence[];
}

export function plainWords(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => sentence.map((segment) => segment.text).join("")).join(" ");
}

type Part = string | Segment | Sentence;

/** A sentence of plain words, figures, and smaller runs of both. */
export function say(words: TemplateStringsArray, ...parts: Part[]): Sentence {
  return words
    .flatMap((text, index) => [{ text }, ...segmentsOf(parts[index] ?? "")])
    .filter(({ text }) => text !== "");
}

function segmentsOf(part: Part): Sentence {
  if (typeof part === "string") return [{ text: part }];
  return "text" in part ? [part] : part;
}

export function figure(text: string): Segment {
  return { text, strong: true };
}
