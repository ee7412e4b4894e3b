# SPDX-License-Identifier: MIT
"""The comparison must let the exact report through as doubles, and nothing else."""

import contextlib
import copy
import io
import json
import tempfile
import unittest
from datetime import timezone
from fractions import Fraction
from pathlib import Path

import compare
from accounts import coin_wallet, position, rulebook_with, scenario, us_wallet
from exact_report import exact_report_with_scales
from exact_values import BankruptcyPrice, Flag, Moment, Quantity, Rejections, Word


def as_written(moment):
    zone = timezone.utc if moment.offset is None else timezone(moment.offset)
    return moment.value.astimezone(zone).isoformat()


def as_doubles(node):
    """The document that a program without rounding errors but those of doubles would write."""
    if isinstance(node, Moment):
        return as_written(node)
    if isinstance(node, Rejections):
        return [{"code": code, "message": "Because."} for code in node.value]
    if isinstance(node, (Quantity, Word, BankruptcyPrice, Flag)):
        node = node.value
    if isinstance(node, dict):
        return {key: as_doubles(value) for key, value in node.items()}
    if isinstance(node, list):
        return [as_doubles(value) for value in node]
    return float(node) if isinstance(node, Fraction) else node


ACCOUNT = as_doubles(
    scenario(
        {"BTC": 1, "ETH": 3, "USD": 20_000},
        [
            position("PF_XBTUSD", "long", 5, 91_000, unrealizedFunding=-12.5),
            position("FF_XBTUSD", "short", 9, 99_000),
            position("PF_SOLUSD", "long", 700, 190, margin="isolated", maxLeverage=10),
        ],
        {"marginBasis": "mark", "closingFee": True},
        {"profitCurrency": "ETH"},
    )
)

ORDERS = [
    {"contract": "PF_XBTUSD", "side": "short", "size": 7, "price": 101_000},
    {"contract": "PF_XBTUSD", "side": "long", "size": 3, "type": "market"},
    {"contract": "PF_XBTUSD", "side": "short", "size": 2, "type": "stop", "triggerPrice": 95_000},
    {"contract": "PF_ETHUSD", "side": "long", "size": 1, "price": 3_900, "reduceOnly": True},
]

# Every wallet, and all that a report may tell of one.
EVERYTHING = as_doubles(
    {
        **scenario(
            {"BTC": 1, "USD": -5_000},
            [
                position("PF_XBTUSD", "long", 5, 91_000),
                position("PF_SOLUSD", "short", 70, 190, margin="isolated", maxLeverage=10),
            ],
            {"marginBasis": "mark"},
            {"orders": ORDERS, "transfers": [{"asset": "USD", "quantity": 100}]},
            asOf="2026-11-23T15:40:00-06:00",
            orderBooks={"PF_XBTUSD": {"asks": [[100_100, 2], [100_200, 5]]}},
            rulebook=rulebook_with(
                interest={"threshold": 100, "ratePerYear": Fraction(1, 10)},
                markPrice={"perpetualCap": Fraction(1, 100),
                           "datedCaps": [{"days": 1, "cap": Fraction(1, 100)}]},
            ),
        ),
        "fundingRates": {"PF_XBTUSD": 0.0001, "PF_SOLUSD": 0.0001, "PI_XBTUSD": 0.0001},
    }
)
EVERYTHING["wallets"] += as_doubles(
    [
        coin_wallet(1, [position("PI_XBTUSD", "long", 90_000, 91_000),
                        position("FI_XBTUSD", "short", 9_000, 91_000)]),
        us_wallet(9_000, [position("MBT", "long", 2, 91_000), position("PBTC", "long", 2, 91_000)]),
    ]
)

MARK = {"marginBasis": "mark"}

LONG = [position("PF_XBTUSD", "long", 5, 100_000)]


def report_of(given):
    return as_doubles(exact_report_with_scales(given))


def leaves(node, path=()):
    if isinstance(node, (dict, list)):
        items = node.items() if isinstance(node, dict) else enumerate(node)
        for key, value in items:
            yield from leaves(value, (*path, key))
    else:
        yield path, node


def objects(node, path=()):
    if isinstance(node, dict):
        yield path
    if isinstance(node, (dict, list)):
        items = node.items() if isinstance(node, dict) else enumerate(node)
        for key, value in items:
            yield from objects(value, (*path, key))


def keys_of(node):
    if isinstance(node, dict):
        return list(node)
    return list(range(len(node))) if isinstance(node, list) else None


def at(node, path):
    for key in path:
        node = node[key]
    return node


class EveryFieldCounts(unittest.TestCase):
    account = ACCOUNT

    @classmethod
    def setUpClass(cls):
        cls.report = report_of(cls.account)
        cls.expected = exact_report_with_scales(cls.account)

    def failures(self, report):
        """Without judge_line's second look at the levels, and of what has changed only: the rest
        passes, as test_the_exact_report_as_doubles_passes has it."""
        expected, was, path = self.expected, self.report, ""
        while type(expected) in (dict, list) and keys_of(report) == keys_of(was):
            different = [key for key in keys_of(was) if report[key] != was[key]]
            if len(different) != 1 or different[0] not in keys_of(expected):
                break
            (key,) = different
            expected, report, was = expected[key], report[key], was[key]
            path = compare.pointer(path, key)
        findings = compare.Findings()
        compare.compare_node(expected, report, path, findings)
        return [path for path, _ in findings.failures]

    def changed(self, path, value):
        report = copy.deepcopy(self.report)
        at(report, path[:-1])[path[-1]] = value
        return report

    def test_the_exact_report_as_doubles_passes(self):
        findings = compare.judge_line(self.account, self.report)
        self.assertEqual((findings.failures, findings.excuses), ([], []))

    def test_every_leaf_changed_fails(self):
        for path, value in leaves(self.report):
            if "message" in path:
                continue
            with self.subTest(path=path):
                if isinstance(value, float):
                    # A thousandth of a dollar where sums reach a million; in parts, a millionth.
                    changed = value + max(abs(value) * 1e-6, 2e-3)
                elif value is None:
                    changed = 1.0
                else:
                    changed = value + 1 if isinstance(value, int) else f"{value}x"
                self.assertNotEqual(self.failures(self.changed(path, changed)), [])
                if value is not None:
                    self.assertNotEqual(self.failures(self.changed(path, None)), [])

    def test_every_field_left_out_or_added_fails(self):
        for path in objects(self.report):
            with self.subTest(path=path):
                added = copy.deepcopy(self.report)
                at(added, path)["unlisted"] = 1.0
                self.assertNotEqual(self.failures(added), [])
            for key in at(self.report, path):
                with self.subTest(path=(*path, key)):
                    left_out = copy.deepcopy(self.report)
                    del at(left_out, path)[key]
                    self.assertNotEqual(self.failures(left_out), [])

    def test_rounding_of_the_last_digits_passes(self):
        for path, value in leaves(self.report):
            if isinstance(value, float):
                with self.subTest(path=path):
                    if "below" in path or "above" in path:
                        continue  # held to be the very element of `boundaries`
                    if "boundaries" in path:
                        continue  # repeated in `below` or `above`
                    self.assertEqual(
                        self.failures(self.changed(path, value * (1 + 1e-12))), []
                    )

    def test_path_of_a_failure_is_a_json_pointer(self):
        changed = self.changed(("wallets", 0, "positions", 0, "level"), 7)
        self.assertEqual(self.failures(changed), ["/wallets/0/positions/0/level"])

    def test_warnings_are_not_compared(self):
        self.assertEqual(self.failures({**self.report, "warnings": [{"code": "any"}]}), [])

    def test_a_refusal_fails(self):
        findings = compare.judge_line(ACCOUNT, {"errors": [{"code": "missing"}]})
        self.assertEqual([path for path, _ in findings.failures], [""])


class EveryFieldOfEveryWalletCounts(EveryFieldCounts):
    account = EVERYTHING

    def test_a_time_written_with_another_offset(self):
        path = ("wallets", 2, "nextSwitch", "time")
        self.assertEqual(at(self.report, path), "2026-11-23T15:45:00-06:00")
        self.assertNotEqual(self.failures(self.changed(path, "2026-11-23T21:45:00Z")), [])
        path = ("wallets", 1, "positions", 1, "expiry", "time")
        self.assertEqual(self.failures(self.changed(path, "2026-12-25T09:00:00+01:00")), [])
        self.assertNotEqual(self.failures(self.changed(path, "2026-12-25T08:00:00")), [])

    def test_rejections_in_any_order_but_none_twice(self):
        path = ("wallets", 0, "orders", 3, "rejections")
        wanted = at(self.report, path)
        self.assertEqual([one["code"] for one in wanted], ["wouldNotReducePosition"])
        self.assertNotEqual(self.failures(self.changed(path, wanted * 2)), [])
        self.assertNotEqual(self.failures(self.changed(path, [])), [])


class Boundaries(unittest.TestCase):
    def judged(self, given, change):
        report = report_of(given)
        for one in report["wallets"][0]["factors"]:
            if one["factor"] == "BTC":
                change(one)
        return compare.judge_line(given, report)

    def test_a_boundary_invented_or_missed_fails(self):
        given = scenario({"USD": 50_000}, LONG)

        def invent(one):
            one["boundaries"] = [{**one["boundaries"][0], "price": 80_000.0, "move": -0.2},
                                 *one["boundaries"]]

        def miss(one):
            one.update(boundaries=[], below=None, above=None)

        self.assertNotEqual(self.judged(given, invent).failures, [])
        self.assertNotEqual(self.judged(given, miss).failures, [])

    # A jump is steep: beside it equity is far from the requirement on both sides.

    def test_a_pair_nearer_than_a_billionth_is_excused(self):
        given = scenario({"USD": 115_000}, [position("PF_XBTUSD", "short", 9, 100_000)], MARK)

        def pair(one):
            jump = one["boundaries"][0]
            near = {**jump, "price": jump["price"] * (1 + 1e-11)}
            one["boundaries"] = [jump, near, {**near, "price": near["price"] * (1 + 1e-11)}]

        findings = self.judged(given, pair)
        self.assertEqual(findings.failures, [])
        self.assertEqual(len(findings.excuses), 1)

    def test_a_boundary_at_the_end_of_the_range_is_excused(self):
        # One dollar of notional reaches the second level at x = 1,000,000: 15,000 against
        # 10,000 before and 20,000 there.
        legs = [position("PF_XBTUSD", "short", Fraction(1, 100_000), 100_000)]
        given = scenario({"USD": 1_014_999}, legs, MARK)

        def miss(one):
            self.assertEqual(one["boundaries"][0]["price"], 1e11)
            one.update(boundaries=[], below=None, above=None)

        findings = self.judged(given, miss)
        self.assertEqual((findings.failures, len(findings.excuses)), ([], 1))

    def test_a_boundary_where_equity_is_the_requirement_everywhere_is_excused(self):
        legs = [*LONG, position("FF_XBTUSD", "short", 5, 100_000)]

        def invent(one):
            one["boundaries"] = [
                {"price": 2e5, "move": 1.0, "marginEquity": 5e3, "maintenanceMargin": 5e3}
            ]
            one["above"] = one["boundaries"][0]

        findings = self.judged(scenario({"USD": 5_000}, legs), invent)
        self.assertEqual((findings.failures, len(findings.excuses)), ([], 1))
        self.assertNotEqual(self.judged(scenario({"USD": 5_001}, legs), invent).failures, [])

    def test_a_boundary_at_todays_price_must_be_on_both_sides(self):
        def one_sided(one):
            one["above"] = None

        findings = self.judged(scenario({"USD": 5_000}, LONG), one_sided)
        self.assertNotEqual(findings.failures, [])

    def test_an_ill_conditioned_price_passes_by_its_equity(self):
        # Hedged but for 1e-10 bitcoin: the crossing's place has few certain digits.
        legs = [position("PF_XBTUSD", "long", 5 + 1e-10, 100_000),
                position("FF_XBTUSD", "short", 5, 100_000)]
        given = scenario({"USD": 4_999.9999}, legs)

        def shift(one):
            boundary = one["boundaries"][0]
            boundary["price"] *= 1 + 1e-4
            boundary["move"] = boundary["price"] / 1e5 - 1
            one["above"] = boundary

        findings = self.judged(given, shift)
        self.assertEqual((findings.failures, findings.ill_conditioned), ([], 1))


class CommandLine(unittest.TestCase):
    def run_on(self, scenarios, reports):
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, "scenarios.jsonl"), Path(folder, "reports.jsonl")]
            for path, documents in zip(paths, (scenarios, reports)):
                path.write_text("".join(json.dumps(one) + "\n" for one in documents))
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                status = compare.main(*paths)
        return status, output.getvalue().splitlines()

    def test_exit_status_and_last_line(self):
        report = report_of(ACCOUNT)
        status, lines = self.run_on([ACCOUNT, ACCOUNT], [report, report])
        self.assertEqual((status, lines[-1]), (0, "2 passed, 0 failed"))
        broken = copy.deepcopy(report)
        broken["wallets"][0]["riskBuffer"] += 1
        status, lines = self.run_on([ACCOUNT, ACCOUNT], [report, broken])
        self.assertEqual((status, lines[-1]), (1, "1 passed, 1 failed"))
        self.assertTrue(lines[0].startswith("line 2: /wallets/0/riskBuffer: expected "), lines[0])

    def test_what_is_not_computed_yet_may_be_passed_over(self):
        report = report_of(ACCOUNT)
        del report["wallets"][0]["funding"]
        findings = compare.judge_line(ACCOUNT, report, as_far_as_told=True)
        self.assertEqual(findings.failures, [])
        self.assertNotEqual(compare.judge_line(ACCOUNT, report).failures, [])
        report["wallets"][0]["riskBuffer"] += 1
        findings = compare.judge_line(ACCOUNT, report, as_far_as_told=True)
        self.assertEqual([path for path, _ in findings.failures], ["/wallets/0/riskBuffer"])

    def test_a_missing_line_fails(self):
        report = report_of(ACCOUNT)
        self.assertEqual(self.run_on([ACCOUNT, ACCOUNT], [report])[0], 1)
        self.assertEqual(self.run_on([], [])[0], 1)


if __name__ == "__main__":
    unittest.main()
