// SPDX-License-Identifier: MIT
#include "comparison_writer.hpp"

#include "liquidation_writer.hpp"
#include "words.hpp"

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

void writeOutcomes(JsonWriter& out, const std::vector<MoveOutcome>& outcomes) {
  out.key("outcomes").beginArray();
  for (const MoveOutcome& outcome : outcomes) {
    const bool gone = outcome.liquidated;
    out.beginObject().number("move", outcome.move);
    out.number("pnl", gone ? std::nullopt : std::optional(outcome.pnl));
    out.number("walletValue", gone ? std::nullopt : std::optional(outcome.walletValue));
    out.boolean("liquidated", gone).endObject();
  }
  out.endArray();
}

void writeAccount(JsonWriter& out, const Rulebook& rulebook, const Trade& trade, ContractType type,
                  const std::optional<AccountComparison>& account) {
  out.beginObject().text("type", walletOf(type)).text("rulebook", rulebook.id).key("contract");
  if (!account) {
    out.null().text("note", "The rulebook lists no contract of this kind on the asset.").endObject();
    return;
  }
  const AccountComparison& a = *account;
  out.text(rulebook.contracts()[a.contract].symbol);
  if (!(a.size > 0)) {
    out.text("note", "The trade is smaller than one contract.");
  } else if (type == ContractType::Us && a.notional != trade.notional) {
    out.text("note", "US contracts are whole: the notional is rounded down.");
  }
  out.number("size", a.size).number("notional", a.notional).key("collateral").beginObject();
  out.text("asset", rulebook.assets()[a.collateral.asset].name)
      .number("quantity", a.collateral.quantity)
      .endObject();
  out.number("marginNeeded", a.marginNeeded).boolean("possible", a.possible);
  out.number("effectiveLeverage", a.effectiveLeverage).key("liquidation");
  writeLiquidation(out, rulebook.assets()[trade.asset].name, a.current, a.liquidation);
  writeOutcomes(out, a.outcomes);
  out.key("fees").beginObject().number("open", a.openFee).number("close", a.closeFee).endObject();
  out.number("fundingPerDay", a.fundingPerDay).number("largestPosition", a.largestPosition).endObject();
}

}  // namespace margin
