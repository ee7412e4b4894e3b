#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares a program's reports with the exact ones.

    compare.py [--as-far-as-told] SCENARIOS.jsonl REPORTS.jsonl

One scenario and one report per line, in the same order. With --as-far-as-told a field that the
program leaves out is no failure: what it does not compute yet is absent. Exit status 0 when every line passes and
at most 1 % of them needed an excuse: a boundary, null or level that the last digit of a double
decides.
"""

import json
import sys
from datetime import datetime
from fractions import Fraction

from compare_liquidation import compare_bankruptcy_price, compare_boundaries
from exact_report import exact_report_with_scales
from exact_values import (
    TOLERANCE,
    BankruptcyPrice,
    Flag,
    LiquidationSet,
    Moment,
    Quantity,
    Rejections,
    Word,
    exact,
)

MOST_EXCUSED = Fraction(1, 100)

# A notional this near to a level's start, relatively, may reach it in doubles and not exactly.
LEVEL_SLACK = Fraction(1, 10**15)

# Advice beside the figures; its codes and texts are not derived here.
NOT_COMPARED = frozenset({"/warnings"})

BOUNDARY_FIELDS = frozenset({"price", "move", "marginEquity", "maintenanceMargin"})


class Findings:
    """What was found on one line: failures, and differences that were let pass."""

    def __init__(self):
        self.failures = []
        self.excuses = []
        self.ill_conditioned = 0
        self.as_far_as_told = False

    def fail(self, path, message):
        self.failures.append((path, message))

    def excuse(self, path, message):
        self.excuses.append((path, message))

    def note_ill_conditioned(self, _path):
        self.ill_conditioned += 1


def is_number(given):
    return isinstance(given, (int, float)) and not isinstance(given, bool) and given - given == 0


def pointer(path, key):
    return f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}"


def compare_quantity(expected, given, path, findings):
    if given is not None and not is_number(given):
        findings.fail(path, f"expected a number or null, given {given!r}")
    elif (given is None) != (expected.value is None):
        wanted = None if expected.value is None else float(expected.value)
        message = f"expected {wanted!r}, given {given!r}"
        (findings.excuse if expected.borderline else findings.fail)(path, message)
    elif given is not None:
        if abs(exact(given) - expected.value) > TOLERANCE * expected.scale:
            message = f"expected {float(expected.value)!r}, given {given!r}"
            (findings.excuse if expected.borderline else findings.fail)(path, message)


def compare_word(expected, given, path, findings):
    if given == expected.value:
        return
    message = f"expected {expected.value!r}, given {given!r}"
    excused = isinstance(given, str) and given in expected.also
    (findings.excuse if excused else findings.fail)(path, message)


def compare_flag(expected, given, path, findings):
    if given is expected.value:
        return
    excused = expected.doubtful and isinstance(given, bool)
    (findings.excuse if excused else findings.fail)(
        path, f"expected {expected.value!r}, given {given!r}"
    )


def compare_moment(expected, given, path, findings):
    wanted = expected.value.isoformat()
    try:
        moment = datetime.fromisoformat(given)
        same = moment == expected.value and expected.offset in (None, moment.utcoffset())
    except (TypeError, ValueError):
        same = False
    if not same:
        findings.fail(path, f"expected {wanted} (offset {expected.offset}), given {given!r}")


def compare_rejections(expected, given, path, findings):
    """Codes in any order, none twice, each with a message."""
    if not isinstance(given, list) or not all(
        isinstance(one, dict)
        and one.keys() == {"code", "message"}
        and isinstance(one["message"], str)
        and one["message"]
        for one in given
    ):
        findings.fail(path, f"not a list of codes and messages: {given!r:.200}")
        return
    codes = [one["code"] for one in given]
    right = set(expected.value) <= set(codes) <= expected.permitted
    if len(codes) != len(set(codes)) or not right:
        findings.fail(path, f"expected {expected.value!r} of {sorted(expected.permitted)!r}, "
                            f"given {codes!r}")


def is_boundary(given):
    return (
        isinstance(given, dict)
        and given.keys() == BOUNDARY_FIELDS
        and all(is_number(value) for value in given.values())
    )


def compare_liquidation_set(expected, given, path, findings):
    if not compare_keys(expected, given, path, findings):
        return
    for key in ("factor", "current", "state"):
        compare_node(expected[key], given[key], pointer(path, key), findings)
    boundaries = given["boundaries"]
    if not isinstance(boundaries, list) or not all(map(is_boundary, boundaries)):
        findings.fail(f"{path}/boundaries", f"not a list of boundaries: {boundaries!r}")
        return
    compare_boundaries(expected, given, path, findings)


def compare_keys(expected, given, path, findings):
    """Whether the given object has every field of the expected one and no other."""
    if not isinstance(given, dict):
        findings.fail(path, f"expected an object, given {given!r}")
        return False
    complete = True
    for key in expected:
        if key not in given:
            complete = False
            if not findings.as_far_as_told:
                findings.fail(pointer(path, key), "missing")
    for key in given:
        if key not in expected and pointer(path, key) not in NOT_COMPARED:
            findings.fail(pointer(path, key), "unknown field")
    return complete


def compare_list(expected, given, path, findings):
    if not isinstance(given, list) or len(given) != len(expected):
        findings.fail(path, f"expected a list of {len(expected)}, given {given!r:.200}")
        return
    for place, (one, other) in enumerate(zip(expected, given)):
        compare_node(one, other, pointer(path, place), findings)


def compare_node(expected, given, path, findings):
    if isinstance(expected, LiquidationSet):
        compare_liquidation_set(expected, given, path, findings)
    elif isinstance(expected, dict):
        compare_keys(expected, given, path, findings)
        if isinstance(given, dict):
            for key in expected.keys() & given.keys():
                compare_node(expected[key], given[key], pointer(path, key), findings)
    elif isinstance(expected, list):
        compare_list(expected, given, path, findings)
    elif isinstance(expected, Quantity):
        compare_quantity(expected, given, path, findings)
    elif isinstance(expected, Word):
        compare_word(expected, given, path, findings)
    elif isinstance(expected, Flag):
        compare_flag(expected, given, path, findings)
    elif isinstance(expected, Moment):
        compare_moment(expected, given, path, findings)
    elif isinstance(expected, Rejections):
        compare_rejections(expected, given, path, findings)
    elif isinstance(expected, BankruptcyPrice):
        if given is None or is_number(given) and given > 0:
            compare_bankruptcy_price(expected, given, path, findings)
        else:
            findings.fail(path, f"expected a price or null, given {given!r}")
    elif type(given) is not type(expected) or given != expected:
        findings.fail(path, f"expected {expected!r}, given {given!r}")


def compare_report(scenario, report, level_slack=Fraction(0), as_far_as_told=False):
    findings = Findings()
    findings.as_far_as_told = as_far_as_told
    if "errors" in report:
        findings.fail("", f"refused: {json.dumps(report['errors'])}")
        return findings
    expected = exact_report_with_scales(scenario, level_slack)
    compare_node(expected, report, "", findings)
    return findings


def judge_line(scenario, report, as_far_as_told=False):
    """Findings of the line; a level met only within rounding is an excuse, not a failure."""
    findings = compare_report(scenario, report, as_far_as_told=as_far_as_told)
    if findings.failures and "errors" not in report:
        for slack in (LEVEL_SLACK, -LEVEL_SLACK):
            second = compare_report(scenario, report, slack, as_far_as_told)
            if not second.failures:
                second.excuse("", "a notional within 1e-15 of a level's start")
                return second
    return findings


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [line for line in lines if line.strip()]


def main(scenarios_path, reports_path, as_far_as_told=False):
    scenarios, reports = read_lines(scenarios_path), read_lines(reports_path)
    passed = failed = excused = ill_conditioned = 0
    if len(scenarios) != len(reports):
        print(f"{len(scenarios)} scenarios, {len(reports)} reports")
        failed += abs(len(scenarios) - len(reports))
    for number, (scenario, report) in enumerate(zip(scenarios, reports), start=1):
        try:
            findings = judge_line(json.loads(scenario), json.loads(report), as_far_as_told)
        except Exception as error:
            error.add_note(f"while comparing line {number}")
            raise
        for path, message in findings.failures:
            print(f"line {number}: {path or '/'}: {message}")
        for path, message in findings.excuses:
            print(f"line {number}: {path or '/'}: excused: {message}")
        failed += bool(findings.failures)
        passed += not findings.failures
        excused += bool(findings.excuses)
        ill_conditioned += findings.ill_conditioned
    print(f"{ill_conditioned} ill-conditioned prices accepted by their equity")
    too_many = excused > MOST_EXCUSED * len(scenarios)
    print(f"{excused} lines with excused doubts{': more than 1 %' if too_many else ''}")
    if not scenarios:
        print("nothing to compare")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or too_many or not scenarios else 0


if __name__ == "__main__":
    paths = [argument for argument in sys.argv[1:] if argument != "--as-far-as-told"]
    if len(paths) != 2:
        sys.exit(__doc__)
    sys.exit(main(*paths, as_far_as_told=len(paths) < len(sys.argv) - 1))
