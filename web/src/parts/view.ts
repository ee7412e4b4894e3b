// SPDX-License-Identifier: MIT
import type { nothing, TemplateResult } from "lit";

import type { Report, Rulebook, Scenario, WalletReport } from "#margin";
import type { Further } from "../element/further.ts";
import type { Live } from "../element/live.ts";
import type { Kraken } from "../element/kraken.ts";
import type { Keeping } from "../keep/keeping.ts";
import type { Form, WalletRow, WalletType } from "../form/model.ts";
import type { Preset } from "../form/presets.ts";
import type { Numbers } from "../format/numbers.ts";

/** A result and what it belongs to, kept while the form is invalid. */
export interface Result {
  scenario: Scenario;
  report: Report;
  /** With the reader's own figures. */
  rulebook: Rulebook;
  /** The report with margin on the other of entry and mark price. */
  otherBasis: () => Report | undefined;
}

/** The lists of rows that an account has. */
export type RowKind = "collateral" | "positions" | "orders" | "transfers";

/** What was just done and can be taken back. */
export interface Undo {
  /** What was done, in words. */
  done: string;
  /** The section that offers it. */
  place: RowKind | "accounts" | "form";
}

/** Everything the templates show, and the few things they can ask for. */
export interface View {
  form: Form;
  /** The account that is shown, one of the form's. */
  account: WalletRow;
  rulebooks: readonly Rulebook[];
  /** The built-in one the form follows. */
  rulebook: Rulebook;
  version: string;
  numbers: Numbers;
  /** What is wrong, by field. */
  problems: ReadonlyMap<string, string>;
  /** What is wrong and belongs to no field. */
  generalProblems: readonly string[];
  /** Fields the reader has typed into since the form was filled. */
  typed: ReadonlySet<string>;
  /** The last valid result. */
  result: Result | undefined;
  /** What it says of the account that is shown; undefined where that is newer than the result. */
  wallet: WalletReport | undefined;
  /** Its place in the result. */
  index: number;
  /** What the whole module answers on request about the last valid result. */
  further: Further;
  live: Live;
  /** Kraken's own answers, to be taken over into the form; comes after the first screen. */
  kraken: Kraken | undefined;
  /** What is typed and chosen in the answers, by place: of this page only, in no link and no file. */
  asked: ReadonlyMap<string, string>;
  /** Whether the form has changed since `result` and cannot be evaluated. */
  stale: boolean;
  /** Whether the sentence at the top is in the window. */
  answerInView: boolean;
  /** Whether the form is what the reader left here, as it was. */
  fromDraft: boolean;
  undo: Undo | undefined;
  canUndo: boolean;
  canRedo: boolean;
  /** Id of the example that the form is, unchanged. */
  example: string | undefined;
  /** Messages about the link or a file, until dismissed. */
  notices: readonly string[];
  /** Disclosures that are open and whose content is made only then. */
  opened: ReadonlySet<string>;
  /** The parts that come after the first screen. */
  later: Later | undefined;
  /** What is kept and shared; comes with the later parts. */
  keeping: Keeping | undefined;
  /** Whether the answer at the top was drawn once: the rest follows in a task of its own. */
  begun: boolean;
  /** Draws a part of the page: where it is out of the window, a moment later than what is in it. */
  part: (draw: () => TemplateResult | typeof nothing, last?: boolean) => unknown;
  act: Actions;
}

export type Later = typeof import("./later.ts");

export interface Actions {
  /** Changes the form in place; `id` is the field that was typed into. */
  edit(change: (form: Form) => unknown, id?: string): void;
  /** Replaces the whole form and offers to undo it; `control` has the focus again once that is done. */
  fill(form: Form, done: string, control: string): void;
  /** The same with one of the examples. */
  fillExample(preset: Preset): void;
  /** Adds a row to the account that is shown. */
  add(kind: RowKind): void;
  /** Puts a copy of one of its rows behind it. */
  duplicate(kind: RowKind, key: number): void;
  /** Removes one of its rows. */
  remove(kind: RowKind, key: number): void;
  showAccount(key: number): void;
  addAccount(type: WalletType): void;
  removeAccount(): void;
  useRulebook(id: string): void;
  /** Sets the clock to this moment. */
  setNow(): void;
  open(id: string, open: boolean): void;
  /** Keeps what is typed or chosen in the answers. */
  ask(asked: Readonly<Record<string, string>>): void;
  /** Loads the whole module again. */
  loadFurther(): void;
  undo(): void;
  redo(): void;
  dismissNotices(): void;
  saveFile(): void;
  openFile(file: File): void;
}

/** The account that is shown, in a copy of the form. */
export function accountIn(view: View, form: Form): WalletRow {
  return form.wallets.find(({ key }) => key === view.account.key) ?? view.account;
}
