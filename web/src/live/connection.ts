// SPDX-License-Identifier: MIT
//
// The connection to one venue: opened while something is subscribed to, and again where it is lost.
import { kMostTries, pauseAfter } from "./backoff.ts";
import type { Quote, Venue } from "./venue.ts";

export type ConnectionState =
  /** Nothing is subscribed to, or the page has been out of sight for a while. */
  | "resting"
  | "connecting"
  | "live"
  /** Open, but nothing has come for a while. */
  | "stale"
  /** Given up. */
  | "offline";

const kPing = 30_000;
const kStale = 10_000;
/** An opening that takes longer counts as failed; so does silence beyond staleness. */
const kGiveUp = 20_000;

export interface Listener {
  quotes(quotes: readonly Quote[]): void;
  unreadable(): void;
  /** The connection's state. */
  changed(): void;
}

export class Connection {
  readonly venue: Venue;
  state: ConnectionState = "resting";
  /** When the last prices came. */
  heard: Date | undefined;
  /** Messages that could not be read, and were left out. */
  unreadable = 0;
  readonly #listener: Listener;
  #wanted: ReadonlySet<string> = new Set();
  #paused = false;
  #socket: WebSocket | undefined;
  #failures = 0;
  #next: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #ping: ReturnType<typeof setInterval> | undefined;

  constructor(venue: Venue, listener: Listener) {
    this.venue = venue;
    this.#listener = listener;
  }

  /** Subscribes to these symbols and to no other. */
  follow(symbols: ReadonlySet<string>): void {
    const before = this.#wanted;
    this.#wanted = symbols;
    if (symbols.size === 0) this.#rest();
    else if (this.state === "resting") this.#open();
    else if (this.#socket?.readyState === WebSocket.OPEN) this.#follow(this.#socket, before);
  }

  /** Closes until `resume`. */
  pause(): void {
    this.#paused = true;
    this.#rest();
  }

  resume(): void {
    this.#paused = false;
    if (this.state === "resting") this.retry();
  }

  /** Tries again from the beginning. */
  retry(): void {
    this.#failures = 0;
    this.#open();
  }

  close(): void {
    this.#wanted = new Set();
    this.#rest();
  }

  #rest(): void {
    this.#drop();
    this.#become("resting");
  }

  #open(): void {
    this.#drop();
    if (this.#paused || this.#wanted.size === 0) return;
    this.#become("connecting");
    const socket = new WebSocket(this.venue.address);
    this.#socket = socket;
    this.#silence = setTimeout(() => this.#lost(), kGiveUp);
    socket.addEventListener("open", () => this.#opened(socket));
    socket.addEventListener("message", ({ data }) => this.#read(socket, data));
    socket.addEventListener("close", () => {
      if (socket === this.#socket) this.#lost();
    });
  }

  #opened(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    for (const text of this.venue.greeting) socket.send(text);
    this.#follow(socket, new Set());
    this.#ping = setInterval(() => socket.send(this.venue.ping), kPing);
  }

  #follow(socket: WebSocket, before: ReadonlySet<string>): void {
    const gone = [...before].filter((symbol) => !this.#wanted.has(symbol));
    const come = [...this.#wanted].filter((symbol) => !before.has(symbol));
    if (gone.length > 0) for (const text of this.venue.unsubscribe(gone)) socket.send(text);
    if (come.length > 0) for (const text of this.venue.subscribe(come)) socket.send(text);
  }

  #read(socket: WebSocket, data: unknown): void {
    if (socket !== this.#socket) return;
    const message = this.venue.read(typeof data === "string" ? data : "");
    if (message.kind === "unreadable") {
      this.unreadable++;
      this.#listener.unreadable();
      return;
    }
    this.#failures = 0;
    this.#listen();
    const quotes = message.kind === "quotes" ? message.quotes : [];
    const wanted = quotes.filter(({ symbol }) => this.#wanted.has(symbol));
    if (wanted.length === 0) return;
    this.heard = new Date();
    this.#listener.quotes(wanted);
  }

  /** Waits for the next message, for a while. */
  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#become("stale");
      this.#silence = setTimeout(() => this.#lost(), kGiveUp);
    }, kStale);
    this.#become("live");
  }

  #lost(): void {
    this.#drop();
    this.#failures++;
    if (this.#failures >= kMostTries) {
      this.#become("offline");
      return;
    }
    this.#become("connecting");
    this.#next = setTimeout(() => this.#open(), pauseAfter(this.#failures, Math.random()));
  }

  /** Leaves the socket and all that was planned. */
  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    clearTimeout(this.#next);
    clearTimeout(this.#silence);
    clearInterval(this.#ping);
    socket?.close();
  }

  #become(state: ConnectionState): void {
    if (state === this.state) return;
    this.state = state;
    this.#listener.changed();
  }
}
