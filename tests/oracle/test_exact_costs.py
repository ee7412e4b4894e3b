# SPDX-License-Identifier: MIT
"""Fees, funding, dates and limits, settlement, interest and what may leave, worked out by hand."""

import unittest
from datetime import datetime
from fractions import Fraction

from accounts import RULEBOOK, decimal, position, rulebook_with, scenario
from exact_report import exact_report

LONG = [position("PF_XBTUSD", "long", 1, 100_000)]


def wallet_of(*arguments, **more):
    return exact_report(scenario(*arguments, **more))["wallets"][0]


def with_contract(symbol, rulebook=RULEBOOK, **more):
    contracts = [{**c, **more} if c["symbol"] == symbol else c for c in rulebook["contracts"]]
    return {**rulebook, "contracts": contracts}


class Fees(unittest.TestCase):
    def test_of_the_level_that_the_volume_has_reached(self):
        def fees(**more):
            return exact_report(scenario({}, [], **more))["fees"]

        self.assertEqual(fees(), {"maker": decimal("0.0002"), "taker": decimal("0.0005")})
        self.assertEqual(fees(volume30d=100_000)["taker"], decimal("0.0004"))
        self.assertEqual(fees(rulebook=rulebook_with(fees=[])), {"maker": 0, "taker": 0})

    def test_of_entry_and_mark_notional_and_break_even(self):
        legs = [position("PF_XBTUSD", "long", 2, 90_000, unrealizedFunding=30)]
        entry = wallet_of({"USD": 50_000}, legs)["positions"][0]
        self.assertEqual((entry["openFee"], entry["closeFee"]), (90, 100))
        # 2 (P − 90,000) + 30 − 90 = 0.0005 × 2 P
        self.assertEqual(entry["breakEvenPrice"], 180_060 / decimal("1.999"))
        legs[0]["side"] = "short"
        entry = wallet_of({"USD": 50_000}, legs)["positions"][0]
        # 2 (90,000 − P) + 30 − 90 = 0.0005 × 2 P
        self.assertEqual(entry["breakEvenPrice"], 179_940 / decimal("2.001"))

    def test_no_break_even_where_funding_has_paid_for_more_than_the_price(self):
        legs = [position("PF_XBTUSD", "long", 1, 100, unrealizedFunding=101)]
        self.assertIsNone(wallet_of({"USD": 50_000}, legs)["positions"][0]["breakEvenPrice"])


class Funding(unittest.TestCase):
    def test_per_hour_on_the_index_and_in_the_venues_unit(self):
        entry = wallet_of(
            {"USD": 50_000}, LONG,
            marks={"PF_XBTUSD": 101_000}, fundingRates={"PF_XBTUSD": decimal("0.0001")},
        )["positions"][0]
        self.assertEqual(entry["fundingPerHour"], -10)
        self.assertEqual(entry["absoluteFundingRate"], 10)
        absolute = wallet_of({"USD": 50_000}, LONG, absoluteFundingRates={"PF_XBTUSD": 10})
        self.assertEqual(absolute["positions"][0]["fundingRate"], decimal("0.0001"))

    def test_published_pair_of_units(self):
        # A historical row of PI_XBTUSD: the two rates belong to an index of 20,712.93.
        given = scenario({}, [])
        given["wallets"] = [{
            "type": "single-collateral", "asset": "BTC", "balance": 1,
            "positions": [position("PI_XBTUSD", "long", 1, 20_000)],
        }]
        given["prices"] = {"BTC": decimal("20712.93")}
        given["fundingRates"] = {"PI_XBTUSD": decimal("-1.6898883333333e-05")}
        rate = exact_report(given)["wallets"][0]["positions"][0]["absoluteFundingRate"]
        self.assertAlmostEqual(float(rate) / -8.15861558e-10, 1, delta=1e-6)

    def test_hours_until_it_liquidates(self):
        def hours(usd, rate="0.0001", legs=LONG):
            rates = {"PF_XBTUSD": decimal(rate)}
            return wallet_of({"USD": usd}, legs, fundingRates=rates)["funding"]["hoursToLiquidation"]

        self.assertEqual(hours(6_000), 500)
        self.assertEqual(hours(1_000), 0)
        self.assertIsNone(hours(6_000, "-0.0001"))
        self.assertIsNone(hours(6_000, "0"))
        self.assertIsNone(hours(6_000, legs=[]))

    def test_hours_where_a_gain_is_cut(self):
        # A gain of 10,000 counts as 9,751 while it lasts; then losses count in full.
        kept = decimal("0.98") * decimal("0.995")
        legs = [position("PF_XBTUSD", "long", 1, 90_000)]

        def hours(usd):
            return wallet_of(
                {"USD": usd}, legs, wallet={"profitCurrency": "BTC"},
                fundingRates={"PF_XBTUSD": decimal("0.0001")},
            )["funding"]["hoursToLiquidation"]

        self.assertEqual(hours(2_900), 1_000 + 200)
        # −100 + kept (10,000 − 10 t) = 900
        self.assertEqual(hours(-100), (10_000 - 1_000 / kept) / 10)

    def test_hours_of_an_isolated_position_are_its_own(self):
        legs = [{**LONG[0], "margin": "isolated", "isolatedMargin": 3_000}]
        wallet = wallet_of({"USD": 9_000}, legs, fundingRates={"PF_XBTUSD": decimal("0.0001")})
        self.assertEqual(wallet["positions"][0]["hoursToFundingLiquidation"], 200)
        self.assertIsNone(wallet["funding"]["hoursToLiquidation"])
        self.assertEqual(wallet["funding"]["perMonth"], -7_200)

    def test_indicated_rate_within_its_limit(self):
        rules = with_contract("PF_XBTUSD", fundingCoefficient=8, maxFundingRate=decimal("0.001"))

        def indicated(mark):
            wallet = wallet_of({"USD": 9_000}, LONG, rulebook=rules, marks={"PF_XBTUSD": mark})
            return wallet["positions"][0]["indicatedFundingRate"]

        self.assertEqual(indicated(100_400), decimal("0.0005"))
        self.assertEqual(indicated(102_000), decimal("0.001"))
        self.assertEqual(indicated(90_000), -decimal("0.001"))


class DatesAndLimits(unittest.TestCase):
    CAPS = {
        "perpetualCap": decimal("0.01"),
        "datedCaps": [{"days": 1, "cap": decimal("0.01")}, {"days": 210, "cap": decimal("0.2")}],
    }

    def limits(self, symbol, expiry=None, as_of="2026-09-29T08:00:00Z"):
        rules = with_contract(symbol, rulebook_with(markPrice=self.CAPS))
        if expiry:
            rules = with_contract(symbol, rules, expiry=expiry)
        legs = [position(symbol, "long", 1, 35_000)]
        prices = {"BTC": 35_000}
        wallet = wallet_of({"USD": 9_000}, legs, rulebook=rules, prices=prices, asOf=as_of)
        return wallet["positions"][0].get("markLimits")

    def test_cap_of_a_perpetual(self):
        self.assertEqual(self.limits("PF_XBTUSD"), {"lowest": 34_650, "highest": 35_350})

    def test_cap_by_days_to_expiry(self):
        # 87 days: 1 % + 19 % × 86 / 209 = 8.8182 %, printed as 31,913 to 38,087 with 8.82 %.
        cap = (1 + Fraction(19 * 86, 209)) / 100
        limits = self.limits("FF_XBTUSD", "2026-12-25")
        self.assertEqual(limits, {"lowest": 35_000 * (1 - cap), "highest": 35_000 * (1 + cap)})
        self.assertAlmostEqual(float(limits["lowest"]), 31_913, delta=1)
        self.assertEqual(self.limits("FF_XBTUSD", "2026-09-29")["highest"], 35_350)
        self.assertEqual(self.limits("FF_XBTUSD", "2028-01-01")["highest"], 42_000)

    def test_expiry_of_a_date_alone_is_eight_in_the_morning(self):
        rules = with_contract("FF_XBTUSD", expiry="2026-12-25")
        legs = [position("FF_XBTUSD", "short", 2, 100_000)]

        def expiry(as_of):
            given = scenario({"USD": 9_000}, legs, rulebook=rules, asOf=as_of)
            return exact_report(given)["wallets"][0]["positions"][0]["expiry"]

        self.assertEqual(
            expiry("2026-12-24T20:00:00-06:00"),
            {
                "time": datetime.fromisoformat("2026-12-25T08:00:00Z"),
                "expired": False,
                "hours": 6,
                "settlementFee": 100,
            },
        )
        at_last = expiry("2026-12-25T08:00:00Z")
        self.assertEqual((at_last["expired"], at_last["hours"]), (True, 0))


class Settlement(unittest.TestCase):
    def test_a_loss_sells_in_ascending_order_of_haircut(self):
        # Loss 20,000 and 0.05 % of 100,000 to close; 1,000 USD are held. Owed: 19,050.
        legs = [position("PF_XBTUSD", "long", 1, 120_000)]
        settled = wallet_of({"ETH": 5, "BTC": decimal("0.1"), "USD": 1_000}, legs)["settlement"]
        self.assertEqual((settled["realizedPnl"], settled["closeFee"]), (-20_000, 50))
        bitcoin, ether = settled["conversions"]
        self.assertEqual(
            bitcoin, {"asset": "BTC", "quantity": decimal("0.1"), "proceeds": 9_950, "fee": 50}
        )
        self.assertEqual(ether["proceeds"], 9_100)
        self.assertEqual(ether["quantity"], 9_100 / (4_000 * decimal("0.995")))
        self.assertEqual(
            [row["asset"] for row in settled["balances"]], ["ETH", "BTC", "USD"]
        )
        self.assertEqual([row["quantity"] for row in settled["balances"]][1:], [0, 0])
        self.assertEqual(settled["uncovered"], 0)

    def test_a_gain_becomes_the_profit_currency_and_the_fee_is_owed(self):
        legs = [position("PF_XBTUSD", "long", 1, 80_000)]
        settled = wallet_of({"ETH": 5}, legs, wallet={"profitCurrency": "BTC"})["settlement"]
        # 20,000 less 0.5 % is 0.199 bitcoin, of which the fee of 50 is sold: 50 / 99,500.
        self.assertEqual([row["asset"] for row in settled["balances"]], ["ETH", "BTC", "USD"])
        self.assertEqual(
            settled["balances"][1]["quantity"], decimal("0.199") - Fraction(50, 99_500)
        )
        self.assertEqual(settled["balances"][2]["quantity"], 0)

    def test_what_nothing_covers(self):
        legs = [position("PF_XBTUSD", "long", 1, 120_000)]
        settled = wallet_of({"USD": 1_000}, legs)["settlement"]
        self.assertEqual(settled["conversions"], [])
        self.assertEqual(settled["uncovered"], 19_050)
        self.assertEqual(settled["balances"], [{"asset": "USD", "quantity": -19_050}])

    def test_without_positions_nothing_changes(self):
        self.assertEqual(
            wallet_of({"ETH": 5}, [])["settlement"]["balances"], [{"asset": "ETH", "quantity": 5}]
        )

    def test_automatic_conversion_beyond_its_threshold(self):
        def converted(threshold):
            rules = rulebook_with(conversion={"threshold": threshold})
            return wallet_of({"USD": -995, "BTC": 1}, [], rulebook=rules)["automaticConversion"]

        self.assertEqual(converted(995)["conversions"], [])
        self.assertEqual(converted(995)["uncovered"], 995)
        sold = converted(994)
        self.assertEqual(sold["conversions"][0]["quantity"], decimal("0.01"))
        self.assertEqual((sold["owed"], sold["uncovered"]), (995, 0))
        self.assertNotIn("automaticConversion", wallet_of({"USD": 0, "BTC": 1}, []))

    def test_interest(self):
        rules = rulebook_with(interest={"threshold": 30_000, "ratePerYear": decimal("0.0365")})

        def interest(entry_price, usd=10_000):
            legs = [position("PF_XBTUSD", "long", 1, entry_price)]
            return wallet_of({"BTC": 5, "USD": usd}, legs, rulebook=rules)["interest"]

        self.assertEqual(interest(130_000)["charged"], 0)
        self.assertEqual(
            interest(140_000),
            {"unrealizedLoss": 40_000, "usdCover": 10_000, "charged": 30_000, "perDay": 3},
        )
        self.assertEqual(interest(140_000, 50_000)["charged"], 0)
        self.assertEqual(interest(140_000, -1)["usdCover"], 0)


def leaving(wallet):
    return [(row["asset"], row["quantity"]) for row in wallet["withdrawable"]]


class Withdrawable(unittest.TestCase):
    def test_no_more_than_is_held_nor_than_the_margin_spares(self):
        # Collateral 98,000 + 9,000 and a requirement of 100,000: 7,000 to spare.
        legs = [position("PF_XBTUSD", "long", 20, 100_000)]
        wallet = wallet_of({"BTC": 1, "USD": 9_000}, legs)
        self.assertEqual(wallet["availableMargin"], 7_000)
        self.assertEqual(leaving(wallet), [("BTC", Fraction(7_000, 98_000)), ("USD", 7_000)])

    def test_a_gain_in_usd_can_leave(self):
        legs = [position("PF_XBTUSD", "long", 1, 90_000)]
        held = {"USD": 1_000, "BTC": 1}
        self.assertEqual(leaving(wallet_of(held, legs))[0], ("USD", 11_000))
        other = wallet_of(held, legs, wallet={"profitCurrency": "BTC"})
        self.assertEqual(leaving(other)[0], ("USD", 1_000))

    def test_a_gain_can_leave_where_no_usd_is_held(self):
        legs = [position("PF_XBTUSD", "long", 1, 90_000)]
        self.assertEqual(leaving(wallet_of({"BTC": 1}, legs))[1:], [("USD", 10_000)])
        losing = [position("PF_XBTUSD", "long", 1, 110_000)]
        self.assertEqual([asset for asset, _ in leaving(wallet_of({"BTC": 1}, losing))], ["BTC"])

    def test_all_rows_of_an_asset_are_told_once(self):
        rows = [{"asset": "USD", "quantity": 300}, {"asset": "USD", "quantity": 200}]
        wallet = wallet_of({}, [], wallet={"collateral": rows})
        self.assertEqual(leaving(wallet), [("USD", 500)])

    def test_what_counts_for_nothing_can_leave(self):
        rules = rulebook_with(assets={**RULEBOOK["assets"], "EUR": {"haircut": 1}})
        legs = [position("PF_XBTUSD", "long", 1, 100_000)]
        wallet = wallet_of({"EUR": 7, "USD": 1_000}, legs, rulebook=rules)
        self.assertEqual(leaving(wallet), [("EUR", 7), ("USD", 0)])


if __name__ == "__main__":
    unittest.main()
