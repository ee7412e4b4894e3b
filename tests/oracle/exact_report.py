# SPDX-License-Identifier: MIT
"""A scenario's report in exact rational arithmetic: a second derivation of what the core answers.

It is written from the definitions of the documents alone and built the other way round: where
the core sweeps over events and keeps sums, this evaluates whole pools from definition and solves
between two values.
"""

from fractions import Fraction

from exact_documents import Document
from exact_summaries import summary_of
from exact_us_report import us_report
from exact_values import Word, as_given, plain
from exact_wallet import WalletReport


def wallet_report(wallet, document):
    summary = summary_of(wallet, document)
    if wallet["type"] == "us-futures":
        return us_report(summary, wallet)
    report = WalletReport(summary, wallet)
    if wallet["type"] == "single-collateral":
        return report.single_collateral()
    return report.multi_collateral()


def exact_report_with_scales(scenario, level_slack=Fraction(0)):
    """The report with its leaves as exact_values has them; see Document for `level_slack`."""
    document = Document(scenario, level_slack)
    rulebook = document.rulebook
    return {
        "format": Word("margin-report/1"),
        "rulebook": {"id": Word(rulebook["id"]), "effective": Word(rulebook["effective"])},
        "fees": {"maker": as_given(document.maker), "taker": as_given(document.taker)},
        "wallets": [wallet_report(wallet, document) for wallet in scenario["wallets"]],
    }


def exact_report(scenario):
    """The report as bare Fractions, words, counts and None."""
    return plain(exact_report_with_scales(scenario))
