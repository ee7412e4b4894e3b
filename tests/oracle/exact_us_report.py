# SPDX-License-Identifier: MIT
"""The report of a US futures wallet."""

from exact_costs import (
    break_even_price,
    close_fee,
    funding_per_hour,
    interval_hours,
    open_fee,
)
from exact_documents import seconds_between
from exact_liquidation import bankruptcy_price, liquidation_set
from exact_orders import order_margin_terms, resting_orders
from exact_previews import order_reports
from exact_sessions import CHICAGO, is_open, next_adjustment, next_switch
from exact_settlement import balance_withdrawable
from exact_summaries import strictest
from exact_transfers import transfer_reports
from exact_values import Flag, Moment, Word, as_given, exact, ratio_of, sum_of


def next_switch_report(account, equity):
    now = account.document.as_of
    contracts = [leg.terms for leg in account.legs] or [account.first_contract]
    moment = next_switch(contracts, now)
    requirement = account.requirement_terms(moment)
    return {
        "time": Moment(moment, moment.astimezone(CHICAGO).utcoffset()),
        "seconds": as_given(seconds_between(now, moment)),
        "regime": Word(strictest(account, moment)[0]),
        "requirement": sum_of(requirement),
        "riskBuffer": sum_of(equity + [-term for term in requirement]),
    }


def us_funding(account):
    per_hour = sum_of([funding_per_hour(leg) for leg in account.legs])
    adjustment = None
    if any(leg.terms.perpetual for leg in account.legs):
        moment = next_adjustment(account.document.as_of)
        adjustment = Moment(moment, moment.astimezone(CHICAGO).utcoffset())
    return {
        "perHour": per_hour,
        "perSettlement": per_hour.times(interval_hours(account.document)),
        "perDay": per_hour.times(24),
        "perMonth": per_hour.times(720),
        "nextAdjustment": adjustment,
    }


def us_position(account, leg, pools):
    pool = pools.of({leg.underlying})
    regime = account.regime(leg.terms)
    return {
        "contract": Word(leg.contract),
        "side": Word("long" if leg.side > 0 else "short"),
        "size": as_given(leg.size),
        "entryPrice": as_given(leg.entry),
        "markPrice": as_given(leg.mark),
        "notional": as_given(account.mark_notional(leg)),
        "unrealizedPnl": sum_of(account.pnl_terms(leg)),
        "intradayMargin": sum_of(account.leg_margin_terms(leg, "intraday")),
        "initialMargin": sum_of(account.leg_margin_terms(leg, "initial")),
        "maintenanceMargin": sum_of(account.leg_margin_terms(leg, "maintenance")),
        "requirement": sum_of(account.leg_margin_terms(leg, regime)),
        "regime": Word(regime),
        "liquidation": liquidation_set(leg.underlying, pool, leg.mark),
        "bankruptcyPrice": bankruptcy_price(pool, leg),
        "breakEvenPrice": break_even_price(leg),
        "openFee": as_given(open_fee(leg)),
        "closeFee": as_given(close_fee(leg)),
        "fundingPerHour": as_given(funding_per_hour(leg)),
        "fundingRate": as_given(leg.terms.rate),
    }


def us_report(summary, wallet):
    account, equity = summary.account, summary.equity
    order_terms = order_margin_terms(account, resting_orders(account, wallet))
    available = summary.available(order_terms)
    intraday, initial, maintenance = (
        account.cross_margin_terms(rate) for rate in ("intraday", "initial", "maintenance")
    )
    regime, contract = strictest(account)
    rules = account.document.us
    fee = rules["laterLiquidationFee" if account.liquidations else "firstLiquidationFee"]
    fields = {
        "type": Word("us-futures"),
        "currency": Word("USD"),
        "cash": sum_of(account.balance_terms()),
        "unrealizedPnl": sum_of([t for leg in account.legs for t in account.pnl_terms(leg)]),
        "equity": sum_of(equity),
        "intradayMargin": sum_of(intraday),
        "initialMargin": sum_of(initial),
        "maintenanceMargin": sum_of(maintenance),
        "requirement": sum_of(summary.requirement),
        "availableMargin": sum_of(available),
        "intradayUsage": ratio_of(intraday, equity),
        "initialUsage": ratio_of(initial, equity),
        "effectiveLeverage": ratio_of(summary.notionals, equity),
        "riskBuffer": sum_of(summary.available()),
        "regime": Word(regime),
        "open": Flag(is_open(contract, account.document.as_of)),
        "nextSwitch": next_switch_report(account, equity),
        "liquidationFee": as_given(exact(fee)),
        "status": summary.status(),
        "withdrawable": balance_withdrawable(account, available),
        "funding": us_funding(account),
        "positions": [us_position(account, leg, summary.pools) for leg in account.legs],
        "factors": summary.pools.factor_sets(),
    }
    if wallet.get("orders"):
        fields["orders"] = order_reports(summary, wallet)
    if wallet.get("transfers"):
        fields["transfers"] = transfer_reports(account.document, wallet)
    return fields
