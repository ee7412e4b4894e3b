#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes core/src/chicago_offsets.inc: the changes of Chicago's clock, from the time-zone database.

Core reads no clock and no database, so that the same document has the same answer everywhere. Run this
again when the United States change their rules:  python3 scripts/make-chicago-offsets.py
"""
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

CHICAGO = ZoneInfo("America/Chicago")
BEGIN = datetime(2000, 1, 1, tzinfo=timezone.utc)
END = datetime(2038, 1, 1, tzinfo=timezone.utc)  # the database spells changes out until 2037
TIME = "%Y-%m-%dT%H:%M:%SZ"
FILE = Path(__file__).resolve().parent.parent / "core" / "src" / "chicago_offsets.inc"


def seconds(moment):
    return int(moment.timestamp())


def offset(moment):
    """Minutes east of UTC."""
    return CHICAGO.utcoffset(moment.astimezone(CHICAGO)) // timedelta(minutes=1)


def change_within(before, after):
    """The second from which on the offset is that of `after`."""
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if offset(middle) == offset(before):
            before = middle
        else:
            after = middle
    return after


def changes():
    yield BEGIN, offset(BEGIN)
    day = BEGIN
    while day < END:
        following = day + timedelta(days=1)
        if offset(following) != offset(day):
            change = change_within(day, following)
            yield change, offset(change)
        day = following


def main():
    lines = [
        "// SPDX-License-Identifier: MIT",
        "// Written by scripts/make-chicago-offsets.py from the time-zone database (America/Chicago).",
        f"constexpr Instant kKnownUntil = {seconds(END)};  // {END:{TIME}}",
        "constexpr Change kChanges[] = {",
    ]
    lines += [f"    {{{seconds(moment)}, {minutes}}},  // {moment:{TIME}}" for moment, minutes in changes()]
    lines.append("};")
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
