// SPDX-License-Identifier: MIT
//
// What the public feeds of the two venues have in common.

/** What a feed says of one instrument. What it does not say is not there. */
export interface Quote {
  /** As the venue names the instrument. */
  symbol: string;
  /** USD. */
  index?: number;
  /** USD. */
  mark?: number;
  /** USD. */
  last?: number;
  /** Of perpetuals: a fraction an hour. */
  relativeFunding?: number;
  /** Of perpetuals: in the venue's unit, an hour and contract. */
  absoluteFunding?: number;
}

/** A message, as far as this page cares for it. */
export type Message =
  | { kind: "quotes"; quotes: Quote[] }
  /** Heartbeats, confirmations and notes: the connection lives, and nothing more. */
  | { kind: "alive" }
  /** An instrument that the venue does not have: the others' quotes come all the same. */
  | { kind: "refused" }
  /** Nothing that is documented, or with figures that can be none. */
  | { kind: "unreadable" };

/** A public feed. All it sends are these texts: nothing of the form but the names of instruments. */
export interface Venue {
  id: "futures" | "spot";
  address: string;
  /** To send when the connection opens, before anything else. */
  greeting: readonly string[];
  /** To send now and then, so that the venue keeps the connection. */
  ping: string;
  subscribe: (symbols: readonly string[]) => string[];
  unsubscribe: (symbols: readonly string[]) => string[];
  read: (text: string) => Message;
}
