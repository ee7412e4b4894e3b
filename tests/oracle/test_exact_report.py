# SPDX-License-Identifier: MIT
"""Values worked out by hand from the documents' definitions, to the last digit."""

import unittest
from fractions import Fraction

from accounts import PRICES, RULEBOOK, position, scenario
from exact_report import exact_report

MARK = {"marginBasis": "mark"}


def wallet_of(*arguments, **more):
    return exact_report(scenario(*arguments, **more))["wallets"][0]


def factor(wallet, name):
    return next(one for one in wallet["factors"] if one["factor"] == name)


def prices(liquidation_set):
    return [boundary["price"] for boundary in liquidation_set["boundaries"]]


class Amounts(unittest.TestCase):
    def setUp(self):
        self.wallet = wallet_of({"BTC": 1}, [position("PF_XBTUSD", "long", 5, 100_000)])

    def test_one_bitcoin_pledged_and_five_bought(self):
        wallet = self.wallet
        self.assertEqual(wallet["balanceValue"], 100_000)
        self.assertEqual(wallet["collateralValue"], 98_000)
        self.assertEqual(wallet["marginEquity"], 98_000)
        self.assertEqual(wallet["portfolioValue"], 100_000)
        self.assertEqual(wallet["initialMargin"], 10_000)
        self.assertEqual(wallet["maintenanceMargin"], 5_000)
        self.assertEqual(wallet["availableMargin"], 88_000)
        self.assertEqual(wallet["riskBuffer"], 93_000)
        self.assertEqual(wallet["effectiveLeverage"], Fraction(500_000, 98_000))
        self.assertEqual(wallet["marginUsage"], Fraction(5_000, 98_000))
        self.assertEqual(wallet["status"], "healthy")
        self.assertEqual(wallet["positions"][0]["effectiveLeverage"], 5)
        self.assertEqual(wallet["positions"][0]["level"], 1)
        self.assertEqual(wallet["positions"][0]["returnOnEquity"], 0)

    def test_profit_loss_and_funding(self):
        wallet = wallet_of(
            {"USD": 50_000},
            [
                position("PF_XBTUSD", "long", 1, 90_000, unrealizedFunding=-100),
                position("PF_ETHUSD", "short", 10, 3_800, unrealizedFunding=30),
            ],
        )
        self.assertEqual(wallet["unrealizedPnl"], 10_000 - 2_000)
        self.assertEqual(wallet["unrealizedFunding"], -70)
        self.assertEqual(wallet["marginEquity"], 57_930)
        self.assertEqual(wallet["portfolioValue"], 57_930)
        self.assertEqual(wallet["initialMargin"], 1_800 + 760)
        self.assertEqual(wallet["positions"][0]["returnOnEquity"], Fraction(10_000, 1_800))

    def test_flat_and_marginal_levels_of_one_and_a_half_million(self):
        long = [position("PF_XBTUSD", "long", 15, 100_000)]
        flat = wallet_of({"USD": 100_000}, long)
        marginal = wallet_of({"USD": 100_000}, long, {"levels": "marginal"})
        self.assertEqual((flat["initialMargin"], flat["maintenanceMargin"]), (60_000, 30_000))
        self.assertEqual(
            (marginal["initialMargin"], marginal["maintenanceMargin"]), (40_000, 20_000)
        )
        self.assertEqual(flat["positions"][0]["level"], 2)

    def test_a_level_applies_from_its_start_inclusive(self):
        at = wallet_of({"USD": 100_000}, [position("PF_XBTUSD", "long", 10, 100_000)])
        self.assertEqual(at["initialMargin"], 40_000)

    def test_netting_takes_the_dearer_side_of_one_underlying_only(self):
        legs = [
            position("PF_XBTUSD", "long", 5, 100_000),
            position("FF_XBTUSD", "short", 3, 100_000),
            position("PF_ETHUSD", "short", 50, 4_000),
        ]
        netted = wallet_of({"USD": 100_000}, legs)
        gross = wallet_of({"USD": 100_000}, legs, {"netting": False})
        self.assertEqual(netted["initialMargin"], 10_000 + 4_000)
        self.assertEqual(netted["maintenanceMargin"], 5_000 + 2_000)
        self.assertEqual(gross["initialMargin"], 10_000 + 6_000 + 4_000)
        legs[1].update(margin="isolated", isolatedMargin=9_000)
        isolated = wallet_of({"USD": 100_000}, legs)
        self.assertEqual(isolated["cross"]["initialMargin"], 10_000 + 4_000)
        self.assertEqual(isolated["initialMargin"], 10_000 + 4_000 + 9_000)
        self.assertEqual(isolated["maintenanceMargin"], 5_000 + 2_000 + 3_000)

    def test_contract_size_multiplies(self):
        wallet = wallet_of({"USD": 100_000}, [position("TEN_XBTUSD", "long", 2, 99_000)])
        self.assertEqual(wallet["positions"][0]["notional"], 2_000_000)
        self.assertEqual(wallet["unrealizedPnl"], 20_000)
        self.assertEqual(wallet["initialMargin"], Fraction(4, 100) * 1_980_000)

    def test_retail_client_has_the_retail_schedule_where_there_is_one(self):
        legs = [
            position("PF_XBTUSD", "long", 1, 100_000),
            position("PF_ETHUSD", "long", 25, 4_000),
        ]
        wallet = wallet_of({"USD": 100_000}, legs, client="retail")
        self.assertEqual(wallet["initialMargin"], 50_000 + 2_000)

    def test_collateral_fee_and_debt(self):
        collateral = {"BTC": 1, "USD": -1_000}
        plain = wallet_of(collateral, [])
        with_fee = wallet_of(collateral, [], {"collateralFee": True})
        self.assertEqual(plain["collateralValue"], 97_000)
        self.assertEqual(with_fee["collateralValue"], 98_000 * Fraction("0.995") - 1_000)
        self.assertEqual(with_fee["balanceValue"], 99_000)

    def test_closing_fee_is_in_the_cross_requirement_and_not_in_the_positions(self):
        legs = [
            position("PF_XBTUSD", "long", 2, 90_000),
            position("FF_XBTUSD", "short", 1, 90_000),
            position("PF_ETHUSD", "long", 1, 4_000, margin="isolated", isolatedMargin=500),
        ]
        charged = {"closingFee": True}
        wallet = wallet_of({"USD": 20_000}, legs, charged)
        # Gross, at mark: 300,000 × 0.0005. The isolated leg pays none.
        self.assertEqual(wallet["cross"]["maintenanceMargin"], 1_800 + 150)
        self.assertEqual(wallet["maintenanceMargin"], 1_800 + 150 + 40)
        self.assertEqual(wallet["positions"][0]["maintenanceMargin"], 1_800)
        self.assertEqual(wallet["riskBuffer"], 20_000 - 500 + 10_000 - 1_950)
        cheaper = wallet_of({"USD": 20_000}, legs, charged, volume30d=100_000)
        self.assertEqual(cheaper["cross"]["maintenanceMargin"], 1_800 + 120)
        # 29,500 + 100,000 (x − 1) = 1,800 + 150 x
        self.assertEqual(
            prices(factor(wallet, "BTC")), [100_000 * Fraction(72_300, 99_850)]
        )

    def test_status_words(self):
        def status(usd, legs=({"size": 5},)):
            return wallet_of(
                {"USD": usd},
                [position("PF_XBTUSD", "long", entry_price=100_000, **leg) for leg in legs],
            )["status"]

        self.assertEqual(status(10_000), "healthy")
        self.assertEqual(status(9_999), "reduce-only")
        self.assertEqual(status(5_001), "reduce-only")
        self.assertEqual(status(5_000), "liquidation")
        self.assertEqual(status(-1, legs=()), "healthy")

    def test_no_leverage_or_usage_without_positive_equity(self):
        wallet = wallet_of({"USD": 50_000}, [position("PF_XBTUSD", "long", 5, 110_000)])
        self.assertEqual(wallet["marginEquity"], 0)
        self.assertIsNone(wallet["effectiveLeverage"])
        self.assertIsNone(wallet["marginUsage"])
        self.assertIsNone(wallet["positions"][0]["effectiveLeverage"])


class ProfitCurrency(unittest.TestCase):
    KEPT = Fraction("0.98") * Fraction("0.995")

    def test_a_gain_is_cut_and_a_loss_is_not(self):
        def as_margin(entry_price):
            return wallet_of(
                {"USD": 50_000},
                [position("PF_XBTUSD", "long", 1, entry_price)],
                wallet={"profitCurrency": "BTC"},
            )["totalUnrealizedAsMargin"]

        self.assertEqual(as_margin(90_000), 10_000 * self.KEPT)
        self.assertEqual(as_margin(110_000), -10_000)

    def test_cross_total_is_cut_as_one(self):
        legs = [
            position("PF_XBTUSD", "long", 1, 90_000),
            position("PF_ETHUSD", "long", 10, 4_900),
        ]
        wallet = wallet_of({"USD": 50_000}, legs, wallet={"profitCurrency": "BTC"})
        self.assertEqual(wallet["totalUnrealizedAsMargin"], 1_000 * self.KEPT)

    def test_an_isolated_gain_does_not_touch_the_cross_pool(self):
        def wallet(isolated_entry):
            legs = [
                position("PF_XBTUSD", "long", 1, 90_000),
                position("PF_ETHUSD", "long", 10, isolated_entry, margin="isolated",
                         isolatedMargin=5_000),
            ]
            return wallet_of({"USD": 50_000}, legs, wallet={"profitCurrency": "BTC"})

        gain, loss = wallet(3_000), wallet(4_900)
        self.assertEqual(gain["cross"]["marginEquity"], 45_000 + 10_000 * self.KEPT)
        self.assertEqual(loss["cross"]["marginEquity"], 45_000 + 10_000 * self.KEPT)
        self.assertEqual(gain["positions"][1]["equity"], 5_000 + 10_000 * self.KEPT)
        self.assertEqual(loss["positions"][1]["equity"], 5_000 - 9_000)
        self.assertEqual(gain["totalUnrealizedAsMargin"], 20_000 * self.KEPT)
        self.assertEqual(loss["totalUnrealizedAsMargin"], 10_000 * self.KEPT - 9_000)

    def test_the_kink_moves_a_boundary(self):
        # Short BTC against USD with a gain of 10,000 today: 3,000 + kept·(110,000 − 100,000 x)
        # while that is a gain, and in full beyond x = 1.1: 3,000 + 110,000 − 100,000 x = 1,100.
        wallet = wallet_of(
            {"USD": 3_000},
            [position("PF_XBTUSD", "short", 1, 110_000)],
            wallet={"profitCurrency": "BTC"},
        )
        self.assertEqual(prices(factor(wallet, "BTC")), [111_900])
        # With a deficit today the crossing lies on the gain's side of the kink.
        wallet = wallet_of(
            {"USD": -3_000},
            [position("PF_XBTUSD", "short", 1, 110_000)],
            wallet={"profitCurrency": "BTC"},
        )
        self.assertEqual(prices(factor(wallet, "BTC")), [110_000 - 4_100 / self.KEPT])


class Boundaries(unittest.TestCase):
    def test_collateral_that_moves_with_the_position(self):
        legs = [position("PF_XBTUSD", "long", 5, 100_000)]
        entry = factor(wallet_of({"BTC": 1}, legs), "BTC")
        self.assertEqual(prices(entry), [100_000 * Fraction(505, 598)])
        self.assertEqual(entry["below"], entry["boundaries"][0])
        self.assertIsNone(entry["above"])
        self.assertEqual(entry["below"]["move"], Fraction(-93, 598))
        self.assertEqual(entry["below"]["marginEquity"], 5_000)
        self.assertEqual(entry["below"]["maintenanceMargin"], 5_000)
        mark = factor(wallet_of({"BTC": 1}, legs, MARK), "BTC")
        self.assertEqual(prices(mark), [100_000 * Fraction(500, 593)])

    def test_doubles_are_taken_as_the_rationals_they_are(self):
        rulebook = {**RULEBOOK, "assets": {"BTC": {"haircut": 0.02}}}
        given = scenario({"BTC": 1}, [position("PF_XBTUSD", "long", 5, 100_000)])
        wallet = exact_report({**given, "rulebook": rulebook})["wallets"][0]
        price = prices(factor(wallet, "BTC"))[0]
        self.assertNotEqual(price, 100_000 * Fraction(505, 598))
        self.assertAlmostEqual(float(price), 100_000 * 505 / 598, delta=1e-9)
        self.assertEqual(wallet["collateralValue"], 100_000 * (1 - Fraction(0.02)))

    def test_collateral_and_position_apart_and_together(self):
        wallet = wallet_of({"ETH": 10}, [position("PF_SOLUSD", "long", 500, 200)])
        self.assertEqual([one["factor"] for one in wallet["factors"]], ["ETH", "SOL", "market"])
        self.assertEqual(prices(factor(wallet, "SOL")), [Fraction("126.80")])
        self.assertEqual(prices(factor(wallet, "ETH")), [Fraction(4_000_000, 37_600)])
        self.assertEqual(prices(factor(wallet, "market")), [Fraction(1_010, 1_376)])
        self.assertEqual(factor(wallet, "market")["current"], 1)
        self.assertEqual(wallet["positions"][0]["liquidation"], factor(wallet, "SOL"))

    def test_boundaries_on_both_sides_of_a_hedged_account(self):
        wallet = wallet_of(
            {"USD": 250_000},
            [
                position("PF_XBTUSD", "long", 50, 100_000),
                position("FF_XBTUSD", "short", 47, 100_000),
            ],
            {"marginBasis": "mark", "levels": "marginal", "netting": False},
        )
        bitcoin = factor(wallet, "BTC")
        self.assertEqual(
            prices(bitcoin), [100_000 * Fraction(15, 53), 100_000 * Fraction(48, 37)]
        )
        self.assertEqual([round(float(p), 2) for p in prices(bitcoin)], [28_301.89, 129_729.73])
        self.assertEqual(bitcoin["state"], "safe")
        self.assertEqual([bitcoin["below"], bitcoin["above"]], bitcoin["boundaries"])

    def test_a_jump_of_a_flat_level_is_itself_the_crossing(self):
        # At 10/9 the notional reaches 1,000,000: equity 15,000, maintenance 10,000 → 20,000.
        wallet = wallet_of({"USD": 115_000}, [position("PF_XBTUSD", "short", 9, 100_000)], MARK)
        bitcoin = factor(wallet, "BTC")
        self.assertEqual(prices(bitcoin), [Fraction(1_000_000, 9)])
        self.assertEqual(bitcoin["above"]["marginEquity"], 15_000)
        self.assertEqual(bitcoin["above"]["maintenanceMargin"], 20_000)

    def test_a_jump_can_be_one_of_three_crossings(self):
        # Equity −985,000 + 900,000 x: it passes 9,000 x, the jump at x = 10/9 takes the
        # requirement to 18,000 x over it, and it passes that as well.
        wallet = wallet_of(
            {"USD": -85_000}, [position("PF_XBTUSD", "long", 9, 100_000)], MARK
        )
        self.assertEqual(
            prices(factor(wallet, "BTC")),
            [
                100_000 * Fraction(985_000, 891_000),
                Fraction(1_000_000, 9),
                100_000 * Fraction(985_000, 882_000),
            ],
        )

    def test_a_point_that_only_touches_is_no_boundary(self):
        # At the jump equity is exactly the new requirement and grows faster than it.
        wallet = wallet_of({"USD": -80_000}, [position("PF_XBTUSD", "long", 9, 100_000)], MARK)
        bitcoin = factor(wallet, "BTC")
        self.assertEqual(prices(bitcoin), [100_000 * Fraction(980_000, 891_000)])

    def test_netting_that_changes_sides(self):
        # Marginal levels, long 1,200,000 of class A, short 1,000,000 of class B. Below x = 5/16
        # the long side asks for more (12,000 x), beyond it the short one (20,000 x − 2,500 up to
        # x = 3/4). Equity is usd − 200,000 + 200,000 x.
        def crossing(usd):
            legs = [
                position("PF_XBTUSD", "long", 12, 100_000),
                position("FB_XBTUSD", "short", 10, 100_000),
            ]
            policy = {"marginBasis": "mark", "levels": "marginal"}
            boundaries = factor(wallet_of({"USD": usd}, legs, policy), "BTC")["boundaries"]
            return [(b["price"], b["maintenanceMargin"]) for b in boundaries]

        # The second crossing is on the last level: 3,718,750 + 0.25 × (1,000,000 x − 30,000,000).
        self.assertEqual(crossing(153_000), [(25_000, 3_000), (7_468_500, 14_890_000)])
        self.assertEqual(crossing(107_500), [(50_000, 7_500), (7_377_500, 14_662_500)])

    def test_a_boundary_at_todays_price_is_on_both_sides(self):
        wallet = wallet_of({"USD": 5_000}, [position("PF_XBTUSD", "long", 5, 100_000)])
        bitcoin = factor(wallet, "BTC")
        self.assertEqual(bitcoin["state"], "liquidation")
        self.assertEqual(prices(bitcoin), [100_000])
        self.assertEqual(bitcoin["below"], bitcoin["above"])
        self.assertEqual(bitcoin["below"]["move"], 0)

    def test_the_ends_of_the_range_belong_to_it(self):
        # usd − 100,000 (x − 1) = 1,000 at x = 1,000,000; with one dollar more it lies beyond.
        def crossing(usd):
            legs = [position("PF_SOLUSD", "short", 500, 200)]
            return prices(factor(wallet_of({"USD": usd}, legs), "SOL"))

        self.assertEqual(crossing(99_999_901_000), [200_000_000])
        self.assertEqual(crossing(99_999_901_001), [])

    def test_a_pool_without_an_open_position(self):
        legs = [position("PF_XBTUSD", "long", 1, 100_000, margin="isolated", isolatedMargin=9_000)]
        wallet = wallet_of({"ETH": 10}, legs)
        for one in wallet["factors"]:
            self.assertEqual((one["state"], one["below"], one["boundaries"]), ("none", None, []))
        self.assertEqual([one["factor"] for one in wallet["factors"]], ["ETH", "BTC", "market"])
        self.assertEqual(wallet["positions"][0]["liquidation"]["state"], "safe")

    def test_the_market_leaves_fiat_and_stable_assets_alone(self):
        legs = [
            position("PF_XBTUSD", "long", 5, 100_000),
            position("PF_EURUSD", "long", 80_000, Fraction("1.25")),
        ]
        wallet = wallet_of({"USDT": 100_000, "EUR": 10_000}, legs)
        # 99,000 + 12,250 + 500,000 (x − 1) = 5,000 + 1,000
        self.assertEqual(prices(factor(wallet, "market")), [Fraction(394_750, 500_000)])
        self.assertEqual(
            [one["factor"] for one in wallet["factors"]], ["USDT", "EUR", "BTC", "market"]
        )

    def test_the_premium_of_the_mark_is_held(self):
        wallet = wallet_of(
            {"USD": 20_000},
            [position("PF_XBTUSD", "long", 1, 100_000)],
            marks={"PF_XBTUSD": 101_000},
        )
        # 20,000 + 101,000 x − 100,000 = 1,000
        x = Fraction(81, 101)
        self.assertEqual(prices(factor(wallet, "BTC")), [100_000 * x])
        self.assertEqual(prices(wallet["positions"][0]["liquidation"]), [81_000])
        self.assertEqual(wallet["positions"][0]["liquidation"]["current"], 101_000)


class Isolated(unittest.TestCase):
    def leg(self, policy=None, side="long", **margin):
        margin = margin or {"isolatedMargin": 5_000}
        leg = position("PF_XBTUSD", side, 1, 50_000, margin="isolated", **margin)
        given = scenario({"USD": 100_000}, [leg], policy)
        given["prices"] = {**PRICES, "BTC": 50_000}
        return exact_report(given)["wallets"][0]["positions"][0]

    def test_its_own_liquidation_and_bankruptcy_price(self):
        self.assertEqual(prices(self.leg()["liquidation"]), [45_500])
        self.assertEqual(prices(self.leg(MARK)["liquidation"]), [45_000 / Fraction("0.99")])
        self.assertEqual(self.leg()["bankruptcyPrice"], 45_000)
        self.assertEqual(prices(self.leg(side="short")["liquidation"]), [54_500])
        self.assertEqual(self.leg(side="short")["bankruptcyPrice"], 55_000)

    def test_allocated_margin_is_never_below_the_schedule(self):
        self.assertEqual(self.leg(maxLeverage=10)["isolatedMargin"], 5_000)
        self.assertEqual(self.leg(maxLeverage=10)["initialMargin"], 5_000)
        self.assertEqual(self.leg(maxLeverage=100)["isolatedMargin"], 1_000)
        self.assertEqual(self.leg()["effectiveLeverage"], 10)


class BankruptcyPrice(unittest.TestCase):
    def test_the_whole_cross_equity_moves(self):
        wallet = wallet_of({"BTC": 1}, [position("PF_XBTUSD", "long", 5, 100_000)])
        self.assertEqual(
            wallet["positions"][0]["bankruptcyPrice"], 100_000 * Fraction(500, 598)
        )

    def test_none_where_the_losing_side_never_empties_the_pool(self):
        wallet = wallet_of({"USD": 100_001}, [position("PF_XBTUSD", "long", 1, 100_000)])
        self.assertIsNone(wallet["positions"][0]["bankruptcyPrice"])
        # A short against two pledged bitcoins gains equity as bitcoin rises.
        wallet = wallet_of({"BTC": 2}, [position("PF_XBTUSD", "short", 1, 100_000)])
        self.assertIsNone(wallet["positions"][0]["bankruptcyPrice"])

    def test_todays_mark_counts(self):
        wallet = wallet_of({"USD": 10_000}, [position("PF_XBTUSD", "long", 1, 110_000)])
        self.assertEqual(wallet["positions"][0]["bankruptcyPrice"], 100_000)


if __name__ == "__main__":
    unittest.main()
