# SPDX-License-Identifier: MIT
"""The kinds of margin pool, as functions of one factor's ratio x.

A pool says what its equity and maintenance margin are at x, and at which x they may bend: where
a moving leg's notional reaches a level, where netting changes sides, where the unrealized total
passes 0. Too many bends cost time only; a missing one is found out by exact_boundaries.
"""

from fractions import Fraction

from exact_account import InverseAccount, Move
from exact_boundaries import affine_pieces, nearest_zero, roots_inside, turns
from exact_boundaries import HIGHEST, LOWEST
from exact_values import total


class Pool:
    """What cross and isolated have in common: `legs`, `equity_terms(x)`, `maintenance_terms(x)`,
    `unrealized_terms(x)` and `switches()` are theirs."""

    def __init__(self, account, assets):
        self.account = account
        self.assets = frozenset(assets)
        self._bends = None
        self._turns = None

    def move(self, x):
        return Move(self.assets, x)

    def excess_terms(self, x):
        return [*self.equity_terms(x), *(-term for term in self.maintenance_terms(x))]

    def excess(self, x):
        """Positive where the pool is safe."""
        return total(self.equity_terms(x)) - total(self.maintenance_terms(x))

    def equity(self, x):
        return total(self.equity_terms(x))

    def level_bends(self):
        if self.account.policy["marginBasis"] == "entry":
            return set()
        return {
            level.start / self.account.mark_notional(leg)
            for leg in self.legs
            if leg.underlying in self.assets
            for level in leg.terms.levels
            if level.start > 0
        }

    def profit_bends(self):
        """The unrealized total is one line over all x; only its haircut bends."""
        return set(roots_inside(affine_pieces(lambda x: total(self.unrealized_terms(x)), ())))

    def bends(self):
        if self._bends is None:
            self._bends = self.level_bends() | self.switches() | self.profit_bends()
        return self._bends

    def turns(self):
        if self._turns is None:
            self._turns = turns(self.excess, self.bends()) if self.legs else []
        return self._turns

    def bankruptcy_ratio(self, side):
        """The nearest x on the losing side, today's included, at which equity is 0, or None."""
        lowest, highest = (LOWEST, Fraction(1)) if side > 0 else (Fraction(1), HIGHEST)
        return nearest_zero(self.equity, self.profit_bends(), lowest, highest)


class CrossPool(Pool):
    @property
    def legs(self):
        return self.account.cross_legs

    def equity_terms(self, x):
        return self.account.cross_equity_terms(self.move(x))

    def maintenance_terms(self, x):
        return self.account.cross_maintenance_terms(self.move(x))

    def unrealized_terms(self, x):
        return self.account.unrealized_terms(self.legs, self.move(x))

    def switches(self):
        """Where the long and the short side of one underlying ask for the same maintenance."""
        found = set()
        if not self.account.policy["netting"]:
            return found
        for underlying in {leg.underlying for leg in self.legs} & self.assets:

            def imbalance(x, underlying=underlying):
                long, short = (
                    self.account.side_margin_terms(underlying, side, "maintenance", self.move(x))
                    for side in (1, -1)
                )
                return total(long) - total(short)

            found.update(roots_inside(affine_pieces(imbalance, self.level_bends())))
        return found


class IsolatedPool(Pool):
    def __init__(self, account, leg):
        super().__init__(account, {leg.underlying})
        self.legs = [leg]

    def equity_terms(self, x):
        return self.account.isolated_equity_terms(self.legs[0], self.move(x))

    def maintenance_terms(self, x):
        return self.account.leg_margin_terms(self.legs[0], "maintenance", self.move(x))

    def unrealized_terms(self, x):
        return self.account.unrealized_terms(self.legs, self.move(x))

    def switches(self):
        return set()


class InversePool(CrossPool):
    """Of a single-collateral wallet: in y = 1/x everything is one straight line. Levels follow
    the size, and netting compares two amounts that move alike, so that nothing bends."""

    def bends(self):
        return set()

    def profit_bends(self):
        return set()

    def turns(self):
        if self._turns is None:
            found = turns(lambda y: self.excess(1 / y), ()) if self.legs else []
            self._turns = sorted(1 / y for y in found)
        return self._turns

    def bankruptcy_ratio(self, side):
        lowest, highest = (Fraction(1), HIGHEST) if side > 0 else (LOWEST, Fraction(1))
        y = nearest_zero(lambda y: self.equity(1 / y), (), lowest, highest)
        return None if y is None else 1 / y


def cross_pool(account, assets):
    kind = InversePool if isinstance(account, InverseAccount) else CrossPool
    return kind(account, assets)
