// SPDX-License-Identifier: MIT
#include "comparison_text.hpp"

#include <string>
#include <vector>

#include "liquidation_text.hpp"
#include "names_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

/// The rows of a table, each with a label and a cell for every alternative.
template <class Alternatives, class Cell>
Row row(const char* label, const Alternatives& alternatives, Cell cell) {
  Row cells = {label};
  for (const auto* each : alternatives) cells.push_back(each ? cell(*each) : "");
  return cells;
}

std::string gain(const MoveOutcome& outcome) {
  return outcome.liquidated ? "liquidated" : amount(outcome.pnl);
}

std::string worth(const MoveOutcome& outcome) {
  return outcome.liquidated ? "liquidated" : amount(outcome.walletValue);
}

/// What each alternative is worth, or has gained, as prices move.
template <class Alternatives>
void outcomes(std::vector<Row>& rows, const Alternatives& alternatives, const char* what,
              std::string (*cell)(const MoveOutcome&)) {
  for (std::size_t i = 0; i < std::size(kShownMoves); ++i) {
    const double move = kShownMoves[i];
    const std::string label = what + (move == 0 ? " today" : " at " + signedPercent(move));
    rows.push_back(
        row(label.c_str(), alternatives, [&](const auto& each) { return cell(each.outcomes[i]); }));
  }
}

/// The liquidation prices of every factor that one of two standings has, by name.
void factors(std::vector<Row>& rows, const Rulebook& rulebook, const Alternative& pledged,
             const Alternative& sold) {
  for (const FactorReport& factor : pledged.standing.factors) {
    const std::string name = factor.asset ? assetName(*factor.asset, rulebook) : "market (ratio)";
    std::string other = "none";
    for (const FactorReport& each : sold.standing.factors) {
      if (each.asset == factor.asset) other = prices(each.liquidation, each.current);
    }
    rows.push_back({"liquidation, " + name, prices(factor.liquidation, factor.current), other});
  }
}

/// Sentences where something is to be said of an account, with the account.
void note(std::ostream& out, const TradeInAccount& trade, const char* account) {
  const std::string_view text = noteOf(trade);
  if (!text.empty()) out << account << ": " << text << '\n';
  if (!trade.account) return;
  for (const Assumption* assumption : trade.account->assumptions) {
    out << account << ": assumed " << plain(assumption->subject) << ", " << plain(assumption->value) << ". "
        << plain(assumption->reason) << '\n';
  }
}

/// Where isolated positions are gone, which.
void lostPositions(std::ostream& out, const Rulebook& rulebook, const Alternative& alternative) {
  for (const MoveOutcome& outcome : alternative.outcomes) {
    if (outcome.isolatedLiquidated.empty()) continue;
    out << "  With crypto at " << signedPercent(outcome.move)
        << " isolated positions are liquidated, at the loss of"
        << " their margins:";
    const char* before = " ";
    for (const ContractIndex contract : outcome.isolatedLiquidated) {
      out << before << symbolOf(contract, rulebook);
      before = ", ";
    }
    out << '\n';
  }
}

}  // namespace

void writeText(std::ostream& out, std::size_t number, const Rulebook& rulebook,
               const std::optional<PledgeOrSell>& both) {
  out << "\nWallet " << number;
  if (!both) {
    out << ": there is no collateral to sell\n";
    return;
  }
  out << ": its collateral pledged, or sold for USD at a fee of " << amount(both->saleFee) << '\n';
  const std::vector<const Alternative*> alternatives = {&both->pledged, &both->sold};
  const auto shown = [&](const char* label, auto cell) { return row(label, alternatives, cell); };
  std::vector<Row> rows = {
      {"", "pledged", "sold"},
      shown("collateral value", [](const Alternative& each) { return amount(each.collateralValue); }),
      shown("margin equity", [](const Alternative& each) { return amount(each.standing.marginEquity); }),
      shown("available margin",
            [](const Alternative& each) { return amount(each.standing.availableMargin); }),
      shown("initial margin", [](const Alternative& each) { return amount(each.standing.initialMargin); }),
      shown("maintenance margin",
            [](const Alternative& each) { return amount(each.standing.maintenanceMargin); }),
      shown("effective leverage",
            [](const Alternative& each) { return times(each.standing.effectiveLeverage); }),
      shown("status", [](const Alternative& each) { return words(each.standing.status); })};
  factors(rows, rulebook, both->pledged, both->sold);
  outcomes(rows, alternatives, "value, crypto", worth);
  table(out, rows);
  // Isolated positions have margins of their own: they go alike in both.
  lostPositions(out, rulebook, both->pledged);
}

void writeText(std::ostream& out, const TradeComparison& comparison) {
  constexpr const char* kAccounts[] = {"multi-collateral", "single-collateral", "us-futures"};
  std::vector<const AccountComparison*> accounts;
  Row contracts = {"contract"};
  Row rulebooks = {"rulebook"};
  Row collateral = {"collateral"};
  for (const TradeInAccount& trade : comparison.accounts) {
    accounts.push_back(trade.account ? &*trade.account : nullptr);
    const Rulebook& rulebook = *trade.rulebook;
    rulebooks.push_back(plain(rulebook.id));
    contracts.push_back(trade.account ? symbolOf(trade.account->contract, rulebook) : "none");
    if (!trade.account) {
      collateral.push_back("");
      continue;
    }
    const Holding& posted = trade.account->collateral;
    const std::string asset = assetName(posted.asset, rulebook);
    collateral.push_back(amountIn(asset, posted.quantity) + ' ' + asset);
  }
  using Account = AccountComparison;
  const auto shown = [&](const char* label, auto cell) { return row(label, accounts, cell); };
  std::vector<Row> rows = {
      {"", kAccounts[0], kAccounts[1], kAccounts[2]},
      rulebooks,
      contracts,
      shown("contracts", [](const Account& each) { return amount(each.size); }),
      shown("notional", [](const Account& each) { return amount(each.notional); }),
      collateral,
      shown("margin needed", [](const Account& each) { return amount(each.marginNeeded); }),
      shown("margin figures",
            [](const Account& each) { return std::string(each.assumed ? "assumed" : "published"); }),
      shown("possible", [](const Account& each) { return std::string(each.possible ? "yes" : "no"); }),
      shown("effective leverage", [](const Account& each) { return times(each.effectiveLeverage); }),
      shown("liquidation", [](const Account& each) { return prices(each.liquidation, each.current); }),
      shown("fee to open", [](const Account& each) { return amount(each.openFee); }),
      shown("fee to close", [](const Account& each) { return amount(each.closeFee); }),
      shown("funding a day", [](const Account& each) { return amount(each.fundingPerDay); }),
      shown("largest position", [](const Account& each) { return amount(each.largestPosition); })};
  outcomes(rows, accounts, "profit", gain);
  outcomes(rows, accounts, "value", worth);
  out << "Amounts in USD; negative funding is paid. An estimate, not advice.\n";
  table(out, rows);
  for (std::size_t i = 0; i < comparison.accounts.size(); ++i) {
    note(out, comparison.accounts[i], kAccounts[i]);
  }
}

}  // namespace margin
