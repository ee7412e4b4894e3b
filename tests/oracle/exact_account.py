# SPDX-License-Identifier: MIT
"""A multi-collateral wallet, and its equity and requirements at any prices, from definition.

Every amount is answered as the list of the terms that format.md sums for it, so that its value
(their sum) and its scale (the largest of them) come from one place.
"""

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from exact_values import exact, total

RULEBOOKS = Path(__file__).resolve().parents[2] / "rulebooks"

# Asset kinds where the rulebook names none.
FIAT = frozenset({"USD", "EUR", "GBP", "AUD", "CAD", "CHF", "JPY"})

POLICY_DEFAULTS = {
    "marginBasis": "entry",
    "levels": "flat",
    "netting": True,
    "collateralFee": False,
    "closingFee": False,
}


class OutOfScope(ValueError):
    """The scenario uses something this derivation does not cover."""


@dataclass(frozen=True)
class Level:
    start: Fraction  # USD of notional; the level applies from here on, inclusive
    initial: Fraction
    maintenance: Fraction


@dataclass(frozen=True)
class Holding:
    asset: str
    quantity: Fraction
    price: Fraction
    haircut: Fraction
    kept: Fraction  # the part of the value that counts as collateral


@dataclass(frozen=True)
class Leg:
    contract: str
    underlying: str
    side: int  # 1 long, -1 short
    size: Fraction
    units: Fraction  # size × contractSize, in units of the underlying
    entry: Fraction
    index: Fraction  # index price of the underlying
    mark: Fraction
    funding: Fraction
    levels: tuple
    isolated: bool
    allocated: Fraction | None  # isolated margin, USD; None for a cross leg


@dataclass(frozen=True)
class Move:
    """The prices of these assets, and the marks of every contract on them, times one ratio."""

    assets: frozenset
    ratio: Fraction

    def of(self, asset):
        return self.ratio if asset in self.assets else Fraction(1)


TODAY = Move(frozenset(), Fraction(1))


def level_index(levels, notional):
    """Place of the last level whose start the notional has reached."""
    return max(place for place, level in enumerate(levels) if level.start <= notional)


def margin_terms(levels, rate, notional, policy):
    """The margin of a notional: one product, or one product per slice."""
    if policy["levels"] == "flat":
        return [getattr(levels[level_index(levels, notional)], rate) * notional]
    terms = []
    for place, level in enumerate(levels):
        end = levels[place + 1].start if place + 1 < len(levels) else notional
        slice_of_level = min(end, notional) - level.start
        if slice_of_level > 0:
            terms.append(getattr(level, rate) * slice_of_level)
    return terms


@dataclass(frozen=True)
class Account:
    holdings: tuple
    legs: tuple
    kinds: dict
    policy: dict
    profit_kept: Fraction  # the part of a positive unrealized total that counts as margin
    taker: Fraction | None  # charged by closingFee; None where the policy does not

    @property
    def cross_legs(self):
        return [leg for leg in self.legs if not leg.isolated]

    @property
    def isolated_legs(self):
        return [leg for leg in self.legs if leg.isolated]

    def collateral_terms(self, move=TODAY):
        return [h.quantity * h.price * move.of(h.asset) * h.kept for h in self.holdings]

    def mark_notional(self, leg, move=TODAY):
        return leg.units * leg.mark * move.of(leg.underlying)

    def basis_notional(self, leg, move=TODAY):
        if self.policy["marginBasis"] == "mark":
            return self.mark_notional(leg, move)
        return leg.units * leg.entry

    def pnl_terms(self, leg, move=TODAY):
        return [leg.side * self.mark_notional(leg, move), -leg.side * leg.units * leg.entry]

    def unrealized_terms(self, legs, move=TODAY):
        terms = []
        for leg in legs:
            terms += [*self.pnl_terms(leg, move), leg.funding]
        return terms

    def as_margin_terms(self, legs, move=TODAY):
        """Only a gain is held in the profit currency and cut; a loss counts in full."""
        terms = self.unrealized_terms(legs, move)
        kept = self.profit_kept if total(terms) > 0 else Fraction(1)
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

    def leg_margin_terms(self, leg, rate, move=TODAY):
        return margin_terms(leg.levels, rate, self.basis_notional(leg, move), self.policy)

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
        if self.taker is not None:
            terms += [self.taker * self.mark_notional(leg, move) for leg in self.cross_legs]
        return terms


def load_rulebook(reference):
    if isinstance(reference, dict):
        return reference
    return json.loads((RULEBOOKS / f"{reference}.json").read_text(encoding="utf-8"))


def index_price(scenario, asset):
    return Fraction(1) if asset == "USD" else exact(scenario["prices"][asset])


def asset_rules(rulebook, asset):
    """(haircut, conversionFee) of an asset that collateral or profit is held in."""
    if asset == "USD":
        return Fraction(0), Fraction(0)
    rules = rulebook["assets"][asset]
    return exact(rules.get("haircut", 0)), exact(rules.get("conversionFee", 0))


def asset_kind(rulebook, asset):
    rules = rulebook["assets"].get(asset, {})
    if "kind" in rules:
        return rules["kind"]
    if rules.get("stable"):
        return "stable"
    return "fiat" if asset in FIAT else "crypto"


def taker_rate(scenario, rulebook):
    volume = exact(scenario.get("volume30d", 0))
    if not rulebook.get("fees"):
        raise OutOfScope("closingFee without fees in the rulebook")
    reached = [level for level in rulebook["fees"] if exact(level["from"]) <= volume]
    return exact(max(reached, key=lambda level: exact(level["from"]))["taker"])


def read_levels(rulebook, contract, client, level_slack):
    name = contract["schedule"]
    if client == "retail":
        name = contract.get("retailSchedule", name)
    return tuple(
        Level(
            exact(level["from"]) * (1 - level_slack),
            exact(level["initial"]),
            exact(level["maintenance"]),
        )
        for level in rulebook["marginSchedules"][name]
    )


def read_leg(position, scenario, rulebook, policy, level_slack):
    contract = next(c for c in rulebook["contracts"] if c["symbol"] == position["contract"])
    if contract["type"] != "linear":
        raise OutOfScope(f"{contract['type']} contract in a multi-collateral wallet")
    underlying = contract["underlying"]
    index = index_price(scenario, underlying)
    levels = read_levels(rulebook, contract, scenario.get("client", "professional"), level_slack)
    size = exact(position["size"])
    units = size * exact(contract.get("contractSize", 1))
    entry = exact(position["entryPrice"])
    isolated = position.get("margin", "cross") == "isolated"
    allocated = None
    if isolated and "isolatedMargin" in position:
        allocated = exact(position["isolatedMargin"])
    elif isolated:
        # Of the entry notional whatever the basis: the margin is set aside once, at entry.
        scheduled = total(margin_terms(levels, "initial", units * entry, policy))
        allocated = max(units * entry / exact(position["maxLeverage"]), scheduled)
    return Leg(
        contract=contract["symbol"],
        underlying=underlying,
        side=1 if position["side"] == "long" else -1,
        size=size,
        units=units,
        entry=entry,
        index=index,
        mark=exact(scenario.get("marks", {}).get(contract["symbol"], index)),
        funding=exact(position.get("unrealizedFunding", 0)),
        levels=levels,
        isolated=isolated,
        allocated=allocated,
    )


def read_holding(entry, scenario, rulebook, policy):
    asset = entry["asset"]
    haircut, fee = asset_rules(rulebook, asset)
    kept = (1 - haircut) * (1 - fee if policy["collateralFee"] else 1)
    price = index_price(scenario, asset)
    return Holding(asset, exact(entry["quantity"]), price, haircut, kept)


def read_account(wallet, scenario, rulebook, level_slack=Fraction(0)):
    """The wallet as a value. `level_slack` lowers every level's start by that part: with a few
    units of rounding, the levels as a double-precision notional may meet them."""
    if wallet.get("orders"):
        raise OutOfScope("orders")
    policy = {**POLICY_DEFAULTS, **rulebook.get("policy", {}), **scenario.get("policy", {})}
    holdings = tuple(
        read_holding(entry, scenario, rulebook, policy) for entry in wallet.get("collateral", [])
    )
    legs = tuple(
        read_leg(position, scenario, rulebook, policy, level_slack)
        for position in wallet.get("positions", [])
    )
    profit_haircut, profit_fee = asset_rules(rulebook, wallet.get("profitCurrency", "USD"))
    assets = {holding.asset for holding in holdings} | {leg.underlying for leg in legs}
    return Account(
        holdings=holdings,
        legs=legs,
        kinds={asset: asset_kind(rulebook, asset) for asset in assets},
        policy=policy,
        profit_kept=(1 - profit_haircut) * (1 - profit_fee),
        taker=taker_rate(scenario, rulebook) if policy["closingFee"] else None,
    )
