// SPDX-License-Identifier: MIT
//
// Kraken's futures: mark, index and last price and the funding rate of contracts. Fixed by
// https://docs.kraken.com/api/docs/futures-api/websocket/ticker and …/websocket/heartbeat; that a connection is
// closed where nothing is sent for 60 seconds stands in
// https://support.kraken.com/hc/en-us/articles/360022635632-Subscriptions-WebSockets-API-.
import { isPrice, isRate, objectIn, type Fields } from "./untrusted.ts";
import type { Message, Quote, Venue } from "./venue.ts";

// A page cannot send the protocol's own ping. Asking for the heartbeat again is a documented message too.
const heartbeat = JSON.stringify({ event: "subscribe", feed: "heartbeat" });

export const futuresFeed: Venue = {
  id: "futures",
  address: "wss://futures.kraken.com/ws/v1",
  greeting: [heartbeat],
  ping: heartbeat,
  subscribe: (symbols) => request("subscribe", symbols),
  unsubscribe: (symbols) => request("unsubscribe", symbols),
  read,
};

/** One for each: a product that is not there fails the whole request it is in. */
function request(event: "subscribe" | "unsubscribe", symbols: readonly string[]): string[] {
  return symbols.map((symbol) => JSON.stringify({ event, feed: "ticker", product_ids: [symbol] }));
}

function read(text: string): Message {
  const message = objectIn(text);
  if (!message) return { kind: "unreadable" };
  if (message["event"] !== undefined) return readEvent(message);
  if (message["feed"] === "heartbeat") return { kind: "alive" };
  if (message["feed"] !== "ticker") return { kind: "unreadable" };
  const quote = readTicker(message);
  return quote ? { kind: "quotes", quotes: [quote] } : { kind: "unreadable" };
}

/** "info" greets, "alert" says that a feed was subscribed to already. An unknown product is an "error". */
function readEvent(message: Fields): Message {
  switch (message["event"]) {
    case "subscribed":
    case "unsubscribed":
    case "info":
    case "alert":
      return { kind: "alive" };
    case "error":
    case "subscribed_failed":
    case "unsubscribed_failed":
      return { kind: "refused" };
    default:
      return { kind: "unreadable" };
  }
}

/**
 * Each message has all fields, changed or not, except a funding rate of zero. A market without trades has no last
 * price.
 */
function readTicker(message: Fields): Quote | undefined {
  const { product_id: symbol, index, markPrice: mark, last } = message;
  if (typeof symbol !== "string") return undefined;
  const given = [index, mark, last].filter((price) => price !== undefined && price !== null);
  if (given.length === 0 || !given.every(isPrice)) return undefined;
  const rates = readFunding(message);
  if (!rates) return undefined;
  return {
    symbol,
    ...(isPrice(index) && { index }),
    ...(isPrice(mark) && { mark }),
    ...(isPrice(last) && { last }),
    ...rates,
  };
}

/** Undefined where it cannot be a rate. */
function readFunding(message: Fields): Pick<Quote, "relativeFunding" | "absoluteFunding"> | undefined {
  if (message["tag"] !== "perpetual") return {};
  const { relative_funding_rate: relativeFunding = 0, funding_rate: absoluteFunding = 0 } = message;
  return isRate(relativeFunding) && isRate(absoluteFunding) ? { relativeFunding, absoluteFunding } : undefined;
}
