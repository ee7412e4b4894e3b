// SPDX-License-Identifier: MIT
#include "wallet_parts.hpp"

#include "iso_time.hpp"
#include "margin/chicago.hpp"

namespace margin {
namespace {

/// "linear contracts", for the sentence that a wallet holds them.
std::string_view contractsOf(ContractType type) noexcept {
  switch (type) {
    case ContractType::Linear:
      return "A multi-collateral wallet holds linear contracts; ";
    case ContractType::Inverse:
      return "A single-collateral wallet holds inverse contracts; ";
    case ContractType::Us:
      return "A US wallet holds contracts of type us; ";
  }
  return "";
}

}  // namespace

WalletParts::WalletParts(ObjectReader& scenarioReader, Scenario& scenario, const GivenPrices& given)
    : reader_(scenarioReader), refusals_(scenarioReader.refusals()), scenario_(scenario), given_(given) {
  if (!scenario_.rulebook) return;
  priceMissing_.resize(scenario_.rulebook->assets().size());
  heldIn_.resize(scenario_.rulebook->contracts().size());
}

std::optional<AssetIndex> WalletParts::collateralAsset(std::optional<std::string_view> name,
                                                       const Place& place) {
  if (!name || !scenario_.rulebook) return std::nullopt;
  const auto found = scenario_.rulebook->findAsset(*name);
  if (found && scenario_.rulebook->assets()[*found].collateral) return found;
  refusals_.add(ErrorCode::Unknown, place,
                {"\"", *name, "\" is not a collateral asset of rulebook ", scenario_.rulebook->id, "."});
  return std::nullopt;
}

std::optional<AssetIndex> WalletParts::asset(std::optional<std::string_view> name, const Place& place) {
  if (!name || !scenario_.rulebook) return std::nullopt;
  const auto found = scenario_.rulebook->findAsset(*name);
  if (found) return found;
  refusals_.add(ErrorCode::Unknown, place,
                {"\"", *name, "\" is not an asset of rulebook ", scenario_.rulebook->id, "."});
  return std::nullopt;
}

Position WalletParts::position(ObjectReader& reader, ContractType type) {
  Position position;
  const auto symbol = reader.requireName("contract", "the symbol of a contract");
  position.side =
      reader.requireWord<Side>("side", {{"long", Side::Long}, {"short", Side::Short}}).value_or(Side::Long);
  position.size = reader.requireNumber("size", kPositive).value_or(1);
  position.entryPrice = reader.requireNumber("entryPrice", kPositive).value_or(1);
  if (!symbol) return position;
  const auto found = contract(*symbol, reader, type);
  if (!found) return position;
  position.contract = *found;
  if (heldIn_[*found] == wallet_) {
    refusals_.add(
        ErrorCode::Inconsistent, reader.at("contract"),
        {"The wallet has another position on ", *symbol, "; a venue holds one net position a contract."});
  }
  heldIn_[*found] = wallet_;
  return position;
}

void WalletParts::readMargin(ObjectReader& reader, Position& position) {
  const auto margin =
      reader.word<MarginMode>("margin", {{"cross", MarginMode::Cross}, {"isolated", MarginMode::Isolated}});
  const bool byMargin = reader.find("isolatedMargin");
  const auto isolatedMargin = reader.number("isolatedMargin", kPositive);
  const bool byLeverage = reader.find("maxLeverage");
  const auto maxLeverage = reader.number("maxLeverage", kPositive);
  const bool refused = reader.find("margin") && !margin;
  if (refused) return;  // which of the two belongs to it cannot be told
  position.margin = margin.value_or(MarginMode::Cross);
  position.isolatedBy = byMargin ? IsolatedBy::Margin : IsolatedBy::MaxLeverage;
  position.isolatedMargin = isolatedMargin.value_or(1);
  position.maxLeverage = maxLeverage.value_or(1);
  if (position.margin == MarginMode::Isolated) {
    if (byMargin && byLeverage) {
      refusals_.add(ErrorCode::Inconsistent, reader.at("maxLeverage"),
                    "An isolated position takes isolatedMargin or maxLeverage, not both.");
    } else if (!byMargin && !byLeverage) {
      refusals_.add(ErrorCode::Missing, reader.at("maxLeverage"),
                    "An isolated position needs maxLeverage, or isolatedMargin in its place.");
    }
    return;
  }
  constexpr std::string_view kOnlyIsolated = "Belongs to a position whose margin is \"isolated\".";
  if (byMargin) {
    refusals_.add(ErrorCode::Inconsistent, reader.at("isolatedMargin"), kOnlyIsolated);
  }
  if (byLeverage) {
    refusals_.add(ErrorCode::Inconsistent, reader.at("maxLeverage"), kOnlyIsolated);
  }
}

std::optional<ContractIndex> WalletParts::contract(std::string_view symbol, const ObjectReader& reader,
                                                   ContractType type) {
  if (!scenario_.rulebook) return std::nullopt;
  const Place place = reader.at("contract");
  const auto found = scenario_.rulebook->findContract(symbol);
  if (!found) {
    refusals_.add(ErrorCode::Unknown, place,
                  {"\"", symbol, "\" is not a contract of rulebook ", scenario_.rulebook->id, "."});
    return std::nullopt;
  }
  const Contract& terms = scenario_.rulebook->contracts()[*found];
  if (terms.type != type) {
    refusals_.add(ErrorCode::Inconsistent, place, {contractsOf(type), terms.symbol, " is not one."});
    return std::nullopt;
  }
  requirePrice(terms.underlying, reader.place());
  double& mark = scenario_.market.markPrice[*found];
  if (mark == 0) mark = scenario_.market.indexPrice[terms.underlying];
  return found;
}

void WalletParts::requireClock(const Place& usedAt) {
  // A moment that was given and refused has been reported already.
  const bool reported = clockAsked_ || (reader_.find("asOf") && !scenario_.asOf);
  clockAsked_ = true;
  if (reported) return;
  const Place asOf = reader_.at("asOf");
  const ClockRange range = chicagoRange();
  if (!scenario_.asOf) {
    refusals_.add(ErrorCode::Missing, asOf,
                  {"Missing: the moment that the scenario is for, needed at ", usedAt.pointer(), "."});
  } else if (!range.holds(*scenario_.asOf)) {
    refusals_.add(ErrorCode::OutOfRange, asOf,
                  {"Chicago's clock, by which ", usedAt.pointer(), " is margined, is known from ",
                   isoTime(range.from, 0), " to before ", isoTime(range.until, 0), "."});
  }
}

void WalletParts::requirePrice(AssetIndex asset, const Place& usedAt) {
  // A price that was given and refused has been reported already.
  if (given_.prices[asset] || priceMissing_[asset]) return;
  priceMissing_[asset] = true;
  const Place prices = reader_.at("prices");
  const Place place(prices, scenario_.rulebook->assets()[asset].name);
  refusals_.add(ErrorCode::Missing, place,
                {"Missing: the index price in USD, needed at ", usedAt.pointer(), "."});
}

}  // namespace margin
