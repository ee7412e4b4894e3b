# SPDX-License-Identifier: MIT
"""Where a piecewise affine function of the ratio x changes its sign, exactly.

Nothing here knows a wallet. The function is only ever evaluated; between two neighbouring bends
its line is recovered from two values inside the gap and proved by a third, so that a bend that
was left out is an error and never a wrong answer.
"""

from dataclasses import dataclass
from fractions import Fraction

LOWEST = Fraction(1, 10**6)
HIGHEST = Fraction(10**6)

# A turn exactly at an end of the range needs a neighbour on its far side as well.
BEFORE_LOWEST = LOWEST / 2
BEYOND_HIGHEST = HIGHEST * 2


@dataclass(frozen=True)
class Piece:
    """value = intercept + slope · x on the open gap start < x < end."""

    start: Fraction
    end: Fraction
    slope: Fraction
    intercept: Fraction

    def at(self, x):
        return self.intercept + self.slope * x

    def positive_after_start(self):
        value = self.at(self.start)
        return value > 0 or (value == 0 and self.slope > 0)

    def positive_before_end(self):
        value = self.at(self.end)
        return value > 0 or (value == 0 and self.slope < 0)


def points_inside(start, end):
    """Three points of the open gap; doubles where they fit, for their short denominators."""
    points = [start + (end - start) * quarter / 4 for quarter in (1, 2, 3)]
    short = [Fraction(float(point)) for point in points]
    if start < short[0] < short[1] < short[2] < end:
        return short
    return points


def affine_pieces(function, bends):
    inside = {bend for bend in bends if BEFORE_LOWEST < bend < BEYOND_HIGHEST}
    ends = sorted(inside | {BEFORE_LOWEST, LOWEST, HIGHEST, BEYOND_HIGHEST})
    pieces = []
    for start, end in zip(ends, ends[1:]):
        first, middle, last = points_inside(start, end)
        slope = (function(last) - function(first)) / (last - first)
        piece = Piece(start, end, slope, function(first) - slope * first)
        if piece.at(middle) != function(middle):
            raise AssertionError(f"a bend is missing between {float(start)} and {float(end)}")
        pieces.append(piece)
    return pieces


def roots_inside(pieces):
    """The zeros inside the gaps; a gap that is zero all along has none of its own."""
    roots = []
    for piece in pieces:
        if piece.slope != 0:
            root = -piece.intercept / piece.slope
            if piece.start < root < piece.end:
                roots.append(root)
    return roots


def turns(function, bends):
    """Every x of the range at which the function turns from positive to not positive or back."""
    pieces = affine_pieces(function, bends)
    found = roots_inside(pieces)
    for left, right in zip(pieces, pieces[1:]):
        if left.positive_before_end() != right.positive_after_start():
            found.append(left.end)
    return sorted(x for x in found if LOWEST <= x <= HIGHEST)


def nearest_zero(function, bends, lowest, highest):
    """The zero of a continuous function nearest to x = 1 within lowest … highest, or None."""
    found = []
    for piece in affine_pieces(function, {*bends, Fraction(1)}):
        start, end = max(piece.start, lowest), min(piece.end, highest)
        if start > end:
            continue
        if piece.slope == 0:
            found += [start, end] if piece.intercept == 0 else []
        else:
            root = -piece.intercept / piece.slope
            found += [root] if start <= root <= end else []
    return min(found, key=lambda x: abs(x - 1), default=None)
