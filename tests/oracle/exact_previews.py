# SPDX-License-Identifier: MIT
"""The reports of a wallet's orders, each with those before it resting.

The documents name the codes of rejection and not, to the last case, when each applies. A code is
demanded where its meaning leaves no doubt and let pass where it does.
"""

from dataclasses import replace
from fractions import Fraction

from exact_fills import Fill, liquidation_first
from exact_orders import closed_by, order_margin_terms, read_order
from exact_pools import IsolatedPool
from exact_sessions import CHICAGO, is_open, next_open
from exact_summaries import in_usd, summary_of
from exact_trades import Trade, crosses, liquidity
from exact_values import Flag, Moment, Quantity, Rejections, Word, as_given, exact, largest, sum_of, total

SIDES = {1: "long", -1: "short"}

# A price or size this near to a multiple of its step, in steps, is one.
STEP_SLACK = Fraction(1, 10**9)


def off_step(value, step):
    steps = value / exact(step)
    return abs(steps - round(steps)) > STEP_SLACK * max(steps, Fraction(1))


def contracts_on_its_side(account, order, contracts, resting_before):
    """Of the order's side, where those that rest before it have traded too; negative where the
    position keeps the other side."""
    leg = account.leg_on(order.terms.symbol)
    held = Fraction(0) if leg is None else order.side * leg.side * leg.size
    beside = [
        other.size
        for other in resting_before
        if other.terms.symbol == order.terms.symbol
        and other.side == order.side
        and not other.reduce_only
    ]
    return held + total(beside) + contracts


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
    def __init__(self, summary, wallet, given, order, resting_before):
        self.summary = summary
        self.account = summary.account
        self.given = given
        self.order = order
        self.trade = Trade(order, closed_by(self.account, order))
        self.fill = Fill(summary, wallet, self.trade)
        self.resting_before = resting_before
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
        if not order.reduce_only and "maxPosition" in order.terms.rules:
            limit = exact(order.terms.rules["maxPosition"])
            before = self.resting_before
            if contracts_on_its_side(account, order, self.trade.contracts, before) > limit:
                required.add("maxPositionViolation")
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
            spares = [sum_of(terms) for terms in self.spared()]
            doubts = [abs(spare.value) <= spare.scale / 10**9 for spare in spares]
            if any(spare.value < 0 and not doubt for spare, doubt in zip(spares, doubts)):
                required.add("insufficientAvailableFunds")
            elif any(doubts):
                permitted.add("insufficientAvailableFunds")
        unsafe = self.filled.status().value in ("liquidation", "liquidation-risk")
        if unsafe or order.is_triggered or order.isolated:
            permitted.add("wouldCauseLiquidation")
        return Rejections(required, permitted)

    def spared(self):
        """Available margin, as terms, of an order that opens as it trades: once it has traded,
        and, where it closes nothing, as if it rested at its price. Those that rest before it keep
        their margin; an order that waits is judged at its trigger's prices and alone."""
        beside = [] if self.order.is_triggered else self.resting_before
        filled = self.filled
        terms = [filled.available(order_margin_terms(filled.account, beside))]
        if not closed_by(self.account, self.order):
            then = summary_of({**self.fill.wallet, "orders": []}, self.fill.document)
            at_rest = [*beside, replace(self.order, price=self.trade.price)]
            terms.append(then.available(order_margin_terms(then.account, at_rest)))
        return terms

    def waits_until(self):
        """The next open of a US contract whose session is closed."""
        contract = self.order.terms
        now = contract.document.as_of
        if not contract.is_us or is_open(contract, now):
            return None
        moment = next_open(contract, now)
        return Moment(moment, moment.astimezone(CHICAGO).utcoffset())

    def report(self):
        order, trade, account = self.order, self.trade, self.account
        reduces = closed_by(account, order)
        opens = Fraction(0) if order.reduce_only else order.size - reduces
        word = liquidity(order)
        resting = {
            "initialMargin": Quantity(
                total(self.after) - total(self.before), largest(self.after + self.before)
            ),
            "availableMargin": sum_of(self.summary.available(self.after)),
        }
        fee = {"fee": as_given(self.fill.fee(word))}
        report = {
            "contract": Word(order.terms.symbol),
            "side": Word(SIDES[order.side]),
            "size": as_given(order.size),
            "type": Word(self.given["type"] if "type" in self.given else "limit"),
            "price": as_given(trade.price),
            "reduces": as_given(reduces),
            "opens": Quantity(opens, order.size),
            **resting,
            **in_usd(account, resting),
            "liquidity": Word(word),
            **fee,
            **in_usd(self.fill.account, fee),
            "rejections": self.rejections(),
            "filled": self.fill.report(self.filled, word),
        }
        if trade.sweep is not None:
            slippage = trade.sweep.report()
            report["slippage"] = {**slippage, **in_usd(account, {"cost": slippage["cost"]})}
        if order.fires is not None:
            report["triggersAtOnce"] = Flag(order.fires)
        if self.waits_until() is not None:
            report["waitsUntil"] = self.waits_until()
        if order.is_triggered:
            leg = account.leg_on(order.terms.symbol)
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
        reports.append(Preview(summary, wallet, given, order, resting).report())
        if order.rests:
            resting.append(order)
    return reports
