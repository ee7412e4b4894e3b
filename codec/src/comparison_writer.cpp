// SPDX-License-Identifier: MIT
#include "comparison_writer.hpp"

#include "assumption_writer.hpp"
#include "liquidation_writer.hpp"
#include "margin/words.hpp"

namespace margin {
namespace {

std::string_view walletOf(ContractType type) noexcept {
  switch (type) {
    case ContractType::Linear:
      return "multi-collateral";
    case ContractType::Inverse:
      return "single-collateral";
    case ContractType::Us:
      return "us-futures";
  }
  return "";
}

}  // namespace

void writeOutcomes(JsonWriter& out, const Rulebook& rulebook, const std::vector<MoveOutcome>& outcomes) {
  out.key("outcomes").beginArray();
  for (const MoveOutcome& outcome : outcomes) {
    const bool gone = outcome.liquidated;
    out.beginObject().number("move", outcome.move);
    out.number("pnl", gone ? std::nullopt : std::optional(outcome.pnl));
    out.number("walletValue", gone ? std::nullopt : std::optional(outcome.walletValue));
    out.boolean("liquidated", gone).key("isolatedLiquidated").beginArray();
    for (const ContractIndex contract : outcome.isolatedLiquidated) {
      out.text(rulebook.contracts()[contract].symbol);
    }
    out.endArray().endObject();
  }
  out.endArray();
}

namespace {

void writeAccount(JsonWriter& out, const TradeInAccount& trade) {
  const Rulebook& rulebook = *trade.rulebook;
  const std::string_view note = noteOf(trade);
  out.beginObject().text("type", walletOf(trade.type)).text("rulebook", rulebook.id).key("contract");
  if (!trade.account) {
    out.null().text("note", note).endObject();
    return;
  }
  const AccountComparison& a = *trade.account;
  out.text(rulebook.contracts()[a.contract].symbol);
  if (!note.empty()) out.text("note", note);
  out.number("size", a.size).number("notional", a.notional).key("collateral").beginObject();
  out.text("asset", rulebook.assets()[a.collateral.asset].name)
      .number("quantity", a.collateral.quantity)
      .endObject();
  out.number("marginNeeded", a.marginNeeded).boolean("possible", a.possible);
  out.number("effectiveLeverage", a.effectiveLeverage).key("liquidation");
  writeLiquidation(out, rulebook.assets()[trade.trade.asset].name, a.current, a.liquidation);
  writeOutcomes(out, rulebook, a.outcomes);
  out.key("fees").beginObject().number("open", a.openFee).number("close", a.closeFee).endObject();
  out.number("fundingPerDay", a.fundingPerDay).number("largestPosition", a.largestPosition);
  out.boolean("assumed", a.assumed).key("assumptions").beginArray();
  for (const Assumption* assumption : a.assumptions) writeAssumption(out, *assumption);
  out.endArray().endObject();
}

}  // namespace

std::string_view noteOf(const TradeInAccount& trade) noexcept {
  if (!trade.account) return "The rulebook lists no contract of this kind on the asset.";
  if (!(trade.account->size > 0)) return "The trade is smaller than one contract.";
  if (trade.type == ContractType::Us && trade.account->notional != trade.trade.notional) {
    return "US contracts are whole: the notional is rounded down.";
  }
  return "";
}

void writeComparison(JsonWriter& out, const TradeComparison& comparison) {
  out.beginObject().text("format", "margin-comparison/1").key("accounts").beginArray();
  for (const TradeInAccount& account : comparison.accounts) writeAccount(out, account);
  out.endArray().endObject();
}

}  // namespace margin
