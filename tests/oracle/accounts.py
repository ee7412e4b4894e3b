# SPDX-License-Identifier: MIT
"""Small scenarios for the tests, with haircuts and rates as the exact decimals they are meant
to be, so that a result worked out by hand can be demanded to the last digit."""

from fractions import Fraction


def decimal(text):
    return Fraction(text)


def levels(*rows):
    """Rows of (start, initial %, maintenance %)."""
    return [
        {
            "from": start,
            "initial": decimal(initial) / 100,
            "maintenance": decimal(maintenance) / 100,
        }
        for start, initial, maintenance in rows
    ]


CLASS_A = levels(
    (0, "2", "1"),
    (1_000_000, "4", "2"),
    (2_000_000, "5", "2.5"),
    (5_000_000, "10", "5"),
    (10_000_000, "20", "10"),
    (20_000_000, "30", "15"),
    (60_000_000, "50", "25"),
)
CLASS_B = levels(
    (0, "2", "1"),
    (250_000, "4", "2"),
    (750_000, "5", "2.5"),
    (1_000_000, "10", "5"),
    (5_000_000, "20", "10"),
    (10_000_000, "30", "15"),
    (30_000_000, "50", "25"),
)

# The first levels of the inverse bitcoin schedule, from contracts.
INVERSE = levels(
    (0, "2", "1"), (500_000, "4", "2"), (1_000_000, "6", "3"), (3_000_000, "10", "5")
)

RULEBOOK = {
    "format": "margin-rulebook/1",
    "id": "exact-decimals",
    "title": "Class A and B schedules with round haircuts",
    "effective": "2026-01-01",
    "assets": {
        "BTC": {"haircut": decimal("0.02"), "conversionFee": decimal("0.005")},
        "ETH": {"haircut": decimal("0.06"), "conversionFee": decimal("0.005")},
        "EUR": {"haircut": decimal("0.02"), "conversionFee": decimal("0.0005")},
        "USDT": {"haircut": decimal("0.01"), "stable": True},
        "WHEAT": {"haircut": 1, "kind": "other"},
    },
    "fees": [
        {"from": 0, "maker": decimal("0.0002"), "taker": decimal("0.0005")},
        {"from": 100_000, "maker": decimal("0.00015"), "taker": decimal("0.0004")},
    ],
    "marginSchedules": {
        "A": CLASS_A,
        "B": CLASS_B,
        "inverse": INVERSE,
        "retail": levels((0, "50", "25")),
    },
    "contracts": [
        {"symbol": "PF_XBTUSD", "type": "linear", "underlying": "BTC", "schedule": "A",
         "retailSchedule": "retail"},
        {"symbol": "FF_XBTUSD", "type": "linear", "underlying": "BTC", "schedule": "A"},
        {"symbol": "FB_XBTUSD", "type": "linear", "underlying": "BTC", "schedule": "B"},
        {"symbol": "PF_ETHUSD", "type": "linear", "underlying": "ETH", "schedule": "A"},
        {"symbol": "PF_SOLUSD", "type": "linear", "underlying": "SOL", "schedule": "B"},
        {"symbol": "PF_EURUSD", "type": "linear", "underlying": "EUR", "schedule": "A"},
        {"symbol": "TEN_XBTUSD", "type": "linear", "underlying": "BTC", "schedule": "A",
         "contractSize": 10},
        {"symbol": "PI_XBTUSD", "type": "inverse", "underlying": "BTC", "schedule": "inverse"},
        {"symbol": "FI_XBTUSD", "type": "inverse", "underlying": "BTC", "schedule": "inverse",
         "expiry": "2026-12-25"},
        {"symbol": "MBT", "type": "us", "underlying": "BTC", "exchange": "CME",
         "valuePerPoint": decimal("0.1"), "expiry": "2026-12-24T16:00:00Z",
         "session": {"open": "17:00", "close": "16:00"},
         "intradayMargin": 100, "initialMargin": 2_500, "maintenanceMargin": 2_200,
         "quantityMargins": [{"from": 10, "factor": 2}],
         "fees": {"exchange": decimal("0.5"), "nfa": decimal("0.02"),
                  "clearing": decimal("0.09"), "commission": decimal("0.39")}},
        {"symbol": "PBTC", "type": "us", "underlying": "BTC", "exchange": "Bitnomial",
         "valuePerPoint": decimal("0.01"), "session": {"open": "17:00", "close": "16:00"},
         "intradayMargin": 50, "initialMargin": 250, "maintenanceMargin": 220,
         "fees": {"exchange": decimal("0.03"), "nfa": decimal("0.02"),
                  "clearing": decimal("0.10"), "commission": 0}},
        {"symbol": "ZW", "type": "us", "underlying": "WHEAT", "exchange": "CBOT",
         "valuePerPoint": 50, "session": {"open": "08:30", "close": "13:20"},
         "intradayMargin": 500, "initialMargin": 1_800, "maintenanceMargin": 1_600,
         "fees": {"exchange": 1, "nfa": 0, "clearing": 0, "commission": 0}},
    ],
}

PRICES = {"BTC": 100_000, "ETH": 4_000, "SOL": 200, "EUR": decimal("1.25"), "USDT": 1, "WHEAT": 600}


def position(contract, side, size, entry_price, **more):
    return {"contract": contract, "side": side, "size": size, "entryPrice": entry_price, **more}


def scenario(collateral, positions, policy=None, wallet=None, **more):
    """`collateral` maps asset to quantity; `wallet` and `more` are further fields."""
    return {
        "format": "margin-scenario/1",
        "rulebook": RULEBOOK,
        "policy": policy or {},
        "prices": PRICES,
        "wallets": [
            {
                "type": "multi-collateral",
                "collateral": [{"asset": a, "quantity": q} for a, q in collateral.items()],
                "positions": positions,
                **(wallet or {}),
            }
        ],
        **more,
    }


def with_wallet(wallet, policy=None, **more):
    """A scenario of one wallet of any type."""
    return {**scenario({}, [], policy, **more), "wallets": [wallet]}


def coin_wallet(balance, positions, **more):
    return {
        "type": "single-collateral",
        "asset": "BTC",
        "balance": decimal(balance),
        "positions": positions,
        **more,
    }


def us_wallet(cash, positions, **more):
    return {"type": "us-futures", "cash": cash, "positions": positions, **more}


def rulebook_with(**more):
    return {**RULEBOOK, **more}
