// SPDX-License-Identifier: MIT
import type { Report, Rulebook, WalletReport } from "#margin";
import type { Form } from "../form/model.ts";
import type { Numbers } from "../format/numbers.ts";

/** A result and the form it belongs to, kept while the form is invalid. */
export interface Result {
  report: Report;
  wallet: WalletReport;
  rulebook: Rulebook;
}

/** What an undo would bring back. */
export interface Undo {
  form: Form;
  /** What was done, in words. */
  done: string;
  /** The section that offers it. */
  place: "collateral" | "positions" | "form";
}

/** Everything the templates show, and the few things they can ask for. */
export interface View {
  form: Form;
  rulebooks: readonly Rulebook[];
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
  /** Whether the form has changed since `result` and cannot be evaluated. */
  stale: boolean;
  undo: Undo | undefined;
  /** Messages about the link or a file, until dismissed. */
  notices: readonly string[];
  act: Actions;
}

export interface Actions {
  /** Changes the form in place; `id` is the field that was typed into. */
  edit(change: (form: Form) => unknown, id?: string): void;
  /** Replaces the whole form and offers to undo it; `control` has the focus again once that is done. */
  fill(form: Form, done: string, control: string): void;
  addCollateral(): void;
  removeCollateral(key: number): void;
  addPosition(): void;
  removePosition(key: number): void;
  takeBack(): void;
  dismissNotices(): void;
  saveFile(): void;
  openFile(file: File): void;
}
