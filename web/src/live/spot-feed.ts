// SPDX-License-Identifier: MIT
//
// Kraken's spot market: the last price of assets in USD. Fixed by
// https://docs.kraken.com/exchange/api-reference/spot-websocket-v2/ticker, …/heartbeat, …/ping and …/status.
import { asObject, isPrice, objectIn, type Fields } from "./untrusted.ts";
import type { Message, Quote, Venue } from "./venue.ts";

export const spotFeed: Venue = {
  id: "spot",
  address: "wss://ws.kraken.com/v2",
  greeting: [],
  ping: JSON.stringify({ method: "ping" }),
  subscribe: (symbol) => [
    JSON.stringify({ method: "subscribe", params: { channel: "ticker", symbol, snapshot: true } }),
  ],
  unsubscribe: (symbol) => [JSON.stringify({ method: "unsubscribe", params: { channel: "ticker", symbol } })],
  read,
};

function read(text: string): Message {
  const message = objectIn(text);
  if (!message) return { kind: "unreadable" };
  if (message["method"] !== undefined) return readAnswer(message);
  switch (message["channel"]) {
    case "heartbeat":
    case "status":
      return { kind: "alive" };
    case "ticker":
      return readTicker(message);
    default:
      return { kind: "unreadable" };
  }
}

/** To a request of ours: one for each symbol. */
function readAnswer(message: Fields): Message {
  if (!["subscribe", "unsubscribe", "pong"].includes(String(message["method"]))) return { kind: "unreadable" };
  return { kind: message["success"] === false ? "refused" : "alive" };
}

/** Snapshots and updates are the same but for their type. */
function readTicker({ type, data }: Fields): Message {
  if ((type !== "snapshot" && type !== "update") || !Array.isArray(data) || data.length === 0) {
    return { kind: "unreadable" };
  }
  const quotes: Quote[] = [];
  for (const entry of data) {
    const { symbol, last } = asObject(entry) ?? {};
    if (typeof symbol !== "string" || !isPrice(last)) return { kind: "unreadable" };
    quotes.push({ symbol, last });
  }
  return { kind: "quotes", quotes };
}
