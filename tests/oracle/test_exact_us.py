# SPDX-License-Identifier: MIT
"""US wallets: the regimes by Chicago's clock, and values worked out by hand."""

import unittest
from datetime import datetime
from fractions import Fraction

from accounts import decimal, position, rulebook_with, us_wallet, with_wallet
from exact_report import exact_report

MONDAY = "2026-11-23T15:40:00-06:00"

TWO_MBT = [position("MBT", "long", 2, 100_000)]


def report(cash, positions=TWO_MBT, as_of=MONDAY, wallet=None, **more):
    return exact_report(
        with_wallet(us_wallet(cash, positions, **(wallet or {})), asOf=as_of, **more)
    )["wallets"][0]


def switch(as_of, positions=TWO_MBT, **more):
    wallet = report(10_000, positions, as_of, **more)
    following = wallet["nextSwitch"]
    return (
        wallet["regime"],
        wallet["open"],
        following["time"],
        following["regime"],
        following["seconds"],
    )


def at(text):
    return datetime.fromisoformat(text)


class Clock(unittest.TestCase):
    def test_five_minutes_before_the_switch(self):
        self.assertEqual(
            switch(MONDAY), ("intraday", True, at("2026-11-23T15:45:00-06:00"), "initial", 300)
        )

    def test_the_switch_itself_is_already_initial(self):
        self.assertEqual(
            switch("2026-11-23T15:45:00-06:00"),
            ("initial", True, at("2026-11-23T17:00:00-06:00"), "intraday", 4_500),
        )

    def test_closed_from_the_close_and_open_from_the_open(self):
        closed = switch("2026-11-23T16:00:00-06:00")
        self.assertEqual(closed[:2], ("initial", False))
        opened = switch("2026-11-23T17:00:00-06:00")
        self.assertEqual(opened[:3], ("intraday", True, at("2026-11-24T15:45:00-06:00")))

    def test_the_weekend(self):
        # Friday's session closes and the next one opens on Sunday evening.
        self.assertEqual(
            switch("2026-11-27T15:50:00-06:00")[2:], (at("2026-11-29T17:00:00-06:00"), "intraday", 176_400 + 600)
        )
        self.assertEqual(switch("2026-11-28T12:00:00-06:00")[:2], ("initial", False))
        self.assertEqual(switch("2026-11-29T16:59:59-06:00")[4], 1)

    def test_the_weekend_in_which_the_clock_goes_forward_is_an_hour_shorter(self):
        self.assertEqual(
            switch("2026-03-06T15:50:00-06:00")[2:],
            (at("2026-03-08T17:00:00-05:00"), "intraday", 49 * 3_600 + 600 - 3_600),
        )
        # And in the one of autumn an hour longer.
        self.assertEqual(
            switch("2026-10-30T15:50:00-05:00")[2:],
            (at("2026-11-01T17:00:00-06:00"), "intraday", 49 * 3_600 + 600 + 3_600),
        )

    def test_any_offset_names_the_same_moment(self):
        self.assertEqual(switch("2026-11-23T21:40:00Z"), switch(MONDAY))

    def test_a_session_by_day(self):
        wheat = [position("ZW", "short", 1, 600)]
        self.assertEqual(
            switch("2026-11-23T08:29:59-06:00", wheat),
            ("initial", False, at("2026-11-23T08:30:00-06:00"), "intraday", 1),
        )
        self.assertEqual(
            switch("2026-11-23T08:30:00-06:00", wheat)[2:4], (at("2026-11-23T13:05:00-06:00"), "initial")
        )

    def test_the_strictest_position_gives_the_wallets_regime(self):
        both = [*TWO_MBT, position("ZW", "long", 1, 600)]
        regime, is_open, following, then, _ = switch("2026-11-23T14:00:00-06:00", both)
        self.assertEqual((regime, is_open), ("initial", False))
        # The other position's switch comes first, and the wallet's regime stays what it was.
        self.assertEqual((following, then), (at("2026-11-23T15:45:00-06:00"), "initial"))
        wallet = report(10_000, both, "2026-11-23T14:00:00-06:00")
        self.assertEqual(wallet["requirement"], 200 + 1_800)
        self.assertEqual([p["regime"] for p in wallet["positions"]], ["intraday", "initial"])
        self.assertEqual(wallet["nextSwitch"]["requirement"], 5_000 + 1_800)

    def test_without_positions_the_first_us_contracts_regime(self):
        self.assertEqual(switch(MONDAY, [])[0], "intraday")

    def test_minutes_before_the_close_are_the_rulebooks(self):
        rules = rulebook_with(usFutures={"minutesBeforeClose": 30})
        self.assertEqual(switch(MONDAY, rulebook=rules)[0], "initial")


class Amounts(unittest.TestCase):
    def test_equity_and_requirements(self):
        wallet = report(10_000, [position("MBT", "long", 2, 99_000)])
        # A move of 1,000 is 100 dollars a contract.
        self.assertEqual((wallet["unrealizedPnl"], wallet["equity"]), (200, 10_200))
        self.assertEqual(
            (wallet["intradayMargin"], wallet["initialMargin"], wallet["maintenanceMargin"]),
            (200, 5_000, 4_400),
        )
        self.assertEqual((wallet["requirement"], wallet["riskBuffer"]), (200, 10_000))
        self.assertEqual(wallet["availableMargin"], 10_000)
        self.assertEqual(wallet["withdrawable"], 10_000)
        self.assertEqual(wallet["intradayUsage"], Fraction(200, 10_200))
        self.assertEqual(wallet["initialUsage"], Fraction(5_000, 10_200))
        self.assertEqual(wallet["effectiveLeverage"], Fraction(20_000, 10_200))
        self.assertEqual(wallet["nextSwitch"]["requirement"], 5_000)
        self.assertEqual(wallet["nextSwitch"]["riskBuffer"], 5_200)

    def test_status(self):
        self.assertEqual(report(5_000)["status"], "healthy")
        self.assertEqual(report(4_999)["status"], "warning")
        self.assertEqual(report(200)["status"], "warning")
        self.assertEqual(report(199)["status"], "liquidation-risk")
        self.assertEqual(report(-1, [])["status"], "healthy")
        late = "2026-11-23T15:46:00-06:00"
        self.assertEqual(report(4_999, as_of=late)["status"], "liquidation-risk")
        carried = {"carried": True}
        self.assertEqual(report(4_999, as_of=late, wallet=carried)["status"], "healthy")
        self.assertEqual(report(4_999, as_of=late, wallet=carried)["regime"], "maintenance")
        self.assertEqual(report(4_999, wallet=carried)["regime"], "intraday")

    def test_liquidation_price_is_against_the_requirement_in_force(self):
        # 10,000 + 0.2 (P − 100,000) = 200, and after the switch 5,000
        early, late = report(10_000), report(10_000, as_of="2026-11-23T15:46:00-06:00")
        self.assertEqual(early["factors"][0]["below"]["price"], 51_000)
        self.assertEqual(late["factors"][0]["below"]["price"], 75_000)
        self.assertEqual([one["factor"] for one in early["factors"]], ["BTC", "market"])
        self.assertEqual(early["positions"][0]["bankruptcyPrice"], 50_000)
        self.assertEqual(early["positions"][0]["liquidation"], early["factors"][0])

    def test_liquidation_fees(self):
        fees = [report(1, wallet={"liquidations": n})["liquidationFee"] for n in (0, 1, 2)]
        self.assertEqual(fees, [25, 50, 50])

    def test_fees_by_contract_and_break_even(self):
        # Bitnomial, 10 contracts: 1.50 a side, 3.00 the round turn, over 0.1 dollars a point.
        entry = report(10_000, [position("PBTC", "short", 10, 100_000)])["positions"][0]
        self.assertEqual((entry["openFee"], entry["closeFee"]), (decimal("1.5"),) * 2)
        self.assertEqual(entry["breakEvenPrice"], 100_000 - 30)

    def test_funding_of_perpetuals(self):
        legs = [position("PBTC", "long", 10, 100_000), *TWO_MBT]
        wallet = report(10_000, legs, fundingRates={"PBTC": decimal("0.0001")})
        # On 0.1 bitcoin, 10,000 dollars: 1 an hour, and the day's sum at three in the afternoon.
        self.assertEqual(wallet["positions"][0]["fundingPerHour"], -1)
        self.assertEqual(wallet["funding"]["perDay"], -24)
        self.assertEqual(wallet["funding"]["nextAdjustment"], at("2026-11-24T15:00:00-06:00"))
        self.assertIsNone(report(10_000)["funding"]["nextAdjustment"])
        weekend = report(10_000, legs, "2026-11-27T15:00:00-06:00")["funding"]["nextAdjustment"]
        self.assertEqual(weekend, at("2026-11-30T15:00:00-06:00"))


class Orders(unittest.TestCase):
    def order(self, size, as_of=MONDAY, wallet=None, **more):
        orders = [{"contract": "MBT", "side": "long", "size": size, "price": 99_000, **more}]
        return report(10_000, [], as_of, wallet={"orders": orders, **(wallet or {})})["orders"][0]

    def test_margin_by_regime_news_and_quantity(self):
        self.assertEqual(self.order(1)["initialMargin"], 100)
        self.assertEqual(self.order(10)["initialMargin"], 2_000)
        self.assertEqual(self.order(1, wallet={"news": True})["initialMargin"], 400)
        late = "2026-11-23T15:46:00-06:00"
        self.assertEqual(self.order(1, late, {"news": True})["initialMargin"], 2_500)
        self.assertEqual(self.order(1, late, {"carried": True})["initialMargin"], 2_500)

    def test_the_fill_takes_the_fee_from_cash(self):
        filled = self.order(2)["filled"]
        # Bought 1,000 below the mark, 0.2 dollars a point; the fee is 1.00 a contract.
        self.assertEqual(filled["marginEquity"], 10_000 + 200 - 2)
        self.assertEqual(filled["availableMargin"], 10_198 - 200)
        self.assertEqual(filled["realizedAfterFee"], -2)


if __name__ == "__main__":
    unittest.main()
