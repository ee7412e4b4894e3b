// SPDX-License-Identifier: MIT
//
// Sentences in which the figures are set off. A sentence is one text, so that a translation can put its figures
// in any order; marks around each figure, of Unicode's private use, tell where it begins and ends.

export type Tone = "calm" | "caution" | "danger";

/** A text in which figure() has set off what it was given. */
export type Sentence = string;

/** A run of words; strong ones are the figures. */
export interface Segment {
  text: string;
  strong?: true;
}

export interface Headline {
  tone: Tone;
  lead: Sentence[];
  notes: Sentence[];
}

const kBegin = "\uE000";
const kEnd = "\uE001";

/** Sets a figure off in a sentence. */
export function figure(text: string): string {
  return `${kBegin}${text}${kEnd}`;
}

/** The sentence's runs of words in their order. */
export function segmentsOf(sentence: Sentence): Segment[] {
  return sentence
    .split(kBegin)
    .flatMap((run, index): Segment[] => {
      if (index === 0) return [{ text: run }];
      const [strong = "", plain = ""] = run.split(kEnd);
      return [{ text: strong, strong: true }, { text: plain }];
    })
    .filter(({ text }) => text !== "");
}

/** The same to be spoken or copied. */
export function plainWords(sentences: readonly Sentence[]): string {
  return sentences.join(" ").replaceAll(kBegin, "").replaceAll(kEnd, "");
}

/** A sentence of plain words, figures, and smaller runs of both. */
export function say(words: TemplateStringsArray, ...parts: string[]): Sentence {
  return words.reduce((sentence, text, index) => sentence + text + (parts[index] ?? ""), "");
}
