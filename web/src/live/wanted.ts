// SPDX-License-Identifier: MIT
//
// What of the feeds a form uses: which instruments, and which fields their prices fill.
import type { Rulebook } from "#margin";
import { field, marketOf, ownMarketOf, type Form } from "../form/model.ts";
import { contractOf, isDated, isPerpetual, underlyingOf } from "../form/rulebooks.ts";
import { pricedAssets, usedContracts } from "../form/scenario.ts";
import type { Quote, Venue } from "./venue.ts";

type Source = Venue["id"];

/** A field that a feed can fill. */
export interface LiveField {
  /** The id of its value, as in form/model.ts. */
  place: string;
  venue: Source;
  symbol: string;
  quantity: Exclude<keyof Quote, "symbol">;
  /** The place of the index price, without which the feed's price would say nothing. */
  beside?: string;
  read: (form: Form) => string;
  write: (form: Form, text: string) => void;
}

export interface Wanted {
  symbols: Readonly<Record<Source, ReadonlySet<string>>>;
  fields: readonly LiveField[];
  /** Assets and contracts whose prices neither feed has. */
  without: readonly string[];
}

/** Kraken quotes the dollar in these, not these in dollars. */
const kQuotedInverted = new Set(["CAD", "CHF", "JPY"]);

export function wantedBy(form: Form, rulebook: Rulebook): Wanted {
  const futures = new Set<string>();
  const spot = new Set<string>();
  const fields: LiveField[] = [];
  const without: string[] = [];
  const priced = new Set<string>();
  const ordered = new Set(form.wallets.flatMap(({ orders }) => orders.map(({ contract }) => contract)));
  const price = (asset: string, from: Pick<LiveField, "venue" | "symbol" | "quantity">) => {
    priced.add(asset);
    fields.push(priceField(asset, from));
  };
  for (const contract of new Set(form.wallets.flatMap(usedContracts))) {
    const symbol = productOf(form, rulebook, contract);
    if (symbol === undefined) {
      if (contractOf(rulebook, contract)?.type !== "us" && contract !== "") without.push(contract);
      continue;
    }
    futures.add(symbol);
    const underlying = underlyingOf(rulebook, contract);
    if (!priced.has(underlying)) price(underlying, { venue: "futures", symbol, quantity: "index" });
    const markets = marketFields(form, rulebook, contract, symbol);
    // Last prices matter to orders alone.
    fields.push(...markets.filter(({ quantity }) => quantity !== "last" || ordered.has(contract)));
  }
  for (const asset of new Set(form.wallets.flatMap((wallet) => pricedAssets(wallet, rulebook)))) {
    if (priced.has(asset)) continue;
    const symbol = `${asset}/USD`;
    if (kQuotedInverted.has(asset)) without.push(asset);
    else {
      spot.add(symbol);
      price(asset, { venue: "spot", symbol, quantity: "last" });
    }
  }
  return { symbols: { futures, spot }, fields, without };
}

/** As the venue names a contract: a dated one by its day. US contracts are not on this venue. */
function productOf(form: Form, rulebook: Rulebook, symbol: string): string | undefined {
  const contract = contractOf(rulebook, symbol);
  if (!contract || contract.type === "us") return undefined;
  if (!isDated(contract)) return symbol;
  const expiry = marketOf(form, symbol).expiry || (contract.expiry?.slice(0, 10) ?? "");
  const day = /^20(\d\d)-(\d\d)-(\d\d)$/.exec(expiry);
  return day ? `${symbol}_${day.slice(1).join("")}` : undefined;
}

function priceField(asset: string, from: Pick<LiveField, "venue" | "symbol" | "quantity">): LiveField {
  return {
    ...from,
    place: field.price(asset),
    read: (form) => form.prices[asset] ?? "",
    write: (form, text) => (form.prices[asset] = text),
  };
}

function marketFields(form: Form, rulebook: Rulebook, contract: string, symbol: string): LiveField[] {
  const found = contractOf(rulebook, contract);
  const funding = marketOf(form, contract).absolute ? "absoluteFunding" : "relativeFunding";
  const own = (name: "mark" | "last" | "funding", quantity: LiveField["quantity"]): LiveField => ({
    place: field.market(contract, name),
    venue: "futures",
    symbol,
    quantity,
    read: (form) => marketOf(form, contract)[name],
    write: (form, text) => (ownMarketOf(form, contract)[name] = text),
  });
  return [
    { ...own("mark", "mark"), beside: field.price(underlyingOf(rulebook, contract)) },
    { ...own("last", "last"), beside: field.price(underlyingOf(rulebook, contract)) },
    ...(found && isPerpetual(found) ? [own("funding", funding)] : []),
  ];
}
