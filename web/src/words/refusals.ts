// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";

import type { ErrorCode, MarginError } from "#margin";
import { language } from "../language/language.ts";

/** Why the module refuses a document. It says so in English, which stands as the detail elsewhere. */
export function refusalWords({ code, message }: Pick<MarginError, "code" | "message">): string {
  if (language() === "en") return message;
  const reason = reasonOf(code);
  return msg(str`${reason}: ${message}`, {
    id: "refusal-with-details",
    desc: "a reason, then its details in English",
  });
}

/** The answer to a question that is refused, or that has none. */
export function noAnswerWords(refusal: MarginError | undefined): string {
  return refusal ? refusalWords(refusal) : msg("There is no answer.");
}

function reasonOf(code: ErrorCode): string {
  switch (code) {
    case "malformed":
      return msg("Not written as expected");
    case "missing":
      return msg("Something is missing");
    case "unknown":
      return msg("Not known");
    case "duplicate":
      return msg("Given twice");
    case "not-finite":
      return msg("Not a finite number");
    case "out-of-range":
      return msg("Out of range");
    case "inconsistent":
      return msg("Contradicts something else");
    case "unsupported":
      return msg("Not supported");
    case "too-large":
      return msg("Too large");
  }
}
