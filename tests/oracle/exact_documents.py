# SPDX-License-Identifier: MIT
"""What a scenario and its rulebook say, as exact numbers: prices, rates, contracts and the clock."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from exact_values import exact

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

US_DEFAULTS = {
    "minutesBeforeClose": 15,
    "newsFactor": 4,
    "firstLiquidationFee": 25,
    "laterLiquidationFee": 50,
}

# Of a contract and side, in dollars.
US_FEES = ("exchange", "nfa", "clearing", "commission")

# Futures settle at this hour of their expiry's date.
EXPIRY_HOUR_UTC = 8


@dataclass(frozen=True)
class Level:
    start: Fraction  # USD of notional, or contracts; the level applies from here on, inclusive
    initial: Fraction
    maintenance: Fraction


def level_index(levels, measure):
    """Place of the last level whose start the notional, or the size, has reached."""
    return max(place for place, level in enumerate(levels) if level.start <= measure)


def margin_terms(levels, rate, measure, policy):
    """Rate × measure of the measure's level: one product, or one product per slice."""
    if policy["levels"] == "flat":
        return [getattr(levels[level_index(levels, measure)], rate) * measure]
    terms = []
    for place, level in enumerate(levels):
        end = levels[place + 1].start if place + 1 < len(levels) else measure
        slice_of_level = min(end, measure) - level.start
        if slice_of_level > 0:
            terms.append(getattr(level, rate) * slice_of_level)
    return terms


def instant(text):
    """A moment of ISO 8601, in UTC; of a date alone, the settlement's hour."""
    if len(text) == len("2026-04-19"):
        return datetime.fromisoformat(text).replace(tzinfo=timezone.utc, hour=EXPIRY_HOUR_UTC)
    return datetime.fromisoformat(text).astimezone(timezone.utc)


def seconds_between(start, end):
    return Fraction((end - start) // timedelta(microseconds=1), 10**6)


class Contract:
    """One contract of the rulebook at the scenario's prices. A US contract is a linear one whose
    contract size is its value per point; its margins and fees are a contract's, in dollars."""

    def __init__(self, rules, document):
        self.rules = rules
        self.document = document
        self.symbol = rules["symbol"]
        self.underlying = rules["underlying"]
        self.is_us = rules["type"] == "us"
        self.is_inverse = rules["type"] == "inverse"
        self.per = exact(rules["valuePerPoint"] if self.is_us else rules.get("contractSize", 1))
        self.index = document.index_price(self.underlying)
        scenario = document.scenario
        self.mark = exact(scenario.get("marks", {}).get(self.symbol, self.index))
        self.last = exact(scenario.get("lasts", {}).get(self.symbol, self.mark))
        self.expiry = instant(rules["expiry"]) if "expiry" in rules else None
        self.perpetual = rules.get("perpetual", self.expiry is None)

    @cached_property
    def levels(self):
        name = self.rules["schedule"]
        if self.document.scenario.get("client") == "retail":
            name = self.rules.get("retailSchedule", name)
        slack = 1 - self.document.level_slack
        return tuple(
            Level(exact(level["from"]) * slack, exact(level["initial"]), exact(level["maintenance"]))
            for level in self.document.rulebook["marginSchedules"][name]
        )

    @property
    def rate(self):
        """Relative funding rate, a fraction per hour."""
        scenario = self.document.scenario
        absolute = scenario.get("absoluteFundingRates", {})
        if self.symbol in absolute:
            given = exact(absolute[self.symbol])
            return given * self.index if self.is_inverse else given / self.index
        return exact(scenario.get("fundingRates", {}).get(self.symbol, 0))

    def notional(self, size, price):
        """USD, of an inverse contract coin."""
        units = size * self.per
        return units / price if self.is_inverse else units * price

    def pnl_terms(self, side, size, entry, price):
        """USD, of an inverse contract coin: there the notional falls as the price rises."""
        at_price, at_entry = self.notional(size, price), self.notional(size, entry)
        sign = -side if self.is_inverse else side
        return [sign * at_price, -sign * at_entry]

    def fee(self, size, price, liquidity="taker"):
        if self.is_us:
            fees = self.rules["fees"]
            return size * sum((exact(fees[kind]) for kind in US_FEES), Fraction(0))
        return getattr(self.document, liquidity) * self.notional(size, price)

    def is_expired(self):
        as_of = self.document.as_of
        return self.expiry is not None and as_of is not None and as_of >= self.expiry


class Document:
    """A scenario with its rulebook. `level_slack` lowers every level's start by that part: with a
    few units of rounding, the levels as a double-precision notional may meet them."""

    def __init__(self, scenario, level_slack=Fraction(0)):
        self.scenario = scenario
        self.level_slack = level_slack
        self.rulebook = scenario["rulebook"]
        if not isinstance(self.rulebook, dict):
            path = RULEBOOKS / f"{self.rulebook}.json"
            self.rulebook = json.loads(path.read_text(encoding="utf-8"))
        self.policy = {
            **POLICY_DEFAULTS,
            **self.rulebook.get("policy", {}),
            **scenario.get("policy", {}),
        }
        self.as_of = instant(scenario["asOf"]) if "asOf" in scenario else None
        self.us = {**US_DEFAULTS, **self.rulebook.get("usFutures", {})}
        self.maker, self.taker = (self.fee_rate(word) for word in ("maker", "taker"))
        self._contracts = {}

    def fee_rate(self, word):
        """Of the last level that the volume has reached; 0 without a fee table."""
        volume = exact(self.scenario.get("volume30d", 0))
        reached = [fee for fee in self.rulebook.get("fees", []) if exact(fee["from"]) <= volume]
        if not reached:
            return Fraction(0)
        return exact(max(reached, key=lambda fee: exact(fee["from"]))[word])

    def index_price(self, asset):
        return Fraction(1) if asset == "USD" else exact(self.scenario["prices"][asset])

    def contract(self, symbol):
        if symbol not in self._contracts:
            rules = next(c for c in self.rulebook["contracts"] if c["symbol"] == symbol)
            self._contracts[symbol] = Contract(rules, self)
        return self._contracts[symbol]

    def asset_rules(self, asset):
        """(haircut, conversionFee) of an asset that collateral or profit is held in."""
        if asset == "USD":
            return Fraction(0), Fraction(0)
        rules = self.rulebook["assets"][asset]
        return exact(rules.get("haircut", 0)), exact(rules.get("conversionFee", 0))

    def asset_kind(self, asset):
        rules = self.rulebook["assets"].get(asset, {})
        if "kind" in rules:
            return rules["kind"]
        if rules.get("stable"):
            return "stable"
        return "fiat" if asset in FIAT else "crypto"

    def moved(self, asset, ratio):
        """The same where the asset's index and the marks of all its contracts are × ratio."""
        scenario = dict(self.scenario)
        scenario["prices"] = {
            name: exact(price) * (ratio if name == asset else 1)
            for name, price in scenario["prices"].items()
        }
        for field in ("marks", "lasts"):
            scenario[field] = {
                symbol: exact(price) * (ratio if self.contract(symbol).underlying == asset else 1)
                for symbol, price in scenario.get(field, {}).items()
            }
        return Document(scenario, self.level_slack)
