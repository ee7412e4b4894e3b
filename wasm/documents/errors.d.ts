// SPDX-License-Identifier: MIT
//
// Why a document was refused. Units as in ../margin.d.ts.

export type ErrorCode =
  | "malformed"
  | "missing"
  | "unknown"
  | "duplicate"
  | "not-finite"
  | "out-of-range"
  | "inconsistent"
  | "unsupported"
  | "too-large";

export interface MarginError {
  code: ErrorCode;
  /** JSON Pointer into the scenario; "" is the whole document. */
  path: string;
  message: string;
}

export interface Errors {
  errors: MarginError[];
}
