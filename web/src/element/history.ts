// SPDX-License-Identifier: MIT
import type { Form } from "../form/model.ts";
import type { Undo } from "../parts/view.ts";

/** What an undo brings back. */
export interface Standing {
  form: Form;
  /** Fields the reader has typed into since the form was filled. */
  typed: ReadonlySet<string>;
  /** Which of the examples the form is, unchanged. */
  example: string | undefined;
  /** Key of the account that is shown. */
  shown: number | undefined;
  /** How the form's numbers are written. */
  locale: string;
}

/** A change, as far as it is told to the reader or joined with the next one. */
export interface Change {
  /** The field that was typed into. */
  field?: string | undefined;
  /** What was done, in words, to be offered for taking back at `place`. */
  done?: string;
  place?: Undo["place"];
  /** The control that has the focus once it is taken back. */
  focus?: string;
}

interface Step {
  before: Standing;
  change: Change;
  time: number;
}

const kMost = 200;
/** Milliseconds: what is typed into one field without a longer pause is one step. */
const kPause = 1000;

/** The reader's steps, backwards and forwards. */
export class History {
  #past: Step[] = [];
  #future: Step[] = [];

  /** Takes note of a change before it is made. */
  note(before: Standing, change: Change, time: number): void {
    this.#future = [];
    const last = this.#past.at(-1);
    const goesOn = change.field !== undefined && last?.change.field === change.field && time - last.time < kPause;
    if (goesOn) last.time = time;
    else this.#past.push({ before, change, time });
    if (this.#past.length > kMost) this.#past.shift();
  }

  /** The change that an undo would take back. */
  get last(): Change | undefined {
    return this.#past.at(-1)?.change;
  }

  /** The change that a redo would make again. */
  get next(): Change | undefined {
    return this.#future.at(-1)?.change;
  }

  undo(now: Standing): Standing | undefined {
    return History.#step(this.#past, this.#future, now);
  }

  redo(now: Standing): Standing | undefined {
    return History.#step(this.#future, this.#past, now);
  }

  static #step(from: Step[], to: Step[], now: Standing): Standing | undefined {
    const step = from.pop();
    if (!step) return undefined;
    // No later typing goes on with a step that was taken back once.
    to.push({ ...step, before: now, time: -Infinity });
    return step.before;
  }
}
