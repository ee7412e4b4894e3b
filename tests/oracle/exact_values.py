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

    def times(self, factor):
        return Quantity(self.value * factor, self.scale * abs(factor), self.borderline)


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


def ratio_or_none(numerator, denominator):
    """As ratio_of, where the denominator may be negative: null where the quotient is not positive."""
    top, bottom = total(numerator), total(denominator)
    borderline = is_borderline(numerator) or is_borderline(denominator)
    if bottom == 0 or top / bottom <= 0:
        return Quantity(None, Fraction(0), borderline)
    scale = (largest(numerator) + largest(denominator) * abs(top / bottom)) / abs(bottom)
    return Quantity(top / bottom, scale, borderline)


def floored(quantity):
    """max(0, quantity)."""
    return Quantity(max(Fraction(0), quantity.value), quantity.scale)


def lesser(one, other):
    """min of two quantities; of two that a double may take for each other, the larger scale."""
    smaller = one if one.value <= other.value else other
    scale = max(one.scale, other.scale)
    alike = abs(one.value - other.value) <= TOLERANCE * scale
    return Quantity(smaller.value, scale if alike else smaller.scale)


class Flag:
    """True or false, and whether a double may rightly answer the other."""

    def __init__(self, value, doubtful=False):
        self.value = value
        self.doubtful = doubtful


class Moment:
    """A time; `offset` is the offset from UTC it must be written with, where that is told."""

    def __init__(self, value, offset=None):
        self.value = value
        self.offset = offset


class Rejections:
    """The codes that must be there, and those that may: what is not told to the last case."""

    def __init__(self, required, permitted=()):
        self.value = sorted(required)
        self.permitted = frozenset(permitted) | frozenset(required)


class Word:
    """A word, and the words that a double may rightly answer instead."""

    def __init__(self, value, also=()):
        self.value = value
        self.also = frozenset(also) - {value}


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
    if isinstance(node, (Quantity, Word, BankruptcyPrice, Flag, Moment, Rejections)):
        return node.value
    return node
