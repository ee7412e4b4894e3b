// SPDX-License-Identifier: MIT
import { documentsOf, kLargestText, type Source } from "./documents.ts";
import { readSources } from "./found.ts";
import { holdsSecret } from "./secrets.ts";

/** The texts of files; of one that is too large only as much as shows that it is. */
export function sourcesIn(files: readonly File[]): Promise<Source[]> {
  const read = async (file: File) => ({ name: file.name, text: await file.slice(0, kLargestText + 1).text() });
  return Promise.all(files.map(read));
}

/** Whether a file is for this page to read as an answer of Kraken's, if only to say what is wrong with it. */
export function isOfKraken(source: Source): boolean {
  if (holdsSecret(source.text)) return true;
  const found = readSources([source]);
  const isNone = found.left.some(({ pointer, reason }) => pointer === "" && reason !== "errorAnswer");
  return !isNone || found.accounts !== undefined || found.positions !== undefined || found.tickers.size > 0;
}

/** Whether a text is complete, so that it need not be waited for. */
export function isComplete(text: string): boolean {
  const { documents, left } = documentsOf({ name: "", text });
  return documents.length > 0 && left.length === 0;
}
