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

/** Around words that are set off as figures are: `${strong}liquidated at today’s prices${plain}`. */
export const strong = "\uE000";
export const plain = "\uE001";

/** Sets a figure off in a sentence. */
export function figure(text: string): string {
  return `${strong}${text}${plain}`;
}

/** The sentence's runs of words in their order. */
export function segmentsOf(sentence: Sentence): Segment[] {
  return sentence
    .split(strong)
    .flatMap((run, index): Segment[] => {
      if (index === 0) return [{ text: run }];
      const [setOff = "", rest = ""] = run.split(plain);
      return [{ text: setOff, strong: true }, { text: rest }];
    })
    .filter(({ text }) => text !== "");
}

/** The same to be spoken or copied. */
export function plainWords(sentences: readonly Sentence[]): string {
  return sentences.join(" ").replaceAll(strong, "").replaceAll(plain, "");
}
