// SPDX-License-Identifier: MIT
//
// From an account of the form to a wallet of the scenario document.
import { msg } from "@lit/localize";

import type {
  CrossPosition,
  MultiCollateralWallet,
  Order,
  Position,
  Rulebook,
  SingleCollateralWallet,
  Transfer,
  UsFuturesWallet,
  UsPosition,
  Wallet,
} from "#margin";
import { field, type OrderRow, type PositionRow, type WalletRow } from "./model.ts";
import type { Reading } from "./reading.ts";
import { assetOf, contractsFor } from "./rulebooks.ts";

export function draftWallet(row: WalletRow, pointer: string, rulebook: Rulebook, reading: Reading): Wallet {
  const orders = row.orders.map((order, index) => draftOrder(order, row, `${pointer}/orders/${index}`, reading));
  const transfers = row.transfers.map((transfer, index): Transfer => {
    const at = `${pointer}/transfers/${index}`;
    reading.places.set(at, field.transfer(transfer, "asset"));
    const quantity = reading.number(field.transfer(transfer, "quantity"), `${at}/quantity`, transfer.quantity);
    if (quantity < 0) reading.problems.set(field.transfer(transfer, "quantity"), msg("Enter a number above 0."));
    return { asset: transfer.asset, quantity: transfer.direction === "deposit" ? quantity : -quantity };
  });
  checkContracts(row, rulebook, reading);
  const more = { ...(orders.length > 0 && { orders }), ...(transfers.length > 0 && { transfers }) };
  switch (row.type) {
    case "multi-collateral":
      return { ...multiCollateral(row, pointer, rulebook, reading), ...more };
    case "single-collateral":
      return { ...singleCollateral(row, pointer, reading), ...more };
    case "us-futures":
      return { ...usFutures(row, pointer, reading), ...more };
  }
}

function checkContracts(row: WalletRow, rulebook: Rulebook, reading: Reading): void {
  const known = new Set(contractsFor(rulebook, row).map(({ symbol }) => symbol));
  const fields = [
    ...row.positions.map((position) => [position.contract, field.position(position, "contract")] as const),
    ...row.orders.map((order) => [order.contract, field.order(order, "contract")] as const),
  ];
  for (const [contract, id] of fields) {
    if (!known.has(contract)) reading.problems.set(id, msg("This account has no such contract in this rulebook."));
  }
}

function multiCollateral(
  row: WalletRow,
  pointer: string,
  rulebook: Rulebook,
  reading: Reading,
): MultiCollateralWallet {
  reading.places.set(`${pointer}/profitCurrency`, field.wallet(row, "profitCurrency"));
  return {
    type: "multi-collateral",
    ...(row.profitCurrency !== "USD" && { profitCurrency: row.profitCurrency }),
    collateral: row.collateral.map((held, index) => {
      const at = `${pointer}/collateral/${index}`;
      reading.places.set(at, field.collateral(held, "asset"));
      if (!assetOf(rulebook, held.asset) && held.asset !== "USD") {
        reading.problems.set(field.collateral(held, "asset"), msg("This rulebook does not take it as collateral."));
      }
      const id = field.collateral(held, "quantity");
      return { asset: held.asset, quantity: reading.number(id, `${at}/quantity`, held.quantity) };
    }),
    positions: row.positions.map((position, index) => {
      const at = `${pointer}/positions/${index}`;
      return withMargin(openPosition(position, at, reading), position, at, reading);
    }),
  };
}

function singleCollateral(row: WalletRow, pointer: string, reading: Reading): SingleCollateralWallet {
  reading.places.set(`${pointer}/asset`, field.wallet(row, "asset"));
  return {
    type: "single-collateral",
    asset: row.asset,
    balance: reading.number(field.wallet(row, "balance"), `${pointer}/balance`, row.balance),
    positions: row.positions.map((position, index) => openPosition(position, `${pointer}/positions/${index}`, reading)),
  };
}

function usFutures(row: WalletRow, pointer: string, reading: Reading): UsFuturesWallet {
  const id = field.wallet(row, "liquidations");
  const liquidations = reading.optional(id, `${pointer}/liquidations`, row.liquidations);
  return {
    type: "us-futures",
    cash: reading.number(field.wallet(row, "cash"), `${pointer}/cash`, row.cash),
    ...(row.news && { news: true }),
    ...(row.carried && { carried: true }),
    ...(liquidations !== undefined && { liquidations }),
    positions: row.positions.map((position, index) => usPosition(position, `${pointer}/positions/${index}`, reading)),
  };
}

function usPosition(row: PositionRow, pointer: string, reading: Reading): UsPosition {
  reading.places.set(pointer, field.position(row, "contract"));
  return {
    contract: row.contract,
    side: row.side,
    size: reading.number(field.position(row, "size"), `${pointer}/size`, row.size),
    entryPrice: reading.number(field.position(row, "entryPrice"), `${pointer}/entryPrice`, row.entryPrice),
  };
}

function openPosition(row: PositionRow, pointer: string, reading: Reading): CrossPosition {
  const id = field.position(row, "unrealizedFunding");
  const unrealizedFunding = reading.optional(id, `${pointer}/unrealizedFunding`, row.unrealizedFunding);
  return { ...usPosition(row, pointer, reading), ...(unrealizedFunding !== undefined && { unrealizedFunding }) };
}

function withMargin(open: CrossPosition, row: PositionRow, pointer: string, reading: Reading): Position {
  if (row.margin === "cross") return open;
  const value = reading.number(field.position(row, row.margin), `${pointer}/${row.margin}`, row[row.margin]);
  return row.margin === "maxLeverage"
    ? { ...open, margin: "isolated", maxLeverage: value }
    : { ...open, margin: "isolated", isolatedMargin: value };
}

/** Whether an order of this type waits for a price before it is placed. */
export function isTriggered({ type }: Pick<OrderRow, "type">): boolean {
  return type !== "limit" && type !== "market";
}

function draftOrder(row: OrderRow, wallet: WalletRow, pointer: string, reading: Reading): Order {
  reading.places.set(pointer, field.order(row, "contract"));
  const number = (name: "size" | "price" | "triggerPrice" | "maxLeverage") =>
    reading.number(field.order(row, name), `${pointer}/${name}`, row[name]);
  const order: Order = { contract: row.contract, side: row.side, size: number("size") };
  const limit = row.type === "limit";
  if (!limit) order.type = row.type;
  if (limit || (isTriggered(row) && row.price.trim() !== "")) order.price = number("price");
  if (isTriggered(row)) {
    order.triggerPrice = number("triggerPrice");
    if (row.triggerSignal !== "mark") order.triggerSignal = row.triggerSignal;
  }
  if (row.reduceOnly) order.reduceOnly = true;
  if (limit && row.makerOnly) order.makerOnly = true;
  if (limit && row.immediateOrCancel) order.timeInForce = "immediate-or-cancel";
  for (const name of ["type", "reduceOnly", "makerOnly", "triggerSignal"] as const) {
    reading.places.set(`${pointer}/${name}`, field.order(row, name));
  }
  reading.places.set(`${pointer}/timeInForce`, field.order(row, "immediateOrCancel"));
  if (wallet.type === "multi-collateral" && row.margin !== "") {
    order.margin = row.margin;
    reading.places.set(`${pointer}/margin`, field.order(row, "margin"));
    if (row.margin === "isolated" && row.maxLeverage.trim() !== "") order.maxLeverage = number("maxLeverage");
  }
  return order;
}
