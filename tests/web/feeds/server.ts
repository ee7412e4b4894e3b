// SPDX-License-Identifier: MIT
//
// A server on this machine that speaks the documented messages of both price feeds; the documents are named in
// web/src/live/futures-feed.ts and spot-feed.ts. It answers at once and sends nothing of its own accord.
import { execFileSync } from "node:child_process";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";

export type Feed = "futures" | "spot";

const feedOf: Record<string, Feed> = { "futures.kraken.com/ws/v1": "futures", "ws.kraken.com/v2": "spot" };

/** What the markets are at when a test begins. */
const first: Record<string, Record<string, number>> = {
  PF_XBTUSD: { index: 98000, markPrice: 98010, last: 98005, relative_funding_rate: 0.00001, funding_rate: 0.98 },
  "ETH/USD": { last: 3900 },
  "BTC/USD": { last: 98020 },
};

export class FeedServer {
  /** Everything that was asked, as it came. */
  readonly heard: string[] = [];
  /** Whether new connections are turned away. */
  closed = false;
  #markets = new Map<string, Record<string, number>>();
  #subscribed = new Map<WebSocket, { feed: Feed; symbols: Set<string> }>();
  readonly #https = createServer(selfSigned());
  readonly #sockets = new WebSocketServer({ noServer: true });

  constructor() {
    this.#https.on("upgrade", (request, socket, head) => {
      const feed = feedOf[`${request.headers.host}${request.url}`];
      if (this.closed || !feed) return void socket.destroy();
      this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#open(opened, feed));
    });
  }

  /** Starts it; gives what Chromium has to be told so that it takes this server for Kraken's. */
  async start(): Promise<string[]> {
    await new Promise<void>((done) => this.#https.listen(0, "127.0.0.1", done));
    const { port } = this.#https.address() as AddressInfo;
    const rules = ["futures.kraken.com", "ws.kraken.com"].map((host) => `MAP ${host} 127.0.0.1:${port}`);
    return [`--host-resolver-rules=${rules.join(",")}`, "--ignore-certificate-errors"];
  }

  stop(): void {
    this.drop();
    this.#https.close();
  }

  /** As at the beginning. */
  reset(): void {
    this.drop();
    this.closed = false;
    this.heard.length = 0;
    this.#markets = new Map(Object.entries(first));
  }

  /** Breaks all connections. */
  drop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  get connections(): number {
    return this.#sockets.clients.size;
  }

  /** What is subscribed to now. */
  get symbols(): string[] {
    return [...this.#subscribed.values()].flatMap(({ symbols }) => [...symbols]).sort();
  }

  /** Moves a market and tells those who subscribed to it. */
  quote(symbol: string, market: Record<string, number>): void {
    this.#markets.set(symbol, { ...this.#markets.get(symbol), ...market });
    for (const [socket, { feed, symbols }] of this.#subscribed) {
      if (symbols.has(symbol)) socket.send(this.#ticker(feed, symbol, "update"));
    }
  }

  /** Sends this text to all who are connected to a feed. */
  say(feed: Feed, text: string): void {
    for (const [socket, subscribed] of this.#subscribed) if (subscribed.feed === feed) socket.send(text);
  }

  #open(socket: WebSocket, feed: Feed): void {
    const symbols = new Set<string>();
    this.#subscribed.set(socket, { feed, symbols });
    socket.on("close", () => this.#subscribed.delete(socket));
    socket.on("message", (data) => {
      const text = String(data);
      this.heard.push(text);
      const answers = feed === "futures" ? this.#futures(text, symbols) : this.#spot(text, symbols);
      for (const answer of answers) socket.send(answer);
    });
    socket.send(
      JSON.stringify(
        feed === "futures"
          ? { event: "info", version: 1 }
          : { channel: "status", type: "update", data: [{ system: "online", api_version: "v2", version: "2.0.0" }] },
      ),
    );
  }

  #futures(text: string, symbols: Set<string>): string[] {
    const { event, feed, product_ids = [] } = JSON.parse(text) as { event: string; feed: string; product_ids?: string[] };
    if (feed === "heartbeat") {
      return [{ event: "subscribed", feed }, { feed, time: Date.now() }].map((answer) => JSON.stringify(answer));
    }
    if (product_ids.some((id) => !this.#markets.has(id))) {
      return [JSON.stringify({ event: "error", message: "Invalid product id" })];
    }
    for (const id of product_ids) follow(symbols, event, id);
    const tickers = event === "subscribe" ? product_ids.map((id) => this.#ticker("futures", id, "snapshot")) : [];
    return [JSON.stringify({ event: `${event}d`, feed, product_ids }), ...tickers];
  }

  #spot(text: string, symbols: Set<string>): string[] {
    const { method, params } = JSON.parse(text) as { method: string; params?: { channel: string; symbol: string[] } };
    if (method === "ping") return [JSON.stringify({ method: "pong", time_in: "", time_out: "" })];
    return (params?.symbol ?? []).flatMap((symbol) => {
      if (!this.#markets.has(symbol)) {
        return [JSON.stringify({ error: `Currency pair not supported ${symbol}`, method, success: false, symbol })];
      }
      follow(symbols, method, symbol);
      const done = JSON.stringify({ method, result: { channel: "ticker", symbol, snapshot: true }, success: true });
      return method === "subscribe" ? [done, this.#ticker("spot", symbol, "snapshot")] : [done];
    });
  }

  #ticker(feed: Feed, symbol: string, type: "snapshot" | "update"): string {
    const market = this.#markets.get(symbol);
    if (feed === "spot") return JSON.stringify({ channel: "ticker", type, data: [{ symbol, ...market }] });
    return JSON.stringify({ time: Date.now(), product_id: symbol, feed: "ticker", tag: "perpetual", ...market });
  }
}

function follow(symbols: Set<string>, event: string, symbol: string): void {
  if (event === "subscribe") symbols.add(symbol);
  else symbols.delete(symbol);
}

/** A certificate that nobody trusts, made anew. */
function selfSigned(): { key: string; cert: string } {
  const command = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=kraken.test -keyout - -out -";
  const both = execFileSync("openssl", command.split(" "), { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const part = (kind: string) => new RegExp(`-----BEGIN ${kind}-----[^]*?-----END ${kind}-----`).exec(both)?.[0] ?? "";
  return { key: part("PRIVATE KEY"), cert: part("CERTIFICATE") };
}
