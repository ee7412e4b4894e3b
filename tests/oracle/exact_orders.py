# SPDX-License-Identifier: MIT
"""Orders, and the margin that resting ones hold."""

from dataclasses import dataclass, replace
from fractions import Fraction

from exact_documents import Contract, level_index, margin_terms
from exact_values import exact, total

TRIGGERED = frozenset({"stop", "take-profit", "trigger-entry"})


@dataclass(frozen=True)
class Order:
    terms: Contract
    side: int
    size: Fraction
    kind: str
    price: Fraction | None
    trigger: Fraction | None
    signal: str
    reduce_only: bool
    maker_only: bool
    immediate: bool
    isolated: bool
    max_leverage: Fraction | None
    fires: bool | None = None  # of an order given as a triggered one: as soon as it is placed

    @property
    def rests(self):
        return self.kind == "limit" and not self.immediate

    @property
    def is_triggered(self):
        return self.kind in TRIGGERED


def optional(document, field):
    return exact(document[field]) if field in document else None


def is_reached(order):
    """Whether today's signal has set a triggered order off."""
    signal = getattr(order.terms, order.signal)
    if order.kind == "trigger-entry":
        return signal == order.trigger
    rises = order.side if order.kind == "stop" else -order.side
    return rises * signal >= rises * order.trigger


def placed(order):
    """A triggered order that fires at once is a limit or a market order from the beginning."""
    if not order.is_triggered:
        return order
    if not is_reached(order):
        return replace(order, fires=False)
    return replace(order, fires=True, kind="market" if order.price is None else "limit")


def read_order(account, order):
    """As it stands today."""
    return placed(given_order(account, order))


def given_order(account, order):
    leg = account.leg_on(order["contract"])
    mode = order.get("margin", "isolated" if leg is not None and leg.isolated else "cross")
    max_leverage = optional(order, "maxLeverage")
    if max_leverage is None and leg is not None:
        max_leverage = leg.max_leverage
    return Order(
        terms=account.document.contract(order["contract"]),
        side=1 if order["side"] == "long" else -1,
        size=exact(order["size"]),
        kind=order.get("type", "limit"),
        price=optional(order, "price"),
        trigger=optional(order, "triggerPrice"),
        signal=order.get("triggerSignal", "mark"),
        reduce_only=order.get("reduceOnly", False),
        maker_only=order.get("makerOnly", False),
        immediate=order.get("timeInForce") == "immediate-or-cancel",
        isolated=mode == "isolated",
        max_leverage=max_leverage,
    )


def resting_orders(account, wallet):
    orders = [read_order(account, order) for order in wallet.get("orders", [])]
    return [order for order in orders if order.rests]


def closed_by(account, order):
    """Contracts of the position that the order, alone, would close."""
    leg = account.leg_on(order.terms.symbol)
    if leg is None or leg.side == order.side:
        return Fraction(0)
    return min(order.size, leg.size)


def excesses(account, symbol, orders):
    """(order, contracts beyond what only reduces the position) of the orders on one contract."""
    leg = account.leg_on(symbol)
    to_close = Fraction(0) if leg is None else leg.size
    found = []
    for order in orders:
        if order.terms.symbol != symbol or order.reduce_only:
            continue
        excess = order.size
        if leg is not None and order.side != leg.side:
            closes = min(to_close, excess)
            to_close -= closes
            excess -= closes
        if excess > 0:
            found.append((order, excess))
    return found


def us_unit_margin(account, contract, side, contracts):
    """Dollars a contract of what is opened; `contracts` are those of one side's orders."""
    rules, leg = contract.rules, account.leg_on(contract.symbol)
    if account.regime(contract) != "intraday":
        return exact(rules["initialMargin"])
    held = leg.size if leg is not None and leg.side == side else Fraction(0)
    factor = Fraction(1)
    for row in rules.get("quantityMargins", []):
        if exact(row["from"]) <= held + contracts:
            factor = exact(row["factor"])
    news = exact(account.document.us["newsFactor"]) if account.news else Fraction(1)
    return exact(rules["intradayMargin"]) * news * factor


def scheduled_rate(account, contract, side, one_side):
    """Initial rate of the position that the side's orders would make of today's."""
    leg = account.leg_on(contract.symbol)
    held = Fraction(0)
    if leg is not None and leg.side == side:
        held = account.measure(leg)
    added = [
        excess if contract.is_inverse else contract.notional(excess, order.price)
        for order, excess in one_side
    ]
    whole, policy = held + total(added), account.policy
    if policy["levels"] == "flat":
        return contract.levels[level_index(contract.levels, whole)].initial
    margin_of_whole, margin_of_held = (
        total(margin_terms(contract.levels, "initial", part, policy)) for part in (whole, held)
    )
    return (margin_of_whole - margin_of_held) / total(added)


def unit_margins(account, contract, side, found):
    """[(margin of one contract, contracts)] of one side's excesses, in their order."""
    one_side = [(order, excess) for order, excess in found if order.side == side]
    if not one_side:
        return []
    if contract.is_us:
        unit = us_unit_margin(account, contract, side, total(excess for _, excess in one_side))
        return [(unit, excess) for _, excess in one_side]
    scheduled = scheduled_rate(account, contract, side, one_side)
    margins = []
    for order, excess in one_side:
        rate = scheduled
        if order.isolated and order.max_leverage is not None:
            rate = max(rate, 1 / order.max_leverage)
        margins.append((rate * contract.notional(Fraction(1), order.price), excess))
    return margins


def matched_terms(buys, sells):
    """Buys and sells that would match each other are charged once, at the dearer margin: the
    dearest with the dearest; what one side has more of, at its own."""
    sides = [sorted(side, key=lambda row: -row[0]) for side in (buys, sells)]
    terms = []
    while all(sides):
        (u, e), (v, f) = sides[0][0], sides[1][0]
        matched = min(e, f)
        terms.append(matched * max(u, v))
        for side, (unit, excess) in zip(sides, ((u, e), (v, f))):
            if excess == matched:
                del side[0]
            else:
                side[0] = (unit, excess - matched)
    return terms + [unit * excess for side in sides for unit, excess in side]


def order_margin_terms(account, orders):
    """Margin of these orders resting together; all of them rest, at their `price`."""
    terms = []
    for symbol in dict.fromkeys(order.terms.symbol for order in orders):
        contract = account.document.contract(symbol)
        found = excesses(account, symbol, orders)
        terms += matched_terms(
            unit_margins(account, contract, 1, found), unit_margins(account, contract, -1, found)
        )
    return terms
