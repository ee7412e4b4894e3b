# SPDX-License-Identifier: MIT
"""When US contracts trade, and which margin is in force, by Chicago's clock.

A session is a weekday's: it closes on that day and opens on it or on the evening before.
"""

from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

CHICAGO = ZoneInfo("America/Chicago")
FRIDAY = 4

# Funding of the US perpetuals is charged in one sum at this hour of a trading day.
ADJUSTMENT = time(15)


def chicago(day, clock):
    return datetime.combine(day, clock, CHICAGO).astimezone(timezone.utc)


def sessions(contract, moment):
    """(open, close) of the sessions of more than a week around the moment."""
    opens, closes = (time.fromisoformat(contract.rules["session"][w]) for w in ("open", "close"))
    today = moment.astimezone(CHICAGO).date()
    for offset in range(-9, 10):
        day = today + timedelta(days=offset)
        if day.weekday() <= FRIDAY:
            evening_before = timedelta(days=0 if opens < closes else 1)
            yield chicago(day - evening_before, opens), chicago(day, closes)


def is_open(contract, moment):
    return any(start <= moment < end for start, end in sessions(contract, moment))


def intraday_spans(contract, moment):
    before = timedelta(minutes=float(contract.document.us["minutesBeforeClose"]))
    for start, end in sessions(contract, moment):
        if start < end - before:
            yield start, end - before


def is_intraday(contract, moment):
    return any(start <= moment < end for start, end in intraday_spans(contract, moment))


def next_switch(contracts, moment):
    """The first moment after this one at which a contract's regime is another than just before."""
    places = {
        place
        for contract in contracts
        for span in intraday_spans(contract, moment)
        for place in span
        if place > moment
    }
    instant_before = timedelta(microseconds=1)
    return min(
        place
        for place in places
        if any(
            is_intraday(contract, place) != is_intraday(contract, place - instant_before)
            for contract in contracts
        )
    )


def next_open(contract, moment):
    return min(start for start, _ in sessions(contract, moment) if start > moment)


def next_adjustment(moment):
    today = moment.astimezone(CHICAGO).date()
    days = (today + timedelta(days=offset) for offset in range(4))
    adjusted = (chicago(day, ADJUSTMENT) for day in days if day.weekday() <= FRIDAY)
    return next(one for one in adjusted if one > moment)
