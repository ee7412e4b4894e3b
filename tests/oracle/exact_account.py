# SPDX-License-Identifier: MIT
"""Wallets, and their equity and requirements at any prices, from definition.

Every amount is answered as the list of the terms that format.md sums for it, so that its value
(their sum) and its scale (the largest of them) come from one place.
"""

from dataclasses import dataclass
from fractions import Fraction

from exact_documents import Contract, Document, margin_terms
from exact_values import exact, total


@dataclass(frozen=True)
class Holding:
    asset: str
    quantity: Fraction
    price: Fraction
    haircut: Fraction
    kept: Fraction  # the part of the value that counts as collateral


@dataclass(frozen=True)
class Leg:
    terms: Contract
    side: int  # 1 long, -1 short
    size: Fraction
    entry: Fraction
    funding: Fraction
    isolated: bool = False
    allocated: Fraction | None = None  # isolated margin, USD; None for a cross leg
    max_leverage: Fraction | None = None  # of an isolated leg that is stated by it

    @property
    def contract(self):
        return self.terms.symbol

    @property
    def underlying(self):
        return self.terms.underlying

    @property
    def mark(self):
        return self.terms.mark

    @property
    def index(self):
        return self.terms.index

    @property
    def units(self):
        """Size × contract size."""
        return self.size * self.terms.per


@dataclass(frozen=True)
class Move:
    """The prices of these assets, and the marks of every contract on them, times one ratio."""

    assets: frozenset
    ratio: Fraction

    def of(self, asset):
        return self.ratio if asset in self.assets else Fraction(1)


TODAY = Move(frozenset(), Fraction(1))


@dataclass(frozen=True)
class Account:
    """A multi-collateral wallet; the other types answer the same questions their own way."""

    document: Document
    holdings: tuple
    legs: tuple
    policy: dict
    profit_currency: str
    profit_kept: Fraction  # the part of a positive unrealized total that counts as margin

    @property
    def cross_legs(self):
        return [leg for leg in self.legs if not leg.isolated]

    @property
    def isolated_legs(self):
        return [leg for leg in self.legs if leg.isolated]

    def leg_on(self, symbol):
        return next((leg for leg in self.legs if leg.contract == symbol), None)

    def factor_prices(self):
        """Today's price of each asset that is a factor, in the report's order."""
        current = {h.asset: h.price for h in self.holdings if h.asset != "USD"}
        for leg in self.legs:
            current.setdefault(leg.underlying, leg.index)
        return current

    def market(self):
        """The assets that move together as "market", or None where there is no such factor."""
        assets = {h.asset for h in self.holdings} | {leg.underlying for leg in self.legs}
        return {asset for asset in assets if self.document.asset_kind(asset) == "crypto"}

    def balance_terms(self):
        return [h.quantity * h.price for h in self.holdings]

    def collateral_terms(self, move=TODAY):
        return [h.quantity * h.price * move.of(h.asset) * h.kept for h in self.holdings]

    def mark_at(self, leg, move=TODAY):
        return leg.mark * move.of(leg.underlying)

    def mark_notional(self, leg, move=TODAY):
        return leg.terms.notional(leg.size, self.mark_at(leg, move))

    def basis_notional(self, leg, move=TODAY):
        if self.policy["marginBasis"] == "mark":
            return self.mark_notional(leg, move)
        return leg.terms.notional(leg.size, leg.entry)

    def pnl_terms(self, leg, move=TODAY):
        return leg.terms.pnl_terms(leg.side, leg.size, leg.entry, self.mark_at(leg, move))

    def unrealized_terms(self, legs, move=TODAY):
        terms = []
        for leg in legs:
            terms += [*self.pnl_terms(leg, move), leg.funding]
        return terms

    def kept_of(self, unrealized):
        """Only a gain is held in the profit currency and cut; a loss counts in full."""
        return self.profit_kept if unrealized > 0 else Fraction(1)

    def as_margin_terms(self, legs, move=TODAY):
        terms = self.unrealized_terms(legs, move)
        kept = self.kept_of(total(terms))
        return [kept * term for term in terms]

    def isolated_equity_terms(self, leg, move=TODAY):
        return [leg.allocated, *self.as_margin_terms([leg], move)]

    def cross_equity_terms(self, move=TODAY):
        """marginEquity − Σ isolated equity: the isolated legs' gains and losses leave with them."""
        return [
            *self.collateral_terms(move),
            *self.as_margin_terms(self.cross_legs, move),
            *(-leg.allocated for leg in self.isolated_legs),
        ]

    def measure(self, leg, move=TODAY):
        """What the schedule's levels are chosen by."""
        return self.basis_notional(leg, move)

    def leg_margin_terms(self, leg, rate, move=TODAY):
        return margin_terms(leg.terms.levels, rate, self.measure(leg, move), self.policy)

    def side_margin_terms(self, underlying, side, rate, move=TODAY):
        terms = []
        for leg in self.cross_legs:
            if (leg.underlying, leg.side) == (underlying, side):
                terms += self.leg_margin_terms(leg, rate, move)
        return terms

    def cross_margin_terms(self, rate, move=TODAY):
        """After netting: per underlying the dearer side, else both sides."""
        terms = []
        for underlying in dict.fromkeys(leg.underlying for leg in self.cross_legs):
            long = self.side_margin_terms(underlying, 1, rate, move)
            short = self.side_margin_terms(underlying, -1, rate, move)
            if self.policy["netting"]:
                terms += max(long, short, key=total)
            else:
                terms += long + short
        return terms

    def cross_maintenance_terms(self, move=TODAY):
        """What cross equity is compared with: the requirement and, by policy, the closing fee."""
        terms = self.cross_margin_terms("maintenance", move)
        if self.policy["closingFee"]:
            taker = self.document.taker
            terms += [taker * self.mark_notional(leg, move) for leg in self.cross_legs]
        return terms


@dataclass(frozen=True)
class InverseAccount(Account):
    """A single-collateral wallet: amounts in the coin, which the levels do not follow."""

    balances: tuple = ()  # terms of the balance, coin
    coin: str = ""

    def factor_prices(self):
        return {self.coin: self.document.index_price(self.coin)}

    def market(self):
        return None

    def balance_terms(self):
        return list(self.balances)

    def collateral_terms(self, move=TODAY):
        return list(self.balances)

    def measure(self, leg, move=TODAY):
        return leg.size

    def leg_margin_terms(self, leg, rate, move=TODAY):
        a_contract = self.basis_notional(leg, move) / leg.size
        contracts = margin_terms(leg.terms.levels, rate, leg.size, self.policy)
        return [part * a_contract for part in contracts]


def read_leg(position, document):
    terms = document.contract(position["contract"])
    size, entry = exact(position["size"]), exact(position["entryPrice"])
    isolated = position.get("margin", "cross") == "isolated"
    allocated = max_leverage = None
    if isolated and "isolatedMargin" in position:
        allocated = exact(position["isolatedMargin"])
    elif isolated:
        # Of the entry notional whatever the basis: the margin is set aside once, at entry.
        notional = terms.notional(size, entry)
        max_leverage = exact(position["maxLeverage"])
        scheduled = total(margin_terms(terms.levels, "initial", notional, document.policy))
        allocated = max(notional / max_leverage, scheduled)
    return Leg(
        terms=terms,
        side=1 if position["side"] == "long" else -1,
        size=size,
        entry=entry,
        funding=exact(position.get("unrealizedFunding", 0)),
        isolated=isolated,
        allocated=allocated,
        max_leverage=max_leverage,
    )


def read_legs(wallet, document):
    return tuple(read_leg(position, document) for position in wallet.get("positions", []))


def read_holding(entry, document):
    asset = entry["asset"]
    haircut, fee = document.asset_rules(asset)
    kept = (1 - haircut) * (1 - fee if document.policy["collateralFee"] else 1)
    return Holding(asset, exact(entry["quantity"]), document.index_price(asset), haircut, kept)


def read_account(wallet, document):
    """A multi-collateral or a single-collateral wallet as a value. A wallet that a fill or a
    transfer has changed may carry further terms of its balance as `changes`."""
    legs = read_legs(wallet, document)
    if wallet["type"] == "single-collateral":
        balances = [wallet["balance"], *wallet.get("changes", [])]
        return InverseAccount(
            document=document,
            holdings=(),
            legs=legs,
            policy=document.policy,
            profit_currency=wallet["asset"],
            profit_kept=Fraction(1),
            balances=tuple(exact(balance) for balance in balances),
            coin=wallet["asset"],
        )
    currency = wallet.get("profitCurrency", "USD")
    haircut, fee = document.asset_rules(currency)
    return Account(
        document=document,
        holdings=tuple(read_holding(entry, document) for entry in wallet.get("collateral", [])),
        legs=legs,
        policy=document.policy,
        profit_currency=currency,
        profit_kept=(1 - haircut) * (1 - fee),
    )
