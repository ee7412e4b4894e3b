// SPDX-License-Identifier: MIT
//
// All that was pasted and dropped, read together: the order it came in makes no difference.
import { answersIn, type Answer, type Kind } from "./answers.ts";
import { documentsOf, type Source } from "./documents.ts";
import { left, type Left } from "./left.ts";
import { readMarkets, type Markets } from "./markets.ts";
import { readAccounts, readPositions, type Accounts, type HeldPosition } from "./own.ts";

export interface Found extends Markets {
  /** Undefined where there is no such answer. */
  accounts: Accounts | undefined;
  positions: HeldPosition[] | undefined;
  /** Of the newest answer, ISO 8601 UTC; empty where none says. */
  time: string;
  left: Left[];
}

export function readSources(sources: readonly Source[]): Found {
  const lefts: Left[] = [];
  const documents = sources.flatMap((source) => {
    const read = documentsOf(source);
    lefts.push(...read.left);
    return read.documents;
  });
  const answers = answersIn(documents, lefts);
  const accounts = newest(answers, "accounts", lefts);
  const positions = newest(answers, "openPositions", lefts);
  const markets = answers.filter(({ kind }) => kind === "tickers" || kind === "ticker" || kind === "instruments");
  return {
    ...readMarkets(markets.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)), lefts),
    accounts: accounts && readAccounts(accounts, lefts),
    positions: positions && readPositions(positions, lefts),
    time: answers.reduce((latest, { time }) => (time > latest ? time : latest), ""),
    // Contracts among old accounts' balances are told of by the positions, where those are there.
    left: positions ? lefts.filter(({ reason }) => reason !== "heldContract") : lefts,
  };
}

/** Such an answer is the whole state: what an older one has beside it may be gone since. */
function newest(answers: readonly Answer[], kind: Kind, lefts: Left[]): Answer | undefined {
  const all = answers.filter((answer) => answer.kind === kind);
  const last = all.at(-1);
  for (const answer of all.slice(0, -1)) {
    if (answer.text !== last?.text) lefts.push(left(answer.place, "olderAnswer", answer.time));
  }
  return last;
}
