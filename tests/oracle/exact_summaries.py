# SPDX-License-Identifier: MIT
"""The sums of one wallet, which its report and those of the wallet after a trade are made of."""

from exact_account import read_account
from exact_liquidation import CrossPools
from exact_us import read_us_account
from exact_values import Word, is_borderline, ratio_of, sum_of, total


def in_usd(account, amounts):
    """The amounts of a coin's wallet at the account's index price; nothing of a wallet in dollars."""
    coin = getattr(account, "coin", None)
    if coin is None:
        return {}
    price = account.document.index_price(coin)
    return {f"{name}Usd": amount.times(price) for name, amount in amounts.items()}


def status(account):
    if not account.legs:
        return Word("healthy")
    equity = account.cross_equity_terms()
    spare = equity + [-term for term in account.cross_maintenance_terms()]
    room = equity + [-term for term in account.cross_margin_terms("initial")]
    liquidated = bool(account.cross_legs) and total(spare) <= 0
    if liquidated:
        word = "liquidation"
    else:
        word = "reduce-only" if total(room) < 0 else "healthy"
    also = []
    if account.cross_legs and is_borderline(spare):
        also = ["liquidation", "reduce-only" if total(room) < 0 else "healthy"]
    elif not liquidated and is_borderline(room):
        also = ["reduce-only", "healthy"]
    return Word(word, also)


class Summary:
    """Of a multi-collateral or a single-collateral wallet."""

    def __init__(self, account):
        self.account = account
        self.pools = CrossPools(account)
        self.cross_equity = account.cross_equity_terms()
        self.cross_initial = account.cross_margin_terms("initial")
        self.cross_maintenance = account.cross_maintenance_terms()
        self.as_margin = list(account.as_margin_terms(account.cross_legs))
        for leg in account.isolated_legs:
            self.as_margin += account.as_margin_terms([leg])
        self.equity = account.collateral_terms() + self.as_margin
        self.notionals = [account.mark_notional(leg) for leg in account.legs]
        self.initial = self.cross_initial + [leg.allocated for leg in account.isolated_legs]
        self.maintenance = list(self.cross_maintenance)
        for leg in account.isolated_legs:
            self.maintenance += account.leg_margin_terms(leg, "maintenance")

    def available(self, order_terms=()):
        required = [*self.cross_initial, *order_terms]
        return self.cross_equity + [-term for term in required]

    def status(self):
        return status(self.account)

    def standing(self, order_terms=()):
        """The fields that are told of the wallet after a trade or a transfer."""
        amounts = {
            "marginEquity": sum_of(self.equity),
            "availableMargin": sum_of(self.available(order_terms)),
            "initialMargin": sum_of(self.initial),
            "maintenanceMargin": sum_of(self.maintenance),
        }
        return {
            **amounts,
            **in_usd(self.account, amounts),
            "effectiveLeverage": ratio_of(self.notionals, self.equity),
            "status": self.status(),
            "factors": self.pools.factor_sets(),
        }


def strictest(account, moment=None):
    """(regime, contract) of the strictest position in force; without positions, of the first
    contract of the rulebook."""
    contracts = [leg.terms for leg in account.legs] or [account.first_contract]
    found = [(account.regime(contract, moment), contract) for contract in contracts]
    return next((one for one in found if one[0] != "intraday"), found[0])


def us_status(account):
    if not account.legs:
        return Word("healthy")
    equity = account.cross_equity_terms()
    spare = equity + [-term for term in account.requirement_terms()]
    room = equity + [-term for term in account.cross_margin_terms("initial")]
    intraday = strictest(account)[0] == "intraday"
    otherwise = "warning" if intraday and total(room) < 0 else "healthy"
    word = "liquidation-risk" if total(spare) < 0 else otherwise
    also = []
    if is_borderline(spare) and any(spare):
        also = ["liquidation-risk", otherwise]
    elif intraday and total(spare) >= 0 and is_borderline(room) and any(room):
        also = ["warning", "healthy"]
    return Word(word, also)


class UsSummary:
    """The same of a US wallet."""

    def __init__(self, account):
        self.account = account
        self.pools = CrossPools(account)
        self.equity = account.cross_equity_terms()
        self.requirement = account.requirement_terms()
        self.notionals = [account.mark_notional(leg) for leg in account.legs]

    def available(self, order_terms=()):
        return self.equity + [-term for term in [*self.requirement, *order_terms]]

    def status(self):
        return us_status(self.account)

    def standing(self, order_terms=()):
        return {
            "marginEquity": sum_of(self.equity),
            "availableMargin": sum_of(self.available(order_terms)),
            "effectiveLeverage": ratio_of(self.notionals, self.equity),
            "initialMargin": sum_of(self.account.cross_margin_terms("initial")),
            "maintenanceMargin": sum_of(self.account.cross_margin_terms("maintenance")),
            "status": self.status(),
            "factors": self.pools.factor_sets(),
        }


def summary_of(wallet, document):
    if wallet["type"] == "us-futures":
        return UsSummary(read_us_account(wallet, document))
    return Summary(read_account(wallet, document))
