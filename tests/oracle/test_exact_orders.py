# SPDX-License-Identifier: MIT
"""Margin of resting orders, previews, fills and transfers, worked out by hand."""

import unittest
from fractions import Fraction

from accounts import coin_wallet, decimal, levels, position, rulebook_with, scenario, with_wallet
from exact_report import exact_report

# One rate for every size, as in the worked examples of other venues.
TEN_PERCENT = rulebook_with(
    marginSchedules={name: levels((0, "10", "5")) for name in ("A", "B", "retail", "inverse")}
)


def order(side, size, price=None, contract="PF_XBTUSD", **more):
    given = {"contract": contract, "side": side, "size": size, **more}
    return given if price is None else {**given, "price": price}


def wallet_of(orders, positions=(), collateral=None, wallet=None, policy=None, **more):
    more = {"prices": {"BTC": 100, "ETH": 4_000}, "rulebook": TEN_PERCENT, **more}
    extra = {"orders": orders, **(wallet or {})}
    given = scenario(collateral or {"USD": 10_000}, list(positions), policy, extra, **more)
    return exact_report(given)["wallets"][0]


def margins(orders, positions=(), **more):
    wallet = wallet_of(orders, positions, **more)
    return [one["initialMargin"] for one in wallet["orders"]]


LONG_10 = [position("PF_XBTUSD", "long", 10, 100)]


class MarginOfRestingOrders(unittest.TestCase):
    def test_buys_and_sells_that_match_are_charged_once(self):
        # Bids 20 at 100, offers 15 at 150: the offers' 15 and the 5 bids left over.
        orders = [order("long", 20, 100), order("short", 15, 150)]
        self.assertEqual(margins(orders), [200, 225 + 50 - 200])
        wallet = wallet_of(orders)
        self.assertEqual([o["availableMargin"] for o in wallet["orders"]], [9_800, 9_725])
        self.assertEqual(wallet["availableMargin"], 9_725)
        self.assertEqual(wallet["initialMargin"], 0)

    def test_the_dearest_match_the_dearest(self):
        orders = [order("long", 1, 100), order("long", 1, 90), order("short", 1, 80)]
        self.assertEqual(margins(orders), [10, 9, 0])

    def test_other_contracts_do_not_match(self):
        orders = [order("long", 1, 100), order("short", 1, 100, "FF_XBTUSD")]
        self.assertEqual(margins(orders), [10, 10])

    def test_what_only_reduces_is_free_once(self):
        orders = [order("short", 6, 110), order("short", 6, 120), order("short", 4, 130)]
        self.assertEqual(margins(orders, LONG_10), [0, 24, 52])

    def test_reduce_only_is_free_and_uses_up_nothing(self):
        orders = [order("short", 10, 110, reduceOnly=True), order("short", 10, 120)]
        self.assertEqual(margins(orders, LONG_10), [0, 0])

    def test_only_what_rests_holds_margin(self):
        orders = [
            order("long", 1, type="market"),
            order("long", 1, 101, timeInForce="immediate-or-cancel"),
            order("long", 1, type="stop", triggerPrice=110),
            order("long", 1, 90),
        ]
        self.assertEqual(margins(orders), [0, 0, 0, 9])

    def test_level_of_the_position_that_would_result(self):
        rules = rulebook_with()
        legs = [position("PF_XBTUSD", "long", 6, 100_000)]
        more = {"rulebook": rules, "prices": {"BTC": 100_000}, "collateral": {"USD": 10**7}}
        # 600,000 held and 500,000 bought reach the second level: 4 % of the order alone.
        self.assertEqual(margins([order("long", 5, 100_000)], legs, **more), [20_000])
        # Slice by slice: 400,000 at 2 % and 100,000 at 4 %.
        marginal = {"policy": {"levels": "marginal"}, **more}
        self.assertEqual(margins([order("long", 5, 100_000)], legs, **marginal), [12_000])
        # On the other side only what goes beyond the position counts: 400,000 at 2 %.
        self.assertEqual(margins([order("short", 10, 100_000)], legs, **more), [8_000])

    def test_an_isolated_order_at_its_own_leverage(self):
        self.assertEqual(margins([order("long", 1, 100, margin="isolated", maxLeverage=5)]), [20])
        self.assertEqual(margins([order("long", 1, 100, margin="isolated", maxLeverage=50)]), [10])

    def test_inverse_in_coin(self):
        orders = [order("long", 1_000, 50, "PI_XBTUSD"), order("short", 1_000, 200, "PI_XBTUSD")]
        given = with_wallet(
            coin_wallet(100, [], orders=orders), rulebook=TEN_PERCENT, prices={"BTC": 100}
        )
        wallet = exact_report(given)["wallets"][0]
        # 20 coin of the bid are dearer than 5 of the offer.
        self.assertEqual([one["initialMargin"] for one in wallet["orders"]], [2, 0])
        self.assertEqual(wallet["availableMargin"], 98)


class Previews(unittest.TestCase):
    BOOK = {"PF_XBTUSD": {
        "bids": [[decimal("99.5"), 4]],
        "asks": [[decimal("100.5"), 4], [101, 2], [decimal("101.01"), 9]],
    }}

    def preview(self, one, positions=(), **more):
        return wallet_of([one], positions, **more)["orders"][0]

    def codes(self, one, positions=(), **more):
        return self.preview(one, positions, **more)["rejections"]

    def test_a_market_order_sweeps_the_book_within_a_percent_of_the_mark(self):
        one = self.preview(order("long", 10, type="market"), orderBooks=self.BOOK)
        average = Fraction(4 * 1005 + 2 * 1010, 60)
        self.assertEqual(
            one["slippage"],
            {"filled": 6, "unfilled": 4, "averagePrice": average, "worstPrice": 101, "cost": 4},
        )
        self.assertEqual((one["price"], one["liquidity"]), (average, "taker"))
        self.assertEqual(one["filled"]["position"],
                         {"side": "long", "size": 6, "entryPrice": average})

    def test_a_market_order_that_finds_nothing(self):
        book = {"PF_XBTUSD": {"bids": [[98, 4]]}}
        one = self.preview(order("short", 10, type="market"), orderBooks=book)
        self.assertEqual(one["rejections"], ["iocWouldNotExecute"])
        self.assertEqual((one["price"], one["slippage"]["averagePrice"]), (100, None))
        # A side that is not there offers nothing either.
        one = self.preview(order("long", 10, type="market"), orderBooks=book)
        self.assertEqual(one["rejections"], ["iocWouldNotExecute"])
        other = {"FF_XBTUSD": {"bids": [[98, 4]]}}
        self.assertNotIn("slippage", self.preview(order("long", 10, type="market"), orderBooks=other))

    def test_an_immediate_order_takes_the_book_as_far_as_its_price(self):
        def taken(price):
            one = order("long", 10, price, timeInForce="immediate-or-cancel")
            return self.preview(one, orderBooks=self.BOOK)

        # 4 at 100.5 and 2 at 101; from 101.01 on the protection of market orders plays no part.
        self.assertEqual(taken(101)["slippage"]["filled"], 6)
        self.assertEqual(taken(102)["slippage"]["unfilled"], 0)
        self.assertEqual(taken(102)["slippage"]["worstPrice"], decimal("101.01"))
        part = taken(decimal("100.5"))
        self.assertEqual((part["price"], part["filled"]["position"]["size"]), (decimal("100.5"), 4))
        self.assertEqual(part["liquidity"], "taker")
        self.assertEqual(taken(100)["rejections"], ["iocWouldNotExecute"])
        # Without a book: whole, at its price.
        one = self.preview(order("long", 10, 102, timeInForce="immediate-or-cancel"))
        self.assertEqual((one["price"], one["filled"]["position"]["size"]), (102, 10))

    def test_slippage_in_coin(self):
        book = {"PI_XBTUSD": {"asks": [[100, 100], [101, 101]]}}
        given = with_wallet(
            coin_wallet(100, [], orders=[order("long", 201, None, "PI_XBTUSD", type="market")]),
            rulebook=TEN_PERCENT, prices={"BTC": 100}, orderBooks=book,
        )
        one = exact_report(given)["wallets"][0]["orders"][0]
        # 201 contracts bought for 1 + 1 coin; at the mark they are 2.01.
        self.assertEqual(one["slippage"]["averagePrice"], Fraction(201, 2))
        self.assertEqual(one["slippage"]["cost"], decimal("0.01"))
        self.assertEqual(one["slippage"]["costUsd"], 1)

    def test_dollars_of_a_coin(self):
        legs = [position("PI_XBTUSD", "long", 1_000, 100)]
        later = {"type": "take-profit", "triggerPrice": 200}
        orders = [order("long", 1_000, 100, "PI_XBTUSD"), order("short", 1_000, None, "PI_XBTUSD", **later)]
        given = with_wallet(
            coin_wallet(100, legs, orders=orders), rulebook=TEN_PERCENT, prices={"BTC": 100}
        )
        now, then = exact_report(given)["wallets"][0]["orders"]
        # 10 coin bought, a tenth of them margin; 1,000 / 100 - 1,000 / 200 coin won at 200.
        self.assertEqual(now["initialMarginUsd"], 100)
        self.assertEqual(now["availableMarginUsd"], 9_800)
        self.assertEqual(then["filled"]["realizedPnlUsd"], 1_000)
        self.assertEqual(then["filled"]["realizedAfterFeeUsd"], 1_000 - then["feeUsd"])
        self.assertEqual(then["filled"]["marginEquityUsd"], 200 * then["filled"]["marginEquity"])

    def test_maker_or_taker(self):
        def word(side, price, **more):
            return self.preview(order(side, 1, price), **more)["liquidity"]

        book = {"orderBooks": self.BOOK}
        self.assertEqual(word("long", 100), "taker")
        self.assertEqual(word("long", 100, **book), "maker")
        self.assertEqual(word("long", decimal("100.5"), **book), "taker")
        self.assertEqual(word("short", 100, **book), "maker")
        self.assertEqual(word("short", decimal("99.5"), **book), "taker")

    def test_fee_of_what_trades(self):
        swept = self.preview(order("long", 10, type="market"), orderBooks=self.BOOK)
        # 4 × 100.5 + 2 × 101 are 604 dollars.
        self.assertEqual(swept["fee"], decimal("0.302"))
        self.assertEqual(swept["filled"]["realizedAfterFee"], -decimal("0.302"))
        closing = self.preview(order("short", 15, 110, reduceOnly=True), LONG_10)
        self.assertEqual(closing["fee"], decimal("0.22"))
        self.assertEqual(self.preview(order("long", 100, 90))["fee"], decimal("1.8"))
        self.assertEqual(self.preview(order("long", 100, 110))["fee"], decimal("5.5"))

    def test_reduces_and_opens(self):
        one = self.preview(order("short", 15, 110), LONG_10)
        self.assertEqual((one["reduces"], one["opens"]), (10, 5))
        one = self.preview(order("short", 15, 110, reduceOnly=True), LONG_10)
        self.assertEqual((one["reduces"], one["opens"]), (10, 0))

    def test_rejections(self):
        self.assertEqual(self.codes(order("long", 1, 90)), [])
        self.assertEqual(self.codes(order("long", 1, 90, reduceOnly=True)), ["wouldNotReducePosition"])
        self.assertEqual(self.codes(order("long", 1, 100, makerOnly=True)), ["postWouldExecute"])
        ioc = {"timeInForce": "immediate-or-cancel"}
        self.assertEqual(self.codes(order("long", 1, 99, **ioc)), ["iocWouldNotExecute"])
        self.assertEqual(self.codes(order("long", 1_200, 90)), ["insufficientAvailableFunds"])
        rules = rulebook_with(contracts=[
            {**c, "tick": decimal("0.5"), "lot": decimal("0.1"), "maxPosition": 20}
            for c in TEN_PERCENT["contracts"]
        ])
        more = {"rulebook": rules}
        self.assertEqual(self.codes(order("long", 20, 90), **more), [])
        self.assertEqual(self.codes(order("long", decimal("0.3"), decimal("90.5")), **more), [])
        self.assertEqual(
            self.codes(order("long", decimal("20.15"), decimal("90.3")), **more),
            ["invalidPrice", "invalidSize", "maxPositionViolation"],
        )

    def test_an_order_that_only_reduces_violates_no_largest_position(self):
        rules = rulebook_with(contracts=[
            {**c, "maxPosition": 5} for c in TEN_PERCENT["contracts"]
        ])
        self.assertEqual(self.codes(order("short", 2, 110), LONG_10, rulebook=rules), [])

    def test_the_largest_position_counts_what_rests_before(self):
        rules = rulebook_with(contracts=[
            {**c, "maxPosition": 15} for c in TEN_PERCENT["contracts"]
        ])

        def codes(*orders):
            more = {"rulebook": rules, "collateral": {"USD": 10**6}}
            return [o["rejections"] for o in wallet_of(list(orders), LONG_10, **more)["orders"]]

        too_large = ["maxPositionViolation"]
        self.assertEqual(codes(order("long", 4, 90), order("long", 2, 90)), [[], too_large])
        self.assertEqual(codes(order("short", 12, 110), order("short", 14, 110)), [[], too_large])
        # The other side, other contracts, what reduces and what waits are not beside it.
        waiting = order("long", 5, type="stop", triggerPrice=110)
        self.assertEqual(
            codes(order("short", 5, 110), order("long", 5, 90, "FF_XBTUSD"), waiting,
                  order("short", 10, 110, reduceOnly=True), order("long", 5, 90)), [[]] * 5
        )

    def test_funds_of_what_opens_at_once(self):
        # 100 take 10 each, 1,000 in all, and the fee.
        market = order("long", 100, type="market")
        self.assertEqual(self.codes(market, collateral={"USD": 1_005}), [])
        self.assertEqual(
            self.codes(market, collateral={"USD": 1_004}), ["insufficientAvailableFunds"]
        )
        wallet = wallet_of([order("long", 1, 90), market], collateral={"USD": 1_010})
        self.assertEqual(wallet["orders"][1]["rejections"], ["insufficientAvailableFunds"])

    def test_funds_of_an_entry_when_it_triggers(self):
        # 10 % of 10 at 110, and 0.05 % of them.
        entry = order("long", 10, type="trigger-entry", triggerPrice=110)
        self.assertEqual(self.codes(entry, collateral={"USD": decimal("110.55")}), [])
        self.assertEqual(
            self.codes(entry, collateral={"USD": 110}), ["insufficientAvailableFunds"]
        )
        # What is held then pays for it: a gain of 100.
        stop = order("long", 10, type="stop", triggerPrice=110)
        self.assertEqual(self.codes(stop, LONG_10, collateral={"USD": 125}), [])
        # What only closes needs nothing.
        loss = order("short", 10, type="stop", triggerPrice=90)
        self.assertEqual(self.codes(loss, LONG_10, collateral={"USD": 60}), [])

    def test_a_trigger_that_is_reached_fires_at_once(self):
        def fires(side, kind, trigger, signal="mark"):
            one = order(side, 1, type=kind, triggerPrice=trigger, triggerSignal=signal)
            return self.preview(one, marks={"PF_XBTUSD": 101}, lasts={"PF_XBTUSD": 102})["triggersAtOnce"]

        for side, kind, rises in (("long", "stop", True), ("short", "stop", False),
                                  ("long", "take-profit", False), ("short", "take-profit", True)):
            self.assertEqual(fires(side, kind, 100), rises, (side, kind))
            self.assertEqual(fires(side, kind, 102), not rises, (side, kind))
            self.assertTrue(fires(side, kind, 101), (side, kind))
        for trigger in (100, 101, 102):
            self.assertEqual(fires("long", "trigger-entry", trigger), trigger == 101)
        self.assertTrue(fires("long", "trigger-entry", 100, "index"))
        self.assertTrue(fires("long", "trigger-entry", 102, "last"))

    def test_what_fires_at_once_is_a_market_or_a_limit_order(self):
        stop = order("short", 4, type="stop", triggerPrice=105)
        one = self.preview(stop, LONG_10, orderBooks=self.BOOK)
        self.assertEqual((one["type"], one["price"]), ("stop", decimal("99.5")))
        self.assertNotIn("liquidationFirst", one["filled"])
        self.assertEqual(one["filled"]["factors"][0]["current"], 100)
        # At its worst price it rests where nobody pays that: margin and maker's fee.
        one = self.preview({**stop, "price": 103}, orderBooks=self.BOOK)
        self.assertEqual((one["price"], one["liquidity"]), (103, "maker"))
        self.assertEqual(one["initialMargin"], decimal("41.2"))

    def test_rejected_after_expiry(self):
        rules = rulebook_with(contracts=[
            {**c, "expiry": "2026-12-25"} for c in TEN_PERCENT["contracts"]
        ])
        more = {"rulebook": rules, "asOf": "2026-12-25T08:00:00Z"}
        self.assertEqual(self.codes(order("long", 1, 90), **more), ["contractExpired"])
        more["asOf"] = "2026-12-25T07:59:59Z"
        self.assertEqual(self.codes(order("long", 1, 90), **more), [])


class Fills(unittest.TestCase):
    def filled(self, one, positions=LONG_10, **more):
        return wallet_of([one], positions, **more)["orders"][0]["filled"]

    def test_adding_averages_the_entry(self):
        filled = self.filled(order("long", 30, 108))
        self.assertEqual(filled["position"], {"side": "long", "size": 40, "entryPrice": 106})
        # 40 (100 − 106), and taker's 0.05 % of 3,240.
        self.assertEqual(filled["marginEquity"], 10_000 - 240 - decimal("1.62"))
        self.assertEqual(filled["realizedAfterFee"], -decimal("1.62"))
        self.assertEqual(filled["initialMargin"], 424)

    def test_reducing_realises(self):
        filled = self.filled(order("short", 4, 110))
        self.assertEqual(filled["position"], {"side": "long", "size": 6, "entryPrice": 100})
        self.assertEqual(filled["realizedPnl"], 40)
        self.assertEqual(filled["marginEquity"], 10_040 - decimal("0.088"))

    def test_closing_and_flipping(self):
        self.assertIsNone(self.filled(order("short", 10, 110))["position"])
        flipped = self.filled(order("short", 15, 110))
        self.assertEqual(flipped["position"], {"side": "short", "size": 5, "entryPrice": 110})
        self.assertEqual(flipped["realizedPnl"], 100)
        # 100 realised, 5 × 10 unrealised, maker's 0.02 % of 1,650.
        self.assertEqual(flipped["marginEquity"], 10_150 - decimal("0.33"))

    def test_funding_is_settled_with_the_fill(self):
        legs = [position("PF_XBTUSD", "long", 10, 100, unrealizedFunding=-7)]
        filled = self.filled(order("short", 10, 110), legs)
        self.assertEqual(filled["realizedPnl"], 100)
        self.assertEqual(filled["marginEquity"], 10_093 - decimal("0.22"))

    def test_a_gain_becomes_the_profit_currency(self):
        wallet = {"profitCurrency": "ETH"}
        filled = self.filled(order("short", 10, 110), wallet=wallet)
        # Less the fee of 0.5 % in ether, which counts for 94 %.
        kept = decimal("0.995") * decimal("0.94")
        self.assertEqual(filled["marginEquity"], 10_000 + 100 * kept - decimal("0.22"))

    def test_inverse_entry_is_harmonic(self):
        orders = [order("long", 3_000, 120, "PI_XBTUSD")]
        legs = [position("PI_XBTUSD", "long", 1_000, 80)]
        given = with_wallet(
            coin_wallet(100, legs, orders=orders), rulebook=TEN_PERCENT, prices={"BTC": 100}
        )
        filled = exact_report(given)["wallets"][0]["orders"][0]["filled"]
        # 12.5 + 25 coin for 4,000 contracts.
        self.assertEqual(filled["position"]["entryPrice"], 4_000 / decimal("37.5"))
        self.assertEqual(filled["realizedAfterFee"], -decimal("0.0125"))

    def test_an_isolated_position_grows_and_shrinks_its_margin(self):
        legs = [position("PF_XBTUSD", "long", 10, 100, margin="isolated", isolatedMargin=300)]
        self.assertEqual(self.filled(order("long", 10, 90), legs)["initialMargin"], 390)
        self.assertEqual(self.filled(order("short", 4, 110), legs)["initialMargin"], 180)
        legs = [position("PF_XBTUSD", "long", 10, 100, margin="isolated", maxLeverage=5)]
        self.assertEqual(self.filled(order("long", 10, 90), legs)["initialMargin"], 380)
        self.assertEqual(self.filled(order("short", 4, 110), legs)["initialMargin"], 120)

    def test_a_triggered_order_fills_at_the_triggers_prices(self):
        stop = order("short", 10, type="stop", triggerPrice=80)
        filled = self.filled(stop, collateral={"BTC": 10, "USD": 1_000})
        # 10 bitcoin at 80 less 2 %, a loss of 200, taker's fee of 0.4.
        self.assertEqual(filled["marginEquity"], 784 + 1_000 - 200 - decimal("0.4"))
        self.assertEqual(filled["factors"][0]["current"], 80)
        self.assertFalse(filled["liquidationFirst"])

    def test_the_signal_sets_the_ratio(self):
        stop = order("short", 10, type="stop", triggerPrice=80, triggerSignal="index")
        filled = self.filled(stop, marks={"PF_XBTUSD": 105}, collateral={"BTC": 10})
        self.assertEqual(filled["factors"][0]["current"], 80)
        stop["triggerSignal"] = "mark"
        filled = self.filled(stop, marks={"PF_XBTUSD": 105}, collateral={"BTC": 10})
        self.assertEqual(filled["factors"][0]["current"], Fraction(8_000, 105))

    def test_liquidation_before_the_trigger(self):
        def first(usd, trigger):
            stop = order("short", 10, type="stop", triggerPrice=trigger)
            return self.filled(stop, collateral={"USD": usd})["liquidationFirst"]

        # Liquidated where 200 + 10 (P − 100) = 50: at 85.
        self.assertTrue(first(200, 84))
        self.assertTrue(first(200, 85))
        self.assertFalse(first(200, 86))
        self.assertTrue(first(50, 99))

    def test_without_a_position_the_underlyings_factor_is_asked(self):
        stop = order("short", 1, contract="FF_XBTUSD", type="stop", triggerPrice=84)
        self.assertTrue(self.filled(stop, collateral={"USD": 200})["liquidationFirst"])
        self.assertFalse(self.filled(stop, collateral={"USD": 300})["liquidationFirst"])


class Transfers(unittest.TestCase):
    def transfers(self, *moves, collateral=None, positions=LONG_10, **more):
        rows = [{"asset": asset, "quantity": quantity} for asset, quantity in moves]
        return wallet_of([], positions, collateral, {"transfers": rows}, **more)["transfers"]

    def test_one_after_the_other(self):
        # 1,000 with a requirement of 100.
        first, second, third = self.transfers(
            ("USD", -500), ("USD", 200), ("USD", -600), collateral={"USD": 1_000}
        )
        self.assertEqual((first["allowed"], first["availableMargin"]), (True, 400))
        self.assertEqual((first["initialMargin"], first["maintenanceMargin"]), (100, 50))
        self.assertEqual((second["allowed"], second["availableMargin"]), (True, 600))
        self.assertEqual((third["allowed"], third["marginEquity"]), (True, 100))

    def test_a_refused_one_is_told_and_not_kept(self):
        first, second = self.transfers(("USD", -901), ("USD", -900), collateral={"USD": 1_000})
        self.assertEqual((first["allowed"], first["availableMargin"]), (False, -1))
        self.assertEqual(first["status"], "reduce-only")
        self.assertEqual((second["allowed"], second["availableMargin"]), (True, 0))

    def test_leverage_of_the_support_example(self):
        # 300 long on 100; 50 more; 50 less: 3, 2 and 6 times.
        legs = [position("PF_XBTUSD", "long", 3, 100)]
        more, less = self.transfers(("USD", 50), ("USD", -100), collateral={"USD": 100}, positions=legs)
        self.assertEqual((more["effectiveLeverage"], less["effectiveLeverage"]), (2, 6))

    def test_a_new_asset_is_a_factor(self):
        (one,) = self.transfers(("ETH", 1))
        self.assertEqual([f["factor"] for f in one["factors"]], ["ETH", "BTC", "market"])


if __name__ == "__main__":
    unittest.main()
