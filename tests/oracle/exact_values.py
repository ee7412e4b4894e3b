# SPDX-License-Identifier: MIT
"""The leaves of an exact report.

A double-precision answer can only be held to the size of what was summed: 1e-9 of the largest
term, not of a difference that may cancel to nearly zero. So a number of the exact report carries
that size with it, and a word or a null carries whether it was decided by less than that.
"""

from fractions import Fraction

TOLERANCE = Fraction(1, 10**9)


def exact(number):
    """The rational number that the IEEE double is; a Fraction stays what it is."""
    return number if isinstance(number, Fraction) else Fraction(float(number))


def total(terms):
    return sum(terms, Fraction(0))


def largest(terms):
    return max((abs(term) for term in terms), default=Fraction(0))


def is_borderline(terms):
    """Whether double arithmetic on these terms may take their sum for the other sign."""
    return abs(total(terms)) <= TOLERANCE * largest(terms)


class Quantity:
    """A number, or None for null. `scale` is the largest term summed for it; `borderline` says
    that a double may rightly see null where this is a number, or a number where this is null."""

    def __init__(self, value, scale, borderline=False):
        self.value = value
        self.scale = scale
        self.borderline = borderline


def sum_of(terms):
    return Quantity(total(terms), largest(terms))


def as_given(number):
    """A quantity that is an input, or a product of inputs: itself the only term."""
    return Quantity(number, abs(number))


def ratio_of(numerator, denominator):
    """numerator ÷ denominator of two lists of terms; null where the denominator is not positive."""
    top, bottom = total(numerator), total(denominator)
    borderline = is_borderline(denominator)
    if bottom <= 0:
        return Quantity(None, Fraction(0), borderline)
    # To first order an error of the denominator acts on the ratio as one of the numerator does.
    scale = (largest(numerator) + abs(top) * largest(denominator) / bottom) / bottom
    return Quantity(top / bottom, scale, borderline)


class Word:
    """A word, and the words that a double may rightly answer instead."""

    def __init__(self, value, also=()):
        self.value = value
        self.also = frozenset(also) - {value}


class WhereGiven:
    """A word whose field format.md does not require of this wallet: absent, or exactly this."""

    def __init__(self, value):
        self.value = value


class LiquidationSet(dict):
    """The fields of a liquidation set, with the pool they were derived from."""

    def __init__(self, fields, pool, current):
        super().__init__(fields)
        self.pool = pool
        self.current = current


class BankruptcyPrice:
    """A mark or None, with the pool whose equity is 0 there and today's mark."""

    def __init__(self, value, pool, current):
        self.value = value
        self.pool = pool
        self.current = current


def plain(node):
    """The report as bare Fractions, words, counts and None."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    if isinstance(node, (Quantity, Word, WhereGiven, BankruptcyPrice)):
        return node.value
    return node
