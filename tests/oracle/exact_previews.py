# SPDX-License-Identifier: MIT
"""The reports of a wallet's orders, each with those before it resting.

The documents name the codes of rejection and not, to the last case, when each applies. A code is
demanded where its meaning leaves no doubt and let pass where it does.
"""

from fractions import Fraction

from exact_fills import Fill, liquidation_first
from exact_orders import closed_by, order_margin_terms, read_order
from exact_pools import IsolatedPool
from exact_trades import Trade, crosses, liquidity
from exact_values import Quantity, Rejections, Word, as_given, exact, largest, sum_of, total

SIDES = {1: "long", -1: "short"}

# A price or size this near to a multiple of its step, in steps, is one.
STEP_SLACK = Fraction(1, 10**9)


def off_step(value, step):
    steps = value / exact(step)
    return abs(steps - round(steps)) > STEP_SLACK * max(steps, Fraction(1))


def resulting_size(account, order, contracts):
    leg = account.leg_on(order.terms.symbol)
    held = Fraction(0) if leg is None else leg.side * leg.size
    return abs(held + order.side * contracts)


def formal_codes(account, order, trade):
    """What the order's own terms make of it, whatever the wallet's margin."""
    rules, codes = order.terms.rules, set()
    prices = [price for price in (order.price, order.trigger) if price is not None]
    if "tick" in rules and any(off_step(price, rules["tick"]) for price in prices):
        codes.add("invalidPrice")
    if "lot" in rules and off_step(order.size, rules["lot"]):
        codes.add("invalidSize")
    if order.terms.is_expired():
        codes.add("contractExpired")
    if order.reduce_only and not closed_by(account, order):
        codes.add("wouldNotReducePosition")
    if order.kind == "limit" and order.maker_only and crosses(order):
        codes.add("postWouldExecute")
    if order.kind == "limit" and order.immediate and not crosses(order):
        codes.add("iocWouldNotExecute")
    if trade.finds_nothing and trade.contracts:
        codes.add("iocWouldNotExecute")
    return codes


class Preview:
    def __init__(self, summary, wallet, order, resting_before):
        self.summary = summary
        self.account = summary.account
        self.order = order
        self.trade = Trade(order, closed_by(self.account, order))
        self.fill = Fill(summary, wallet, self.trade)
        self.before = order_margin_terms(self.account, resting_before)
        self.after = self.before
        if order.rests:
            self.after = order_margin_terms(self.account, [*resting_before, order])
        self.filled = self.fill.summary(liquidity(order))

    def rejections(self):
        account, order = self.account, self.order
        required = formal_codes(account, order, self.trade)
        permitted = {"fixedLeverageTooHigh"} if order.isolated and order.max_leverage else set()
        closes = closed_by(account, order)
        opens = Fraction(0) if order.reduce_only else order.size - closes
        if opens and "maxPosition" in order.terms.rules:
            limit = exact(order.terms.rules["maxPosition"])
            if resulting_size(account, order, self.trade.contracts) > limit:
                required.add("maxPositionViolation")
            elif resulting_size(account, order, order.size) > limit:
                permitted.add("maxPositionViolation")
        elif order.reduce_only and order.size > closes:
            permitted.add("wouldNotReducePosition")
        if self.trade.finds_nothing:
            permitted.add("iocWouldNotExecute")
        if order.rests:
            spare = sum_of(self.summary.available(self.after))
            added = total(self.after) - total(self.before)
            certain = abs(spare.value) > spare.scale / 10**9
            if added > largest(self.after) / 10**9 and spare.value < 0 and certain:
                required.add("insufficientAvailableFunds")
            elif not certain or spare.value < 0:
                permitted.add("insufficientAvailableFunds")
        elif opens:
            permitted.add("insufficientAvailableFunds")
        unsafe = self.filled.status().value in ("liquidation", "liquidation-risk")
        if unsafe or order.is_triggered or order.isolated:
            permitted.add("wouldCauseLiquidation")
        return Rejections(required, permitted)

    def report(self):
        order, trade, account = self.order, self.trade, self.account
        reduces = closed_by(account, order)
        opens = Fraction(0) if order.reduce_only else order.size - reduces
        word = liquidity(order)
        report = {
            "contract": Word(order.terms.symbol),
            "side": Word(SIDES[order.side]),
            "size": as_given(order.size),
            "type": Word(order.kind),
            "price": as_given(trade.price),
            "reduces": as_given(reduces),
            "opens": Quantity(opens, order.size),
            "initialMargin": Quantity(
                total(self.after) - total(self.before), largest(self.after + self.before)
            ),
            "liquidity": Word(word),
            "fee": as_given(self.fill.fee(word)),
            "availableMargin": sum_of(self.summary.available(self.after)),
            "rejections": self.rejections(),
            "filled": self.fill.report(self.filled, word),
        }
        if trade.sweep is not None:
            report["slippage"] = trade.sweep.report()
        if order.is_triggered:
            leg = self.fill.leg
            if leg is not None and leg.isolated:
                pool = IsolatedPool(account, leg)
            else:
                pool = self.summary.pools.of({order.terms.underlying})
            first = liquidation_first(pool, self.fill.ratio)
            report["filled"]["liquidationFirst"] = first
        return report


def order_reports(summary, wallet):
    resting, reports = [], []
    for given in wallet["orders"]:
        order = read_order(summary.account, given)
        reports.append(Preview(summary, wallet, order, resting).report())
        if order.rests:
            resting.append(order)
    return reports
