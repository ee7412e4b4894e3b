// SPDX-License-Identifier: MIT
#include "margin/equity_protection.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "assumption_writer.hpp"
#include "json_writer.hpp"
#include "liquidation_writer.hpp"
#include "margin/codec.hpp"
#include "margin/words.hpp"

namespace margin {
namespace {

std::string_view word(ProtectionKind kind) noexcept {
  switch (kind) {
    case ProtectionKind::PartialLiquidation:
      return "partial-liquidation";
    case ProtectionKind::FullLiquidation:
      return "full-liquidation";
    case ProtectionKind::Assignment:
      return "assignment";
    case ProtectionKind::CoveredLiquidation:
      return "covered-liquidation";
    case ProtectionKind::Unwind:
      return "unwind";
    case ProtectionKind::ForcedClose:
      return "forced-close";
  }
  return "full-liquidation";
}

/// The index price at a trigger, of a wallet whose amounts are in a coin.
using CoinPrice = std::optional<double>;

/// An amount in a coin as dollars; of a wallet in dollars nothing is added.
void writeInUsd(JsonWriter& out, std::string_view name, std::optional<double> amount, CoinPrice price) {
  if (!price) return;
  out.number(name, amount ? std::optional<double>(*amount * *price) : std::nullopt);
}

void writeStep(JsonWriter& out, const Rulebook& rulebook, const ProtectionStep& step, CoinPrice price) {
  out.beginObject().text("kind", word(step.kind)).key("orders").beginArray();
  for (const ClosingOrder& order : step.orders) {
    out.beginObject().text("contract", rulebook.contracts()[order.contract].symbol);
    out.text("side", word(order.side)).number("size", order.size).number("markPrice", order.markPrice);
    out.number("zeroEquityPrice", order.zeroEquityPrice).number("limitPrice", order.limitPrice);
    out.number("filled", order.filled).endObject();
  }
  out.endArray().number("fee", step.fee).number("marginEquity", step.marginEquity);
  out.number("maintenanceMargin", step.maintenanceMargin);
  writeInUsd(out, "marginEquityUsd", step.marginEquity, price);
  writeInUsd(out, "maintenanceMarginUsd", step.maintenanceMargin, price);
  out.boolean("ends", step.ends).endObject();
}

void writePool(JsonWriter& out, const Rulebook& rulebook, const PoolProtection& pool, bool inCoin) {
  const CoinPrice price = inCoin ? CoinPrice(pool.current * pool.trigger.ratio) : std::nullopt;
  out.beginObject().text(
      "pool", pool.isolated ? std::string_view(rulebook.contracts()[*pool.isolated].symbol) : "cross");
  out.text("factor", pool.factor ? std::string_view(rulebook.assets()[*pool.factor].name) : "market");
  out.key("trigger");
  writeBoundary(out, pool.trigger, pool.current);
  if (price) {
    out.key("triggerUsd").beginObject();
    writeInUsd(out, "marginEquity", pool.trigger.marginEquity, price);
    writeInUsd(out, "maintenanceMargin", pool.trigger.maintenanceMargin, price);
    out.endObject();
  }
  out.key("alerts").beginArray();
  for (const Alert& alert : pool.alerts) {
    out.beginObject().number("marginUsage", alert.marginUsage).number("price", pool.current * alert.ratio);
    out.number("move", alert.ratio - 1).endObject();
  }
  out.endArray().key("steps").beginArray();
  for (const ProtectionStep& step : pool.steps) writeStep(out, rulebook, step, price);
  out.endArray().key("remains").beginObject().number("atTrigger", pool.equityAtTrigger);
  out.number("atLimit", pool.equityAtLimit).number("portfolioValue", pool.portfolioValue);
  writeInUsd(out, "atTriggerUsd", pool.equityAtTrigger, price);
  writeInUsd(out, "atLimitUsd", pool.equityAtLimit, price);
  writeInUsd(out, "portfolioValueUsd", pool.portfolioValue, price);
  out.endObject().endObject();
}

}  // namespace

std::string equityProtection(std::string_view scenarioJson) {
  const Evaluation evaluation = evaluateScenario(scenarioJson);
  if (!evaluation.errors.empty()) return toJson(evaluation);
  const Scenario& scenario = evaluation.scenario;
  const Terms terms = termsOf(scenario);
  JsonWriter out;
  out.beginObject().text("format", "margin-equity-protection/1").key("wallets").beginArray();
  for (std::size_t i = 0; i < scenario.wallets.size(); ++i) {
    out.beginObject().boolean("marginCall", false).key("pools").beginArray();
    const bool inCoin = std::holds_alternative<SingleCollateralWallet>(scenario.wallets[i]);
    for (const PoolProtection& pool : equityProtection(scenario.wallets[i], terms)) {
      writePool(out, *scenario.rulebook, pool, inCoin);
    }
    out.endArray().key("untouched").beginArray();
    for (std::size_t other = 0; other < scenario.wallets.size(); ++other) {
      if (other != i) out.number(static_cast<double>(other));
    }
    out.endArray().key("assumptions").beginArray();
    for (const Assumption& each : protectionAssumptions(scenario, scenario.wallets[i])) {
      writeAssumption(out, each);
    }
    out.endArray().endObject();
  }
  out.endArray().endObject();
  return out.take();
}

}  // namespace margin
