# SPDX-License-Identifier: MIT
"""A US futures wallet: dollars, and contracts whose margins are dollars a contract."""

from dataclasses import dataclass
from datetime import datetime

from exact_account import TODAY, Account, read_legs
from exact_documents import Contract
from exact_sessions import is_intraday
from exact_values import exact

MARGIN = {
    "intraday": "intradayMargin",
    "initial": "initialMargin",
    "maintenance": "maintenanceMargin",
}


@dataclass(frozen=True)
class UsAccount(Account):
    cash: tuple = ()  # terms of the balance, USD
    news: bool = False
    carried: bool = False
    liquidations: int = 0
    first_contract: Contract | None = None  # the rulebook's first US contract

    def regime(self, contract, moment: datetime | None = None):
        if is_intraday(contract, moment or self.document.as_of):
            return "intraday"
        return "maintenance" if self.carried else "initial"

    def leg_margin_terms(self, leg, rate, move=TODAY):
        """`rate` is a regime; the prices have no part in it."""
        return [exact(leg.terms.rules[MARGIN[rate]]) * leg.size]

    def cross_margin_terms(self, rate, move=TODAY):
        return [term for leg in self.legs for term in self.leg_margin_terms(leg, rate)]

    def requirement_terms(self, moment: datetime | None = None):
        return [
            term
            for leg in self.legs
            for term in self.leg_margin_terms(leg, self.regime(leg.terms, moment))
        ]

    def cross_maintenance_terms(self, move=TODAY):
        """What equity is compared with: the requirement in force."""
        return self.requirement_terms()

    def balance_terms(self):
        return list(self.cash)

    def collateral_terms(self, move=TODAY):
        return list(self.cash)


def read_us_account(wallet, document):
    balances = [wallet["cash"], *wallet.get("changes", [])]
    first = next((c for c in document.rulebook["contracts"] if c["type"] == "us"), None)
    return UsAccount(
        document=document,
        holdings=(),
        legs=read_legs(wallet, document),
        # Margins are not levels of a notional: neither bends with the price.
        policy={**document.policy, "marginBasis": "entry", "netting": False},
        profit_currency="USD",
        profit_kept=exact(1),
        cash=tuple(exact(balance) for balance in balances),
        news=wallet.get("news", False),
        carried=wallet.get("carried", False),
        liquidations=wallet.get("liquidations", 0),
        first_contract=None if first is None else document.contract(first["symbol"]),
    )
