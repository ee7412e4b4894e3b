# SPDX-License-Identifier: MIT
"""What holding a position costs and earns: fees, funding, the way to break even, and the dates
and limits of its contract."""

from datetime import datetime, timedelta, timezone
from fractions import Fraction

from exact_documents import seconds_between
from exact_values import (
    Flag,
    Moment,
    Quantity,
    as_given,
    exact,
    floored,
    is_borderline,
    ratio_of,
    ratio_or_none,
    sum_of,
    total,
)

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

HOURS_A_DAY = 24
HOURS_A_MONTH = 720


def open_fee(leg):
    return leg.terms.fee(leg.size, leg.entry)


def close_fee(leg):
    return leg.terms.fee(leg.size, leg.mark)


def funding_per_hour(leg):
    """A long pays a positive rate, on the notional at the index price."""
    return -leg.side * leg.terms.notional(leg.size, leg.index) * leg.terms.rate


def break_even_price(leg):
    """The mark P at which profit and funding pay both fees; the closing one is of P itself."""
    if leg.terms.is_us:
        both = open_fee(leg) + close_fee(leg)
        return ratio_or_none([leg.entry, leg.side * both / leg.units], [Fraction(1)])
    taker = leg.terms.document.taker
    entry = leg.terms.notional(leg.size, leg.entry)
    gained = [leg.side * entry, -leg.funding, open_fee(leg)]
    if leg.terms.is_inverse:
        # side N (1/E − 1/P) + F − openFee − taker N / P = 0
        gained = [leg.side * entry, leg.funding, -open_fee(leg)]
        return ratio_or_none([leg.units * leg.side, leg.units * taker], gained)
    return ratio_or_none(gained, [leg.units * leg.side, -leg.units * taker])


def hours_to_liquidation(account, equity, maintenance, legs):
    """Until funding alone brings a pool's equity down to its maintenance margin."""
    per_hour = [funding_per_hour(leg) for leg in legs]
    spare = equity + [-term for term in maintenance]
    if not legs:
        return Quantity(None, Fraction(0))
    if total(spare) <= 0:
        return Quantity(Fraction(0), Fraction(0), is_borderline(spare))
    if total(per_hour) >= 0:
        return Quantity(None, Fraction(0), any(per_hour) and is_borderline(per_hour))
    unrealized = account.unrealized_terms(legs)
    paid = [-term for term in per_hour]
    kept = account.kept_of(total(unrealized))
    if kept == 1 or total(spare) <= kept * total(unrealized):
        hours = ratio_of(spare, [kept * term for term in paid])
    else:
        # The gain is used up first, and with it what the haircut takes; then losses count in full.
        uncut = spare + [(1 - kept) * term for term in unrealized]
        hours = ratio_of(uncut, paid)
    hours.borderline = hours.borderline or is_borderline(spare)
    return hours


def interval_hours(document):
    return exact(document.rulebook.get("funding", {}).get("intervalHours", 1))


def next_settlement(document):
    """A whole number of intervals, to the second, after 1970."""
    interval = (interval_hours(document) * 3600 + Fraction(1, 2)) // 1
    now = (document.as_of - EPOCH) // timedelta(seconds=1)
    return EPOCH + timedelta(seconds=int((now // interval + 1) * interval))


def wallet_funding(account):
    per_hour = [funding_per_hour(leg) for leg in account.legs]
    fields = {
        "perHour": sum_of(per_hour),
        "perSettlement": sum_of(per_hour).times(interval_hours(account.document)),
        "perDay": sum_of([HOURS_A_DAY * term for term in per_hour]),
        "perMonth": sum_of([HOURS_A_MONTH * term for term in per_hour]),
        "hoursToLiquidation": hours_to_liquidation(
            account,
            account.cross_equity_terms(),
            account.cross_maintenance_terms(),
            account.cross_legs,
        ),
    }
    if account.document.as_of is not None and any(leg.terms.perpetual for leg in account.legs):
        fields["nextSettlement"] = Moment(next_settlement(account.document), timedelta(0))
    return fields


def indicated_funding_rate(contract):
    coefficient = exact(contract.rules["fundingCoefficient"])
    limit = exact(contract.rules["maxFundingRate"])
    wanted = sum_of([contract.mark / contract.index / coefficient, -1 / coefficient])
    return Quantity(max(-limit, min(limit, wanted.value)), wanted.scale)


def days_to_expiry(contract):
    return seconds_between(contract.document.as_of, contract.expiry) / 86400


def dated_cap(caps, days):
    """Linear between the entries, level outside them."""
    rows = [(exact(row["days"]), exact(row["cap"])) for row in caps]
    if days <= rows[0][0]:
        return rows[0][1]
    for (start, low), (end, high) in zip(rows, rows[1:]):
        if days <= end:
            return low + (high - low) * (days - start) / (end - start)
    return rows[-1][1]


def mark_cap(contract):
    """Fraction of the index that the mark may stand from it; None where it is not known."""
    rules = contract.document.rulebook.get("markPrice")
    if rules is None:
        return None
    if contract.perpetual:
        return exact(rules["perpetualCap"])
    if contract.expiry is None or contract.document.as_of is None or not rules["datedCaps"]:
        return None
    return dated_cap(rules["datedCaps"], days_to_expiry(contract))


def mark_limits(contract, cap):
    return {
        "lowest": sum_of([contract.index, -contract.index * cap]),
        "highest": sum_of([contract.index, contract.index * cap]),
    }


def expiry_report(leg):
    contract = leg.terms
    hours = seconds_between(contract.document.as_of, contract.expiry) / 3600
    return {
        "time": Moment(contract.expiry),
        "expired": Flag(contract.is_expired()),
        "hours": floored(as_given(hours)),
        "settlementFee": as_given(close_fee(leg)),
    }


def position_costs(account, leg):
    """The fields of a linear or inverse position that are about cost."""
    contract = leg.terms
    rate, index = contract.rate, contract.index
    fields = {
        "breakEvenPrice": break_even_price(leg),
        "openFee": as_given(open_fee(leg)),
        "closeFee": as_given(close_fee(leg)),
        "fundingPerHour": as_given(funding_per_hour(leg)),
        "fundingRate": as_given(rate),
        "absoluteFundingRate": as_given(rate / index if contract.is_inverse else rate * index),
    }
    if contract.perpetual and {"fundingCoefficient", "maxFundingRate"} <= contract.rules.keys():
        fields["indicatedFundingRate"] = indicated_funding_rate(contract)
    if leg.isolated:
        fields["hoursToFundingLiquidation"] = hours_to_liquidation(
            account,
            account.isolated_equity_terms(leg),
            account.leg_margin_terms(leg, "maintenance"),
            [leg],
        )
    cap = mark_cap(contract)
    if cap is not None:
        fields["markLimits"] = mark_limits(contract, cap)
    dated = not contract.perpetual and contract.expiry is not None
    if dated and contract.document.as_of is not None:
        fields["expiry"] = expiry_report(leg)
    return fields
