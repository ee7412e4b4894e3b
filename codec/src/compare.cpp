// SPDX-License-Identifier: MIT
#include <memory>
#include <optional>
#include <utility>

#include "comparison_writer.hpp"
#include "document.hpp"
#include "margin/chicago.hpp"
#include "margin/codec.hpp"
#include "margin/comparison.hpp"
#include "reader.hpp"
#include "report_writer.hpp"
#include "rulebook_reader.hpp"
#include "terms_reader.hpp"

namespace margin {
namespace {

/// A trade document, checked.
struct TradeDocument {
  std::string_view asset;
  Trade trade;
  double price = 1;
  double fundingRate = 0;
  double volume30d = 0;
  Client client = Client::Professional;
  std::optional<Policy> policy;
  std::optional<Instant> asOf;
  std::shared_ptr<const Rulebook> rulebook;
  std::shared_ptr<const Rulebook> usRulebook;
};

TradeDocument readTrade(const Value& value, Refusals& refusals) {
  TradeDocument document;
  ObjectReader reader(value, Place(), refusals, "a trade");
  reader.requireWord<int>("format", {{"margin-trade/1", 1}});
  document.asset = reader.requireName("asset", "the name of an asset").value_or("");
  document.trade.side =
      reader.requireWord<Side>("side", {{"long", Side::Long}, {"short", Side::Short}}).value_or(Side::Long);
  document.trade.notional = reader.requireNumber("notional", kPositive).value_or(1);
  document.trade.collateral = reader.requireNumber("collateral", kPositive).value_or(1);
  document.price = reader.requireNumber("price", kPositive).value_or(1);
  document.fundingRate = reader.number("fundingRate", kFundingRate).value_or(0);
  document.volume30d = reader.number("volume30d", kNotNegative).value_or(0);
  document.client = readClient(reader);
  document.rulebook = rulebookOf(reader, "rulebook", "kraken-global");
  document.usRulebook = rulebookOf(reader, "usRulebook", "kraken-us");
  if (const Value* policy = reader.find("policy")) {
    const Policy defaults = document.rulebook ? document.rulebook->policy : Policy();
    document.policy = readPolicy(*policy, reader.at("policy"), refusals, defaults);
  }
  document.asOf = readClock(reader);
  if (!reader.find("asOf")) {
    refusals.add(ErrorCode::Missing, reader.at("asOf"),
                 "Missing: the moment by which the US account is told.");
  } else if (document.asOf && !chicagoRange().holds(*document.asOf)) {
    refusals.add(ErrorCode::OutOfRange, reader.at("asOf"),
                 "Chicago's clock, by which the US account is told, is not known at this moment.");
  }
  reader.finish();
  if (document.rulebook && document.usRulebook && !document.rulebook->findAsset(document.asset) &&
      !document.usRulebook->findAsset(document.asset)) {
    refusals.add(ErrorCode::Unknown, reader.at("asset"), "Neither rulebook knows this asset.");
  }
  return document;
}

/// The trade in one kind of account.
TradeInAccount inAccount(const TradeDocument& document, ContractType type) {
  const bool us = type == ContractType::Us;
  TradeInAccount result{type, us ? document.usRulebook : document.rulebook, document.trade, std::nullopt};
  const Rulebook& rulebook = *result.rulebook;
  const auto asset = rulebook.findAsset(document.asset);
  if (!asset) return result;
  result.trade.asset = *asset;
  Market market;
  market.indexPrice.assign(rulebook.assets().size(), 1);
  market.indexPrice[*asset] = document.price;
  market.markPrice.assign(rulebook.contracts().size(), document.price);
  market.lastPrice.resize(rulebook.contracts().size());
  for (const Contract& contract : rulebook.contracts()) {
    market.fundingRate.push_back(contract.perpetual ? document.fundingRate : 0);
  }
  const FeeTier fees = rulebook.feeTier(document.volume30d);
  const Policy policy = us || !document.policy ? rulebook.policy : *document.policy;
  const Terms terms{rulebook, policy, document.client, fees.taker, market, fees.maker, document.asOf};
  result.account = compare(result.trade, type, terms);
  return result;
}

}  // namespace

TradeComparison compareTrade(std::string_view tradeJson) {
  Document document;
  parse(tradeJson, document);
  Refusals refusals;
  refusals.take(std::move(document.errors));
  TradeDocument trade;
  if (document.complete) trade = readTrade(document.root, refusals);
  TradeComparison comparison;
  comparison.errors = refusals.take();
  if (!comparison.errors.empty()) return comparison;
  for (const ContractType type : {ContractType::Linear, ContractType::Inverse, ContractType::Us}) {
    comparison.accounts.push_back(inAccount(trade, type));
  }
  return comparison;
}

std::string compare(std::string_view tradeJson) {
  const TradeComparison comparison = compareTrade(tradeJson);
  JsonWriter out;
  if (comparison.errors.empty()) {
    writeComparison(out, comparison);
  } else {
    writeErrors(out, comparison.errors);
  }
  return out.take();
}

}  // namespace margin
