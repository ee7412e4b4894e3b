# SPDX-License-Identifier: MIT
"""What becomes of the balances: where all is closed, where USD is owed, and what may leave."""

from fractions import Fraction

from exact_costs import close_fee
from exact_values import Quantity, Word, as_given, exact, floored, largest, lesser, sum_of, total


class Balances:
    """Quantities by asset in the wallet's order, each as the terms that make it."""

    def __init__(self, account):
        self.document = account.document
        self.terms = {}
        for holding in account.holdings:
            self.add(holding.asset, holding.quantity)

    def add(self, asset, quantity):
        self.terms.setdefault(asset, []).append(quantity)

    def quantity(self, asset):
        return total(self.terms.get(asset, []))

    def for_sale(self):
        """Assets other than USD that are held, in ascending haircut, then in the wallet's order."""
        held = [a for a in self.terms if a != "USD" and self.quantity(a) > 0]
        return sorted(held, key=lambda asset: self.document.asset_rules(asset)[0])

    def sell_for_debt(self):
        """Sells until no USD is owed; returns the conversions as the report has them."""
        sales = []
        for asset in self.for_sale():
            owed = -self.quantity("USD")
            if owed <= 0:
                break
            price, fee = self.document.index_price(asset), self.document.asset_rules(asset)[1]
            needed = owed / (price * (1 - fee))
            sold = min(self.quantity(asset), needed)
            # What is sold last is as uncertain as the debt that is left for it to meet.
            scale = largest(self.terms["USD"]) / (price * (1 - fee)) if sold == needed else sold
            proceeds = price * (1 - fee)
            sales.append(
                {
                    "asset": Word(asset),
                    "quantity": Quantity(sold, scale),
                    "proceeds": Quantity(sold * proceeds, scale * proceeds),
                    "fee": Quantity(sold * price * fee, scale * price * fee),
                }
            )
            self.add(asset, -sold)
            self.add("USD", sold * proceeds)
        return sales

    def rows(self):
        return [
            {"asset": Word(asset), "quantity": sum_of(terms)}
            for asset, terms in self.terms.items()
        ]

    def uncovered(self):
        return floored(sum_of([-term for term in self.terms.get("USD", [])]))


def realized_terms(account):
    return account.unrealized_terms(account.legs)


def settlement(account):
    """Every position closed at its mark: a gain becomes the profit currency, a loss and the fees
    are taken from USD, and what USD cannot pay from the other assets."""
    realized = realized_terms(account)
    fees = [close_fee(leg) for leg in account.legs]
    balances = Balances(account)
    currency = account.profit_currency
    change = [-fee for fee in fees]
    if total(realized) > 0 and currency != "USD":
        price, fee = account.document.index_price(currency), account.document.asset_rules(currency)[1]
        for term in realized:
            balances.add(currency, term * (1 - fee) / price)
    else:
        change += realized
    if "USD" in balances.terms or total(change) != 0:
        for term in change:
            balances.add("USD", term)
    conversions = balances.sell_for_debt()
    return {
        "realizedPnl": sum_of(realized),
        "closeFee": sum_of(fees),
        "conversions": conversions,
        "balances": balances.rows(),
        "uncovered": balances.uncovered(),
    }


def coin_settlement(account):
    realized = realized_terms(account)
    fees = [close_fee(leg) for leg in account.legs]
    left = [*account.balance_terms(), *realized, *(-fee for fee in fees)]
    return {
        "realizedPnl": sum_of(realized),
        "closeFee": sum_of(fees),
        "conversions": [],
        "balances": [{"asset": Word(account.coin), "quantity": sum_of(left)}],
        "uncovered": floored(sum_of([-term for term in left])),
    }


def automatic_conversion(account):
    """None where no USD is owed."""
    balances = Balances(account)
    owed_terms = [-term for term in balances.terms.get("USD", [])]
    if total(owed_terms) <= 0:
        return None
    rules = account.document.rulebook.get("conversion", {})
    threshold = exact(rules.get("threshold", 0))
    conversions = balances.sell_for_debt() if total(owed_terms) > threshold else []
    return {
        "owed": sum_of(owed_terms),
        "threshold": as_given(threshold),
        "conversions": conversions,
        "uncovered": balances.uncovered(),
    }


def interest(account):
    """None where the rulebook has none."""
    rules = account.document.rulebook.get("interest")
    if rules is None:
        return None
    loss = floored(sum_of([-term for term in realized_terms(account)]))
    held = [h.quantity for h in account.holdings if h.asset == "USD"]
    cover = floored(sum_of(held))
    charged = Quantity(Fraction(0), Fraction(0))
    if loss.value > exact(rules["threshold"]):
        charged = floored(Quantity(loss.value - cover.value, max(loss.scale, cover.scale)))
    a_day = exact(rules["ratePerYear"]) / 365
    return {
        "unrealizedLoss": loss,
        "usdCover": cover,
        "charged": charged,
        "perDay": Quantity(charged.value * a_day, charged.scale * a_day),
    }


def withdrawable_of(account, asset, quantity_terms, available_terms):
    """Units of an asset that may leave: no more than is held, nor than the margin spares."""
    document = account.document
    haircut, fee = document.asset_rules(asset)
    kept = (1 - haircut) * (1 - fee if document.policy["collateralFee"] else 1)
    most = sum_of(quantity_terms)
    if asset == "USD" and account.profit_currency == "USD":
        gain = floored(sum_of(account.unrealized_terms(account.cross_legs)))
        most = Quantity(most.value + gain.value, max(most.scale, gain.scale))
    a_unit = document.index_price(asset) * kept
    if a_unit == 0:
        return floored(most)
    spared = floored(sum_of(available_terms))
    return floored(lesser(most, Quantity(spared.value / a_unit, spared.scale / a_unit)))


def withdrawable(account, available_terms):
    """What may leave of each asset, all its rows together: USD last where only a gain of it may."""
    assets = list(dict.fromkeys(holding.asset for holding in account.holdings))
    gain = total(account.unrealized_terms(account.cross_legs))
    if "USD" not in assets and account.profit_currency == "USD" and gain > 0:
        assets.append("USD")
    rows = []
    for asset in assets:
        held = [h.quantity for h in account.holdings if h.asset == asset]
        quantity = withdrawable_of(account, asset, held, available_terms)
        rows.append({"asset": Word(asset), "quantity": quantity})
    return rows


def balance_withdrawable(account, available_terms):
    """Of a wallet of one currency, coin or USD."""
    return floored(lesser(sum_of(account.balance_terms()), sum_of(available_terms)))
