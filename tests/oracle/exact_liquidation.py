# SPDX-License-Identifier: MIT
"""Liquidation sets and bankruptcy prices as the documents have them."""

from fractions import Fraction

from exact_pools import cross_pool
from exact_values import (
    BankruptcyPrice,
    LiquidationSet,
    Quantity,
    Word,
    as_given,
    is_borderline,
    sum_of,
    total,
)


def boundary(pool, current, x):
    return {
        "price": as_given(current * x),
        "move": Quantity(x - 1, max(x, Fraction(1))),
        "marginEquity": sum_of(pool.equity_terms(x)),
        "maintenanceMargin": sum_of(pool.maintenance_terms(x)),
    }


def pool_state(pool):
    if not pool.legs:
        return Word("none")
    excess = pool.excess_terms(Fraction(1))
    also = ["safe", "liquidation"] if is_borderline(excess) else []
    return Word("safe" if total(excess) > 0 else "liquidation", also)


def liquidation_set(factor, pool, current):
    ratios = pool.turns()
    boundaries = [boundary(pool, current, x) for x in ratios]
    below = [b for x, b in zip(ratios, boundaries) if x <= 1]
    above = [b for x, b in zip(ratios, boundaries) if x >= 1]
    fields = {
        "factor": Word(factor),
        "current": as_given(current),
        "state": pool_state(pool),
        "below": below[-1] if below else None,
        "above": above[0] if above else None,
        "boundaries": boundaries,
    }
    return LiquidationSet(fields, pool, current)


def bankruptcy_price(pool, leg):
    x = pool.bankruptcy_ratio(leg.side)
    return BankruptcyPrice(None if x is None else x * leg.mark, pool, leg.mark)


class CrossPools:
    """One pool per set of assets that move together: positions share their factor's."""

    def __init__(self, account):
        self.account = account
        self._pools = {}

    def of(self, assets):
        assets = frozenset(assets)
        if assets not in self._pools:
            self._pools[assets] = cross_pool(self.account, assets)
        return self._pools[assets]

    def factor_sets(self):
        sets = [
            liquidation_set(asset, self.of({asset}), price)
            for asset, price in self.account.factor_prices().items()
        ]
        market = self.account.market()
        if market is not None:
            sets.append(liquidation_set("market", self.of(market), Fraction(1)))
        return sets
