# SPDX-License-Identifier: MIT
"""The report of a multi-collateral or a single-collateral wallet."""

from exact_costs import position_costs, wallet_funding
from exact_documents import level_index
from exact_liquidation import bankruptcy_price, liquidation_set
from exact_orders import order_margin_terms, resting_orders
from exact_pools import IsolatedPool
from exact_previews import order_reports
from exact_settlement import (
    automatic_conversion,
    balance_withdrawable,
    coin_settlement,
    interest,
    settlement,
    withdrawable,
)
from exact_transfers import transfer_reports
from exact_values import Word, as_given, ratio_of, sum_of

COIN_USD_FIELDS = {
    "unrealizedPnlUsd": "unrealizedPnl",
    "initialMarginUsd": "initialMargin",
    "maintenanceMarginUsd": "maintenanceMargin",
}
COIN_WALLET_USD = {
    **COIN_USD_FIELDS,
    "balanceUsd": "balanceValue",
    "marginEquityUsd": "marginEquity",
    "availableMarginUsd": "availableMargin",
    "riskBufferUsd": "riskBuffer",
}
COIN_POSITION_USD = {
    **COIN_USD_FIELDS,
    "openFeeUsd": "openFee",
    "closeFeeUsd": "closeFee",
    "fundingPerHourUsd": "fundingPerHour",
}
COIN_FUNDING_USD = {
    f"{name}Usd": name for name in ("perHour", "perSettlement", "perDay", "perMonth")
}
COIN_SETTLEMENT_USD = {f"{name}Usd": name for name in ("realizedPnl", "closeFee")}


class WalletReport:
    """One wallet's report; holds what its fields share."""

    def __init__(self, summary, wallet):
        account = summary.account
        self.account = account
        self.wallet = wallet
        self.summary = summary
        self.order_terms = order_margin_terms(account, resting_orders(account, wallet))
        self.available = self.summary.available(self.order_terms)
        self.pnl_terms = [t for leg in account.legs for t in account.pnl_terms(leg)]
        self.funding_terms = [leg.funding for leg in account.legs]
        self.portfolio_terms = account.balance_terms() + self.pnl_terms + self.funding_terms

    def collateral_entry(self, holding):
        value = holding.quantity * holding.price
        return {
            "asset": Word(holding.asset),
            "quantity": as_given(holding.quantity),
            "price": as_given(holding.price),
            "value": as_given(value),
            "haircut": as_given(holding.haircut),
            "collateralValue": as_given(value * holding.kept),
        }

    def position_entry(self, leg):
        account = self.account
        notional = account.mark_notional(leg)
        pnl = account.pnl_terms(leg)
        if leg.isolated:
            pool = IsolatedPool(account, leg)
            initial = [leg.allocated]
            own_equity = account.isolated_equity_terms(leg)
            leverage = ratio_of([notional], own_equity)
        else:
            pool = self.summary.pools.of({leg.underlying})
            initial = account.leg_margin_terms(leg, "initial")
            leverage = ratio_of([notional], self.portfolio_terms)
        entry = {
            "contract": Word(leg.contract),
            "side": Word("long" if leg.side > 0 else "short"),
            "size": as_given(leg.size),
            "entryPrice": as_given(leg.entry),
            "markPrice": as_given(leg.mark),
            "notional": as_given(notional),
            "unrealizedPnl": sum_of(pnl),
            "unrealizedFunding": as_given(leg.funding),
            "returnOnEquity": ratio_of(pnl, initial),
            "initialMargin": sum_of(initial),
            "maintenanceMargin": sum_of(account.leg_margin_terms(leg, "maintenance")),
            "level": level_index(leg.terms.levels, account.measure(leg)) + 1,
            "effectiveLeverage": leverage,
            "margin": Word("isolated" if leg.isolated else "cross"),
            "liquidation": liquidation_set(leg.underlying, pool, leg.mark),
            "bankruptcyPrice": bankruptcy_price(pool, leg),
            **position_costs(account, leg),
        }
        if leg.isolated:
            entry["isolatedMargin"] = as_given(leg.allocated)
            entry["equity"] = sum_of(own_equity)
        return entry

    def margin_fields(self):
        account, summary = self.account, self.summary
        equity, maintenance = summary.cross_equity, summary.cross_maintenance
        fields = {
            "balanceValue": sum_of(account.balance_terms()),
            "collateralValue": sum_of(account.collateral_terms()),
            "unrealizedPnl": sum_of(self.pnl_terms),
            "unrealizedFunding": sum_of(self.funding_terms),
            "totalUnrealizedAsMargin": sum_of(summary.as_margin),
            "marginEquity": sum_of(summary.equity),
            "portfolioValue": sum_of(self.portfolio_terms),
            "initialMargin": sum_of(summary.initial),
            "maintenanceMargin": sum_of(summary.maintenance),
            "cross": {
                "marginEquity": sum_of(equity),
                "initialMargin": sum_of(summary.cross_initial),
                "maintenanceMargin": sum_of(maintenance),
            },
            "availableMargin": sum_of(self.available),
            "effectiveLeverage": ratio_of(summary.notionals, summary.equity),
            "marginUsage": ratio_of(maintenance, equity),
            "riskBuffer": sum_of(equity + [-term for term in maintenance]),
            "status": summary.status(),
            "positions": [self.position_entry(leg) for leg in account.legs],
            "factors": summary.pools.factor_sets(),
            "funding": wallet_funding(account),
        }
        if self.wallet.get("orders"):
            fields["orders"] = order_reports(summary, self.wallet)
        if self.wallet.get("transfers"):
            fields["transfers"] = transfer_reports(account.document, self.wallet)
        return fields

    def multi_collateral(self):
        account = self.account
        fields = {
            "type": Word("multi-collateral"),
            "currency": Word("USD"),
            **self.margin_fields(),
            "collateral": [self.collateral_entry(h) for h in account.holdings],
            "withdrawable": withdrawable(account, self.available),
            "settlement": settlement(account),
        }
        optional = {"interest": interest(account), "automaticConversion": automatic_conversion(account)}
        return {**fields, **{key: value for key, value in optional.items() if value is not None}}

    def single_collateral(self):
        account = self.account
        index = account.document.index_price(account.coin)
        fields = {
            "type": Word("single-collateral"),
            "currency": Word(account.coin),
            **self.margin_fields(),
            "settlement": coin_settlement(account),
            "withdrawable": balance_withdrawable(account, self.available),
        }

        def add_usd(amounts, names):
            amounts |= {usd: amounts[coin].times(index) for usd, coin in names.items()}

        add_usd(fields, COIN_WALLET_USD)
        add_usd(fields["funding"], COIN_FUNDING_USD)
        add_usd(fields["settlement"], COIN_SETTLEMENT_USD)
        for entry in fields["positions"]:
            add_usd(entry, COIN_POSITION_USD)
        return fields
