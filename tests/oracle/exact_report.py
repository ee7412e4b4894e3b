# SPDX-License-Identifier: MIT
"""A scenario's report in exact rational arithmetic: a second derivation of what the core answers.

It is written from the definitions of the documents alone and built the other way round: where
the core sweeps over events and keeps sums, this evaluates whole pools from definition and solves
between two values. Wallets other than multi-collateral are answered with None.
"""

from fractions import Fraction

from exact_account import level_index, load_rulebook, read_account
from exact_pools import CrossPool, IsolatedPool
from exact_values import (
    BankruptcyPrice,
    LiquidationSet,
    Quantity,
    WhereGiven,
    Word,
    as_given,
    is_borderline,
    largest,
    plain,
    ratio_of,
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


def status(account):
    if not account.legs:
        return Word("healthy")
    equity = account.cross_equity_terms()
    spare = equity + [-term for term in account.cross_maintenance_terms()]
    room = equity + [-term for term in account.cross_margin_terms("initial")]
    liquidated = bool(account.cross_legs) and total(spare) <= 0
    if liquidated:
        word = "liquidation"
    else:
        word = "reduce-only" if total(room) < 0 else "healthy"
    also = []
    if account.cross_legs and is_borderline(spare):
        also = ["liquidation", "reduce-only" if total(room) < 0 else "healthy"]
    elif not liquidated and is_borderline(room):
        also = ["reduce-only", "healthy"]
    return Word(word, also)


class WalletReport:
    """One wallet's report; holds what its fields share."""

    def __init__(self, account):
        self.account = account
        self.cross_pools = {}
        self.balance_terms = [h.quantity * h.price for h in account.holdings]
        self.pnl_terms = [t for leg in account.legs for t in account.pnl_terms(leg)]
        self.funding_terms = [leg.funding for leg in account.legs]
        self.as_margin_terms = list(account.as_margin_terms(account.cross_legs))
        for leg in account.isolated_legs:
            self.as_margin_terms += account.as_margin_terms([leg])
        self.equity_terms = account.collateral_terms() + self.as_margin_terms
        self.portfolio_terms = self.balance_terms + self.pnl_terms + self.funding_terms
        self.notionals = [account.mark_notional(leg) for leg in account.legs]

    def cross_pool(self, assets):
        """One pool per set of assets that move together: positions share their factor's."""
        return self.cross_pools.setdefault(
            frozenset(assets), CrossPool(self.account, assets)
        )

    def collateral_entry(self, holding):
        value = holding.quantity * holding.price
        return {
            "asset": Word(holding.asset),
            "quantity": as_given(holding.quantity),
            "price": as_given(holding.price),
            "value": as_given(value),
            "haircut": as_given(holding.haircut),
            "collateralValue": as_given(value * holding.kept),
        }

    def position_entry(self, leg):
        account = self.account
        notional = account.mark_notional(leg)
        pnl = account.pnl_terms(leg)
        if leg.isolated:
            pool = IsolatedPool(account, leg)
            initial = [leg.allocated]
            own_equity = account.isolated_equity_terms(leg)
            leverage = ratio_of([notional], own_equity)
        else:
            pool = self.cross_pool({leg.underlying})
            initial = account.leg_margin_terms(leg, "initial")
            leverage = ratio_of([notional], self.portfolio_terms)
        entry = {
            "contract": Word(leg.contract),
            "side": Word("long" if leg.side > 0 else "short"),
            "size": as_given(leg.size),
            "entryPrice": as_given(leg.entry),
            "markPrice": as_given(leg.mark),
            "notional": as_given(notional),
            "unrealizedPnl": sum_of(pnl),
            "unrealizedFunding": as_given(leg.funding),
            "returnOnEquity": ratio_of(pnl, initial),
            "initialMargin": sum_of(initial),
            "maintenanceMargin": sum_of(account.leg_margin_terms(leg, "maintenance")),
            "level": level_index(leg.levels, account.basis_notional(leg)) + 1,
            "effectiveLeverage": leverage,
            "margin": Word("isolated" if leg.isolated else "cross"),
            "liquidation": liquidation_set(leg.underlying, pool, leg.mark),
            "bankruptcyPrice": bankruptcy_price(pool, leg),
        }
        if leg.isolated:
            entry["isolatedMargin"] = as_given(leg.allocated)
            entry["equity"] = sum_of(own_equity)
        return entry

    def factor_sets(self):
        account = self.account
        current = {h.asset: h.price for h in account.holdings if h.asset != "USD"}
        for leg in account.legs:
            current.setdefault(leg.underlying, leg.index)
        sets = [
            liquidation_set(asset, self.cross_pool({asset}), price)
            for asset, price in current.items()
        ]
        crypto = {asset for asset, kind in account.kinds.items() if kind == "crypto"}
        return sets + [liquidation_set("market", self.cross_pool(crypto), Fraction(1))]

    def fields(self):
        account = self.account
        cross_equity = account.cross_equity_terms()
        cross_initial = account.cross_margin_terms("initial")
        cross_maintenance = account.cross_maintenance_terms()
        initial = cross_initial + [leg.allocated for leg in account.isolated_legs]
        maintenance = list(cross_maintenance)
        for leg in account.isolated_legs:
            maintenance += account.leg_margin_terms(leg, "maintenance")
        return {
            "type": WhereGiven("multi-collateral"),
            "currency": WhereGiven("USD"),
            "balanceValue": sum_of(self.balance_terms),
            "collateralValue": sum_of(account.collateral_terms()),
            "unrealizedPnl": sum_of(self.pnl_terms),
            "unrealizedFunding": sum_of(self.funding_terms),
            "totalUnrealizedAsMargin": sum_of(self.as_margin_terms),
            "marginEquity": sum_of(self.equity_terms),
            "portfolioValue": sum_of(self.portfolio_terms),
            "initialMargin": sum_of(initial),
            "maintenanceMargin": sum_of(maintenance),
            "cross": {
                "marginEquity": sum_of(cross_equity),
                "initialMargin": sum_of(cross_initial),
                "maintenanceMargin": sum_of(cross_maintenance),
            },
            "availableMargin": sum_of(cross_equity + [-term for term in cross_initial]),
            "effectiveLeverage": ratio_of(self.notionals, self.equity_terms),
            "marginUsage": ratio_of(cross_maintenance, cross_equity),
            "riskBuffer": sum_of(cross_equity + [-term for term in cross_maintenance]),
            "status": status(account),
            "collateral": [self.collateral_entry(h) for h in account.holdings],
            "positions": [self.position_entry(leg) for leg in account.legs],
            "factors": self.factor_sets(),
        }


def exact_report_with_scales(scenario, level_slack=Fraction(0)):
    """The report with its leaves as exact_values has them; see read_account for `level_slack`."""
    rulebook = load_rulebook(scenario["rulebook"])
    wallets = [
        WalletReport(read_account(wallet, scenario, rulebook, level_slack)).fields()
        if wallet["type"] == "multi-collateral"
        else None
        for wallet in scenario["wallets"]
    ]
    return {
        "format": Word("margin-report/1"),
        "rulebook": {"id": Word(rulebook["id"]), "effective": Word(rulebook["effective"])},
        "wallets": wallets,
    }


def exact_report(scenario):
    """The report as bare Fractions, words, counts and None."""
    return plain(exact_report_with_scales(scenario))
