// SPDX-License-Identifier: MIT
import { plainText, readNumber } from "../format/parse.ts";
import { haircutKey } from "./figures.ts";
import { fragmentKeys, kLongestFragment, kLongestText } from "./fragment.ts";
import { kDefaultRulebook, marketOf, type Form, type OrderRow, type WalletRow } from "./model.ts";
import { bookLine } from "./reading.ts";

type Write = (text: string) => string;
type Part = [key: string, value: string];

/** The fragment of the form, without "#"; null where it would be too long for an address. */
export function writeFragment(form: Form, locale: string): string | null {
  const number: Write = (text) => writeNumber(text, locale);
  const once = new Once(form, number);
  const [only, ...others] = form.wallets;
  const plain = only?.type === "multi-collateral" && others.length === 0;
  // Accounts first: what stands in them is not written again.
  const wallets = form.wallets.flatMap((wallet) => writeWallet(wallet, once, number, !plain));
  const switches = (["netting", "collateralFee", "closingFee"] as const).flatMap((name) =>
    form[name] ? [`${name}-${form[name]}`] : [],
  );
  const parts: Part[] = [
    ["r", form.rulebook === kDefaultRulebook ? "" : form.rulebook],
    ["b", form.marginBasis],
    ["l", form.levels],
    ["n", switches.join(",")],
    ["k", form.client === "professional" ? "" : form.client],
    ["a", encodeURIComponent(form.asOf).replaceAll("%3A", ":")],
    ["y", number(form.volume30d)],
    ...wallets.filter(([key]) => !plain || key !== "q"),
    ["i", list(form.prices, (asset, price) => (once.prices.has(asset) ? "" : `${asset}:${number(price)}`))],
    ...writeMarkets(form, once, number),
    ["e", list(form.figures, (key, text) => (once.figures.has(key) ? "" : `${key}:${number(text)}`))],
    ...(plain ? wallets.filter(([key]) => key === "q") : []),
    ["t", encodeURIComponent(form.title)],
  ];
  const written = parts.filter(([key, value]) => value !== "" || key === "w");
  const version = !plain || written.some(([key]) => !fragmentKeys[1]?.includes(key)) || once.isNew ? 2 : 1;
  const fragment = [["v", version], ...written].map(([key, value]) => `${key}=${value}`).join("&");
  return fragment.length <= kLongestFragment ? fragment : null;
}

/** What a row of an account carries for the whole form: written in the first row that can. */
class Once {
  readonly prices = new Set<string>(["USD"]);
  readonly figures = new Set<string>();
  readonly marks = new Set<string>();
  /** Whether a row has something that version 1 did not have. */
  isNew = false;
  readonly #form: Form;
  readonly #number: Write;

  constructor(form: Form, number: Write) {
    this.#form = form;
    this.#number = number;
  }

  price(asset: string): string {
    return this.#first("@", this.prices, asset, this.#form.prices[asset] ?? "");
  }

  haircut(asset: string): string {
    const text = this.#form.figures[haircutKey(asset)];
    return text === undefined ? "" : this.#first("~", this.figures, haircutKey(asset), text, true);
  }

  mark(contract: string): string {
    return this.#first("~", this.marks, contract, marketOf(this.#form, contract).mark);
  }

  #first(sign: string, done: Set<string>, name: string, text: string, evenEmpty = false): string {
    if (done.has(name) || (text === "" && !evenEmpty)) return "";
    done.add(name);
    return sign + this.#number(text);
  }
}

function writeWallet(wallet: WalletRow, once: Once, number: Write, begun: boolean): Part[] {
  const flags = [wallet.news ? ":news" : "", wallet.carried ? ":carried" : ""].join("");
  const so = wallet.liquidations === "" ? "" : `:n${number(wallet.liquidations)}`;
  const beginning = {
    "multi-collateral": "multi",
    "single-collateral": `single:${wallet.asset}:${number(wallet.balance)}`,
    "us-futures": `us:${number(wallet.cash)}${flags}${so}`,
  };
  const collateral = wallet.collateral.map(
    ({ asset, quantity }) => `${asset}:${number(quantity)}${once.price(asset)}${once.haircut(asset)}`,
  );
  const positions = wallet.positions.map((row) => {
    const mark = once.mark(row.contract);
    const margin = {
      cross: "",
      maxLeverage: `:x${number(row.maxLeverage)}`,
      isolatedMargin: `:m${number(row.isolatedMargin)}`,
    };
    const funding = row.unrealizedFunding === "" ? "" : `:f${number(row.unrealizedFunding)}`;
    if (funding !== "") once.isNew = true;
    const open = `${row.contract}:${row.side}:${number(row.size)}@${number(row.entryPrice)}${mark}`;
    return `${open}${margin[row.margin]}${funding}`;
  });
  const transfers = wallet.transfers.map(({ asset, direction, quantity }) => {
    return `${asset}:${number(quantity)}${direction === "withdrawal" ? ":out" : ""}`;
  });
  return [
    ...(begun ? [["w", beginning[wallet.type]] as Part] : []),
    ["c", collateral.join(",")],
    ["p", positions.join(",")],
    ["o", wallet.orders.map((order) => writeOrder(order, number)).join(",")],
    ["x", transfers.join(",")],
    ["q", wallet.profitCurrency === "USD" ? "" : wallet.profitCurrency],
  ];
}

function writeOrder(row: OrderRow, number: Write): string {
  const words = [
    row.type === "limit" ? "" : row.type,
    row.triggerPrice === "" ? "" : `g${number(row.triggerPrice)}`,
    row.triggerSignal === "mark" ? "" : row.triggerSignal,
    row.reduceOnly ? "reduce" : "",
    row.makerOnly ? "maker" : "",
    row.immediateOrCancel ? "ioc" : "",
    row.margin,
    row.maxLeverage === "" ? "" : `x${number(row.maxLeverage)}`,
  ].filter((word) => word !== "");
  const price = row.price === "" ? "" : `@${number(row.price)}`;
  return [`${row.contract}:${row.side}:${number(row.size)}${price}`, ...words].join(":");
}

function writeMarkets(form: Form, once: Once, number: Write): Part[] {
  const { markets } = form;
  const book = (text: string) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => writeBookLine(line, number))
      .join(";");
  return [
    ["m", list(markets, (at, { mark }) => (mark === "" || once.marks.has(at) ? "" : `${at}:${number(mark)}`))],
    ["s", list(markets, (at, { expiry }) => (expiry === "" ? "" : `${at}:${expiry}`))],
    ["z", list(markets, (at, { last }) => (last === "" ? "" : `${at}:${number(last)}`))],
    [
      "f",
      list(markets, (at, { funding, absolute }) =>
        funding === "" && !absolute ? "" : `${at}:${number(funding)}${absolute ? ":abs" : ""}`,
      ),
    ],
    ["d", list(markets, (at, { bids, asks }) => (bids + asks === "" ? "" : `${at}:${book(bids)}:${book(asks)}`))],
  ];
}

function writeBookLine(line: string, number: Write): string {
  const parts = bookLine(line).map(number);
  return parts.length === 2 && parts.every((part) => !part.startsWith("!")) ? parts.join("@") : kept(line);
}

function list<Value>(given: Readonly<Record<string, Value>>, item: (name: string, value: Value) => string): string {
  return Object.entries(given)
    .map(([name, value]) => (value === "" && !name.includes("/") ? "" : item(name, value)))
    .filter((text) => text !== "")
    .join(",");
}

function writeNumber(text: string, locale: string): string {
  if (text === "") return "";
  const reading = readNumber(text, locale);
  return reading ? plainText(reading.value) : kept(text);
}

function kept(text: string): string {
  // "!" takes the place of "%": an address may be decoded on its way, which must not free a separator.
  const shortened = text.slice(0, kLongestText).toWellFormed();
  return `!${encodeURIComponent(shortened)
    .replace(/[!'()*~.]/g, percentCode)
    .replaceAll("%", "!")}`;
}

function percentCode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
