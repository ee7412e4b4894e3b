# SPDX-License-Identifier: MIT
"""Single-collateral wallets: Kraken's worked examples, and values worked out by hand."""

import unittest
from fractions import Fraction

from accounts import PRICES, coin_wallet, decimal, position, with_wallet
from exact_report import exact_report

MARK = {"marginBasis": "mark"}


def report(wallet, price=8_000, policy=None, **more):
    return exact_report(
        with_wallet(wallet, policy, prices={**PRICES, "BTC": price}, **more)
    )["wallets"][0]


def boundaries(wallet):
    return [boundary["price"] for boundary in wallet["factors"][0]["boundaries"]]


class EquityProtectionExample(unittest.TestCase):
    """Long 1,000 contracts at 8,000 on 0.01 bitcoin; and the short that mirrors it."""

    def wallet(self, side="long", policy=None, balance="0.01"):
        leg = position("PI_XBTUSD", side, 1_000, 8_000)
        return report(coin_wallet(balance, [leg]), policy=policy)

    def test_value_and_margins(self):
        wallet = self.wallet()
        self.assertEqual(wallet["positions"][0]["notional"], decimal("0.125"))
        self.assertEqual(wallet["initialMargin"], decimal("0.0025"))
        self.assertEqual(wallet["maintenanceMargin"], decimal("0.00125"))
        self.assertEqual(wallet["effectiveLeverage"], decimal("12.5"))
        self.assertEqual(wallet["availableMargin"], decimal("0.0075"))
        self.assertEqual(wallet["initialMarginUsd"], 20)
        self.assertEqual(wallet["availableMarginUsd"], 60)
        self.assertEqual(wallet["withdrawable"], decimal("0.0075"))
        self.assertEqual(wallet["currency"], "BTC")
        self.assertEqual(wallet["status"], "healthy")

    def test_liquidation_price(self):
        self.assertEqual(boundaries(self.wallet(policy=MARK)), [1_010 / decimal("0.135")])
        self.assertEqual(boundaries(self.wallet()), [1_000 / decimal("0.13375")])
        self.assertEqual(round(float(boundaries(self.wallet(policy=MARK))[0]), 5), 7481.48148)
        self.assertEqual(round(float(boundaries(self.wallet())[0]), 4), 7476.6355)
        self.assertEqual(boundaries(self.wallet("short", MARK)), [990 / decimal("0.115")])
        self.assertEqual(round(float(boundaries(self.wallet("short", MARK))[0]), 4), 8608.6957)

    def test_amounts_at_the_boundary_are_coin(self):
        one = self.wallet(policy=MARK)["factors"][0]["boundaries"][0]
        self.assertEqual(one["marginEquity"], decimal("0.00135") / decimal("1.01"))
        self.assertEqual(one["maintenanceMargin"], one["marginEquity"])

    def test_zero_equity(self):
        long, short = self.wallet()["positions"][0], self.wallet("short")["positions"][0]
        self.assertEqual(long["bankruptcyPrice"], 1_000 / decimal("0.135"))
        self.assertEqual(short["bankruptcyPrice"], 1_000 / decimal("0.115"))
        self.assertEqual(round(float(long["bankruptcyPrice"]), 4), 7407.4074)
        self.assertEqual(round(float(short["bankruptcyPrice"]), 4), 8695.6522)

    def test_a_short_covered_by_its_coin(self):
        # On the entry basis 0.125 − 0.125 + 1,000 / P = 0.00125; on the mark basis never.
        self.assertEqual(boundaries(self.wallet("short", balance="0.125")), [800_000])
        self.assertEqual(boundaries(self.wallet("short", MARK, "0.125")), [])
        self.assertIsNone(self.wallet("short", balance="0.125")["positions"][0]["bankruptcyPrice"])

    def test_the_coin_is_the_only_factor(self):
        wallet = self.wallet()
        self.assertEqual([one["factor"] for one in wallet["factors"]], ["BTC"])
        self.assertEqual(wallet["factors"][0]["current"], 8_000)


class Amounts(unittest.TestCase):
    def test_profit_of_a_long(self):
        # 10,000 contracts from 2,500 to 2,800: 10,000 (1/2,500 − 1/2,800) = 3/7 coin.
        leg = position("PI_XBTUSD", "long", 10_000, 2_500)
        wallet = report(coin_wallet(1, [leg]), price=2_800)
        self.assertEqual(wallet["unrealizedPnl"], Fraction(3, 7))
        self.assertEqual(wallet["unrealizedPnlUsd"], 1_200)
        self.assertEqual(wallet["portfolioValue"], Fraction(10, 7))
        self.assertEqual(wallet["positions"][0]["returnOnEquity"], Fraction(3, 7) / decimal("0.08"))

    def test_levels_follow_the_contracts(self):
        def margins(size, policy=None):
            leg = position("PI_XBTUSD", "long", size, 50_000)
            wallet = report(coin_wallet(100, [leg]), price=50_000, policy=policy)
            return wallet["initialMargin"], wallet["positions"][0]["level"]

        self.assertEqual(margins(2_000_000), (decimal("0.06") * 40, 3))
        self.assertEqual(margins(500_000), (decimal("0.04") * 10, 2))
        # 500,000 × 2 % + 100,000 × 4 % = 14,000 dollars' worth
        self.assertEqual(margins(600_000, {"levels": "marginal"}), (Fraction(14, 50), 2))

    def test_netting_of_perpetual_and_dated(self):
        legs = [
            position("PI_XBTUSD", "long", 100_000, 50_000),
            position("FI_XBTUSD", "short", 150_000, 50_000),
        ]
        wallet = report(coin_wallet(1, legs), price=50_000)
        self.assertEqual(wallet["initialMargin"], decimal("0.06"))
        gross = report(coin_wallet(1, legs), price=50_000, policy={"netting": False})
        self.assertEqual(gross["initialMargin"], decimal("0.10"))

    def test_closing_fee_in_coin(self):
        leg = position("PI_XBTUSD", "long", 1_000, 8_000)
        wallet = report(coin_wallet("0.01", [leg]), policy={"closingFee": True, "marginBasis": "mark"})
        # 0.135 − 1,000 / P = (1 % + 0.05 %) 1,000 / P
        self.assertEqual(boundaries(wallet), [decimal("1010.5") / decimal("0.135")])

    def test_fees_and_break_even(self):
        # 100,000 contracts at 50,000 are 2 bitcoin; 0.04 % of them 0.0008.
        leg = position("PI_XBTUSD", "long", 100_000, 50_000)
        wallet = report(coin_wallet(1, [leg]), price=50_000, volume30d=100_000)
        entry = wallet["positions"][0]
        self.assertEqual((entry["openFee"], entry["closeFee"]), (decimal("0.0008"),) * 2)
        self.assertEqual(entry["openFeeUsd"], 40)
        # 2 − 100,000 / P = 0.0008 + 0.0004 × 100,000 / P
        self.assertEqual(entry["breakEvenPrice"], 100_040 / decimal("1.9992"))

    def test_funding_in_coin(self):
        leg = position("PI_XBTUSD", "long", 100_000, 50_000)
        wallet = report(
            coin_wallet(1, [leg]), price=50_000, fundingRates={"PI_XBTUSD": decimal("0.0001")}
        )
        self.assertEqual(wallet["positions"][0]["fundingPerHour"], -decimal("0.0002"))
        self.assertEqual(wallet["positions"][0]["fundingPerHourUsd"], -10)
        self.assertEqual(wallet["funding"]["perDay"], -decimal("0.0048"))
        self.assertEqual(wallet["funding"]["perHourUsd"], -10)
        self.assertEqual(wallet["funding"]["perDayUsd"], -240)
        self.assertEqual(wallet["funding"]["perMonthUsd"], -7_200)
        # From 1 down to 0.02 at 0.0002 an hour.
        self.assertEqual(wallet["funding"]["hoursToLiquidation"], 4_900)

    def test_settlement(self):
        leg = position("PI_XBTUSD", "long", 1_000, 8_000, unrealizedFunding=decimal("-0.001"))
        wallet = report(coin_wallet("0.01", [leg]), price=5_000)
        # 0.125 − 0.2 of loss, 0.001 of funding, 0.05 % of 0.2 to close.
        left = decimal("0.01") - decimal("0.075") - decimal("0.001") - decimal("0.0001")
        self.assertEqual(wallet["settlement"]["balances"], [{"asset": "BTC", "quantity": left}])
        self.assertEqual(wallet["settlement"]["uncovered"], -left)
        self.assertEqual(wallet["settlement"]["realizedPnl"], -decimal("0.076"))
        # At the index of 5,000: 0.076 and 0.0001 of a coin.
        self.assertEqual(wallet["settlement"]["realizedPnlUsd"], -380)
        self.assertEqual(wallet["settlement"]["closeFeeUsd"], decimal("0.5"))


if __name__ == "__main__":
    unittest.main()
