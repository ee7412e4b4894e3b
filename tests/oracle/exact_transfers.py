# SPDX-License-Identifier: MIT
"""Transfers into and out of a wallet, one after the other."""

from fractions import Fraction

from exact_orders import order_margin_terms, resting_orders
from exact_settlement import balance_withdrawable, withdrawable_of
from exact_summaries import summary_of
from exact_values import TOLERANCE, Flag, Word, as_given, exact

# A withdrawal of all that may leave is allowed, however its last digit was rounded.
ROUNDING = Fraction(1, 10**12)


def moved_by(wallet, asset, quantity):
    if wallet["type"] == "multi-collateral":
        row = {"asset": asset, "quantity": quantity}
        return {**wallet, "collateral": [*wallet.get("collateral", []), row]}
    return {**wallet, "changes": [*wallet.get("changes", []), quantity]}


def withdrawable(summary, wallet, asset, order_terms):
    available = summary.available(order_terms)
    if wallet["type"] != "multi-collateral":
        return balance_withdrawable(summary.account, available)
    held = [h.quantity for h in summary.account.holdings if h.asset == asset]
    return withdrawable_of(summary.account, asset, held, available)


def is_allowed(most, quantity):
    if quantity > 0:
        return Flag(True)
    doubtful = abs(-quantity - most.value) <= TOLERANCE * most.scale
    return Flag(-quantity <= most.value * (1 + ROUNDING), doubtful)


def transfer_reports(document, wallet):
    reports = []
    for transfer in wallet["transfers"]:
        asset, quantity = transfer["asset"], exact(transfer["quantity"])
        before = summary_of(wallet, document)
        order_terms = order_margin_terms(before.account, resting_orders(before.account, wallet))
        allowed = is_allowed(withdrawable(before, wallet, asset, order_terms), quantity)
        after = moved_by(wallet, asset, quantity)
        reports.append(
            {
                "asset": Word(asset),
                "quantity": as_given(quantity),
                "allowed": allowed,
                **summary_of(after, document).standing(order_terms),
            }
        )
        if allowed.value:
            wallet = after
    return reports
