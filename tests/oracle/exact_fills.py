# SPDX-License-Identifier: MIT
"""The wallet once one order has traded: its position, and what is taken from or added to it."""

from dataclasses import replace
from fractions import Fraction

from exact_orders import closed_by, order_margin_terms
from exact_summaries import in_usd, summary_of
from exact_values import Flag, Quantity, Word, as_given, sum_of, total

SIDES = {1: "long", -1: "short"}


def average_entry(contract, parts):
    """Entry price of what was bought in parts (size, price): of inverse contracts harmonic."""
    whole = total(size for size, _ in parts)
    if contract.is_inverse:
        return whole / total(size / price for size, price in parts)
    return total(size * price for size, price in parts) / whole


class Fill:
    """`trade` put into today's wallet without its other orders."""

    def __init__(self, summary, wallet, trade):
        self.wallet = wallet
        self.trade = trade
        self.contract = trade.order.terms
        self.ratio = trade.ratio()
        self.account = summary.account
        if self.ratio != 1:
            moved = self.account.document.moved(self.contract.underlying, self.ratio)
            self.account = summary_of(wallet, moved).account
        self.document = self.account.document
        self.leg = self.account.leg_on(self.contract.symbol)
        order = replace(trade.order, size=trade.contracts, price=trade.price)
        self.reduces = closed_by(self.account, order)
        self.opens = Fraction(0) if order.reduce_only else order.size - self.reduces
        self.order = order

    @property
    def contracts(self):
        return self.reduces + self.opens

    def realized_terms(self):
        if not self.reduces:
            return []
        leg = self.leg
        return self.contract.pnl_terms(leg.side, self.reduces, leg.entry, self.trade.price)

    def fee(self, liquidity):
        return self.contract.fee(self.contracts, self.trade.price, liquidity)

    def entry_after(self):
        """(side, size, entry price) after the fill, or None where it is closed."""
        leg, order = self.leg, self.order
        if leg is None:
            return (order.side, self.opens, self.trade.price) if self.opens else None
        if leg.side == order.side:
            parts = [(leg.size, leg.entry), (self.opens, self.trade.price)]
            return leg.side, leg.size + self.opens, average_entry(self.contract, parts)
        if self.reduces < leg.size:
            return leg.side, leg.size - self.reduces, leg.entry
        return (order.side, self.opens, self.trade.price) if self.opens else None

    def isolated_after(self):
        """How an isolated position's margin is stated after the fill."""
        leg, order = self.leg, self.order
        added = total(order_margin_terms(self.account, [order]))
        keeps = leg is not None and (leg.side == order.side or self.reduces < leg.size)
        if order.max_leverage is not None and not (keeps and leg.max_leverage is None):
            return {"margin": "isolated", "maxLeverage": order.max_leverage}
        if not keeps:
            return {"margin": "isolated", "isolatedMargin": added}
        left = (leg.size - self.reduces) / leg.size
        return {"margin": "isolated", "isolatedMargin": leg.allocated * left + added}

    def positions_after(self):
        after = self.entry_after()
        given = self.wallet.get("positions", [])
        if not self.contracts:
            return given
        changed = []
        if after is not None:
            side, size, entry = after
            changed = [
                {
                    "contract": self.contract.symbol,
                    "side": SIDES[side],
                    "size": size,
                    "entryPrice": entry,
                    **(self.isolated_after() if self.order.isolated else {}),
                }
            ]
        if self.leg is None:
            return [*given, *changed]
        place = next(i for i, p in enumerate(given) if p["contract"] == self.contract.symbol)
        return [*given[:place], *changed, *given[place + 1 :]]

    def wallet_after(self, fee):
        """Funding is settled with the fill; losses and fees are taken from USD, a gain becomes
        the profit currency. Each change is a row of its own, so that its size is not lost."""
        wallet = {**self.wallet, "positions": self.positions_after(), "orders": []}
        if not self.contracts:
            return wallet
        settled = self.realized_terms() + ([self.leg.funding] if self.leg is not None else [])
        changes = [*settled, -fee]
        if wallet["type"] != "multi-collateral":
            return {**wallet, "changes": changes}
        currency = self.account.profit_currency
        rows = [("USD", change) for change in changes]
        if total(settled) > 0 and currency != "USD":
            cut = 1 - self.document.asset_rules(currency)[1]
            price = self.document.index_price(currency)
            rows = [(currency, change * cut / price) for change in settled] + [("USD", -fee)]
        added = [{"asset": asset, "quantity": quantity} for asset, quantity in rows]
        return {**wallet, "collateral": [*wallet.get("collateral", []), *added]}

    def summary(self, liquidity):
        return summary_of(self.wallet_after(self.fee(liquidity)), self.document)

    def position_report(self):
        after = self.entry_after() if self.contracts else None
        if not self.contracts and self.leg is not None:
            after = (self.leg.side, self.leg.size, self.leg.entry)
        if after is None:
            return None
        side, size, entry = after
        scale = size if self.leg is None else max(self.leg.size, self.order.size)
        return {
            "side": Word(SIDES[side]),
            "size": Quantity(size, scale),
            "entryPrice": as_given(entry),
        }

    def report(self, summary_after, liquidity):
        realized = self.realized_terms()
        amounts = {
            "realizedPnl": sum_of(realized),
            "realizedAfterFee": sum_of([*realized, -self.fee(liquidity)]),
        }
        return {
            "position": self.position_report(),
            **amounts,
            **in_usd(self.account, amounts),
            **summary_after.standing(),
        }


def liquidation_first(pool, ratio):
    """Whether the pool is unsafe today, or turns so on the way to the trigger's prices."""
    if not pool.legs:
        return Flag(False)
    low, high = min(ratio, Fraction(1)), max(ratio, Fraction(1))
    on_the_way = [x for x in pool.turns() if low <= x <= high and x != 1]
    near = Fraction(1, 10**9)
    doubtful = any(
        abs(x - end) <= near * max(x, end) for x in pool.turns() for end in (ratio, Fraction(1))
    )
    return Flag(pool.excess(Fraction(1)) <= 0 or bool(on_the_way), doubtful)
