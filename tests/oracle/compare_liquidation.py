# SPDX-License-Identifier: MIT
"""Liquidation sets and bankruptcy prices: whether the program found the exact boundaries.

A boundary's place is only as certain as the pool's excess is steep. Each rule that lets a
different answer pass therefore asks the exact pool, at the program's own ratio, whether equity
and maintenance margin are equal there to 1e-9 of the largest term that was summed.
"""

from fractions import Fraction

from exact_boundaries import HIGHEST, LOWEST
from exact_values import TOLERANCE, exact, is_borderline, sum_of

ONE = Fraction(1)


def is_near(a, b):
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def is_at_end(x):
    return is_near(x, LOWEST) or is_near(x, HIGHEST)


def is_flat_between(terms_at, bends, start, end):
    """Whether these terms sum to nothing that a double could tell from 0, all the way."""
    start, end = min(start, end), max(start, end)
    points = sorted({start, end, *(bend for bend in bends if start < bend < end)})
    points += [(a + b) / 2 for a, b in zip(points, points[1:])]
    return all(is_borderline(terms_at(x)) for x in points)


def pair_up(exact_ratios, given_ratios):
    """Walks both ascending lists; yields pairs, None standing for the one that is missing."""
    pairs, i, j = [], 0, 0
    if len(exact_ratios) == len(given_ratios):
        return list(zip(range(len(exact_ratios)), range(len(given_ratios))))
    while i < len(exact_ratios) or j < len(given_ratios):
        if i == len(exact_ratios):
            pairs.append((None, j))
            j += 1
        elif j == len(given_ratios):
            pairs.append((i, None))
            i += 1
        elif is_near(exact_ratios[i], given_ratios[j]):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif exact_ratios[i] < given_ratios[j]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return pairs


def excused_alone(pool, x):
    """A boundary the other list does not have, and that needs no partner to be in doubt."""
    bends = pool.bends()
    return is_at_end(x) or any(
        is_flat_between(pool.excess_terms, bends, x, end) for end in (LOWEST, HIGHEST)
    )


def excused_together(pool, a, b):
    """Two boundaries the other list does not have: safe and back again within the tolerance."""
    return is_near(a, b) or is_flat_between(pool.excess_terms, pool.bends(), a, b)


def sum_of_matches(terms, given):
    quantity = sum_of(terms)
    return abs(exact(given) - quantity.value) <= TOLERANCE * quantity.scale


def bends_near(pool, x):
    return [bend for bend in pool.bends() if is_near(bend, x)]


def compare_amount(terms_at, pool, x, own_x, given, path, findings):
    """The pool's equity or maintenance margin at a boundary."""
    if sum_of_matches(terms_at(x), given):
        return
    near = bends_near(pool, x)
    # Where two legs change level within a rounding error, the program may be between the two.
    if len(near) > 1 and any(sum_of_matches(terms_at(bend), given) for bend in near):
        findings.excuse(path, "several bends within 1e-9 of the boundary")
    elif not is_near(x, own_x) and sum_of_matches(terms_at(own_x), given):
        # The ratio has been judged already; the amounts are those of the program's own ratio.
        return
    else:
        findings.fail(path, f"expected {float(sum_of(terms_at(x)).value)!r}, given {given!r}")


def compare_boundary(pool, current, x, given, path, findings):
    own_x = exact(given["price"]) / current
    if not is_near(x, own_x):
        if not is_flat_between(pool.excess_terms, pool.bends(), x, own_x):
            findings.fail(
                f"{path}/price", f"expected {float(current * x)!r}, given {given['price']!r}"
            )
            return
        findings.note_ill_conditioned(path)
    if abs(exact(given["move"]) - (own_x - 1)) > TOLERANCE * max(own_x, ONE):
        findings.fail(f"{path}/move", f"expected {float(own_x - 1)!r}, given {given['move']!r}")
    compare_amount(pool.equity_terms, pool, x, own_x, given["marginEquity"],
                   f"{path}/marginEquity", findings)
    compare_amount(pool.maintenance_terms, pool, x, own_x, given["maintenanceMargin"],
                   f"{path}/maintenanceMargin", findings)


def nearest(boundaries, ratios, at_or_below, at_or_above):
    below = [b for x, b in zip(ratios, boundaries) if at_or_below(x)]
    above = [b for x, b in zip(ratios, boundaries) if at_or_above(x)]
    return below[-1] if below else None, above[0] if above else None


def compare_nearest(exact_ratios, given_ratios, given, path, findings):
    """`below` and `above` are elements of the program's own list, on either side of today."""
    boundaries, answer = given["boundaries"], (given["below"], given["above"])
    wanted = nearest(boundaries, given_ratios, lambda x: x <= 1, lambda x: x >= 1)
    same_sides = [x <= 1 for x in exact_ratios] == [x <= 1 for x in given_ratios] and [
        x >= 1 for x in exact_ratios
    ] == [x >= 1 for x in given_ratios]
    if answer == wanted and (same_sides or len(exact_ratios) != len(given_ratios)):
        return
    # Exactly at today's price in both reports, there is nothing left to round.
    certain = ONE in exact_ratios and ONE in given_ratios
    near_today = [x for x in (*exact_ratios, *given_ratios) if is_near(x, ONE)]
    # Each side may count the boundaries next to today's price in, or leave them to the other.
    rounded_answers = [
        nearest(boundaries, given_ratios, lambda x: x < below, lambda x: x > above)
        for below in (1 - 2 * TOLERANCE, 1 + 2 * TOLERANCE)
        for above in (1 - 2 * TOLERANCE, 1 + 2 * TOLERANCE)
    ]
    if near_today and not certain and answer in (wanted, *rounded_answers):
        findings.excuse(path, "boundary within 1e-9 of today's price")
    else:
        findings.fail(path, "below and above are not the nearest boundaries")


def compare_unpaired(pool, ratios, path, findings):
    """`ratios` are (whose, x), ascending; each is in one of the two reports only."""
    place = 0
    while place < len(ratios):
        whose, x = ratios[place]
        following = ratios[place + 1] if place + 1 < len(ratios) else None
        together = following is not None and excused_together(pool, x, following[1])
        if together and following[0] != whose:
            findings.note_ill_conditioned(path)
            place += 1
        elif together:
            findings.excuse(path, f"pair of boundaries near x = {float(x)!r} only in the {whose}")
            place += 1
        elif excused_alone(pool, x):
            findings.excuse(path, f"boundary at x = {float(x)!r} only in the {whose}")
        else:
            findings.fail(path, f"boundary at x = {float(x)!r} only in the {whose}")
        place += 1


def compare_boundaries(exact_set, given, path, findings):
    """Every boundary has its four numbers; current and state have been compared."""
    pool, current = exact_set.pool, exact_set.current
    exact_ratios = pool.turns()
    given_ratios = [exact(b["price"]) / current for b in given["boundaries"]]
    if given_ratios != sorted(given_ratios):
        findings.fail(f"{path}/boundaries", "not ascending")
        return
    outside = [x for x in given_ratios if not (LOWEST <= x <= HIGHEST or is_at_end(x))]
    if outside:
        findings.fail(f"{path}/boundaries", f"outside the range: x = {float(outside[0])!r}")
        return
    unpaired = []
    for i, j in pair_up(exact_ratios, given_ratios):
        if j is None:
            unpaired.append(("exact report", exact_ratios[i]))
        elif i is None:
            unpaired.append(("program's report", given_ratios[j]))
        else:
            compare_boundary(pool, current, exact_ratios[i], given["boundaries"][j],
                             f"{path}/boundaries/{j}", findings)
    compare_unpaired(pool, unpaired, f"{path}/boundaries", findings)
    compare_nearest(exact_ratios, given_ratios, given, path, findings)


def compare_bankruptcy_price(expected, given, path, findings):
    pool, current = expected.pool, expected.current
    exact_x = None if expected.value is None else expected.value / current
    given_x = None if given is None else exact(given) / current
    if exact_x == given_x:
        return
    if exact_x is not None and given_x is not None:
        if is_near(exact_x, given_x):
            return
        if is_flat_between(pool.equity_terms, pool.profit_bends(), exact_x, given_x):
            findings.note_ill_conditioned(path)
            return
    else:
        x = exact_x if given_x is None else given_x
        in_doubt = is_at_end(x) or is_near(x, ONE) or (
            given_x is not None and LOWEST <= x <= HIGHEST and is_borderline(pool.equity_terms(x))
        )
        if in_doubt:
            findings.excuse(path, "zero equity at an end of the range, today, or only touched")
            return
    wanted = None if expected.value is None else float(expected.value)
    findings.fail(path, f"expected {wanted!r}, given {given!r}")
