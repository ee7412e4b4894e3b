# SPDX-License-Identifier: MIT
"""At which price an order trades, how much of it, and as maker or taker."""

from fractions import Fraction

from exact_values import Quantity, as_given, exact, sum_of, total

# A market order takes no price further than this from the mark.
PROTECTION = Fraction(1, 100)


def opposite_entries(order):
    """Prices and sizes of the book's side that the order takes, the best first; None without a
    book."""
    books = order.terms.document.scenario.get("orderBooks", {})
    if order.terms.symbol not in books:
        return None
    rows = books[order.terms.symbol].get("asks" if order.side > 0 else "bids", [])
    return [(exact(price), exact(size)) for price, size in rows]


def crosses(order):
    """Whether a limit order would trade at once: with the book, else with the mark."""
    entries = opposite_entries(order)
    if entries == []:
        return False
    best = entries[0][0] if entries else order.terms.mark
    return order.price >= best if order.side > 0 else order.price <= best


def liquidity(order):
    return "maker" if order.rests and not crosses(order) else "taker"


class Sweep:
    """What an order that must trade at once finds in a book, of the contracts that it may trade:
    at its own price or better, as a market order within the protection."""

    def __init__(self, order, tradable):
        self.order = order
        self.tradable = tradable
        self.taken = []  # (price, contracts)
        mark, left = order.terms.mark, tradable
        worst = mark * (1 + order.side * PROTECTION) if order.price is None else order.price
        for price, size in opposite_entries(order):
            if left == 0 or order.side * price > order.side * worst:
                break
            self.taken.append((price, min(size, left)))
            left -= min(size, left)
        self.filled = total(contracts for _, contracts in self.taken)

    @property
    def average(self):
        if not self.taken:
            return None
        if self.order.terms.is_inverse:
            return self.filled / total(contracts / price for price, contracts in self.taken)
        return total(price * contracts for price, contracts in self.taken) / self.filled

    def report(self):
        order = self.order
        nothing = Quantity(None, Fraction(0))
        cost = Quantity(Fraction(0), Fraction(0))
        if self.taken:
            # What would be lost at once if it were closed at the mark.
            at_once = order.terms.pnl_terms(
                order.side, self.filled, self.average, order.terms.mark
            )
            cost = sum_of([-term for term in at_once])
        return {
            "filled": as_given(self.filled),
            "unfilled": sum_of([self.tradable, -self.filled]),
            "averagePrice": as_given(self.average) if self.taken else nothing,
            "worstPrice": as_given(self.taken[-1][0]) if self.taken else nothing,
            "cost": cost,
        }


class Trade:
    """An order that has traded alone: at `price`, with `contracts` of it previewed as filled. A
    reduce-only order trades no more than the `closes` contracts that reduce the position."""

    def __init__(self, order, closes):
        self.order = order
        self.sweep = None
        self.contracts = closes if order.reduce_only else order.size
        self.price = order.trigger if order.price is None else order.price
        if order.kind == "market":
            self.price = order.terms.mark
        at_once = not order.is_triggered and not order.rests
        if at_once and opposite_entries(order) is not None:
            self.sweep = Sweep(order, self.contracts)
            if self.sweep.taken:
                self.price, self.contracts = self.sweep.average, self.sweep.filled

    @property
    def finds_nothing(self):
        return self.sweep is not None and not self.sweep.taken

    def ratio(self):
        """The move of the underlying's prices that triggers the order; 1 of other orders."""
        order = self.order
        if not order.is_triggered:
            return Fraction(1)
        return order.trigger / getattr(order.terms, order.signal)
