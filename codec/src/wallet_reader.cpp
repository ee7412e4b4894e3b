// SPDX-License-Identifier: MIT
#include "wallet_reader.hpp"

#include <string>
#include <utility>
#include <vector>

namespace margin {
namespace {

constexpr std::string_view kWalletsAre = "a list of wallets";

/// Reads wallets and what they refer to. Without a rulebook (it was refused) only forms are checked.
class WalletsReader {
 public:
  WalletsReader(ObjectReader& reader, Scenario& scenario, const GivenPrices& given)
      : reader_(reader), refusals_(reader.refusals()), scenario_(scenario), given_(given) {
    if (scenario_.rulebook) {
      priceMissing_.resize(scenario_.rulebook->assets().size());
      heldIn_.resize(scenario_.rulebook->contracts().size());
    }
  }

  void read(const Value& value, const Place& place, std::size_t index) {
    wallet_ = index + 1;
    enum class Type { MultiCollateral, SingleCollateral, UsFutures };
    ObjectReader reader(value, place, refusals_, "a multi-collateral wallet");
    const auto type = reader.requireWord<Type>("type", {{"multi-collateral", Type::MultiCollateral},
                                                        {"single-collateral", Type::SingleCollateral},
                                                        {"us-futures", Type::UsFutures}});
    if (type && *type != Type::MultiCollateral) {
      refusals_.add(ErrorCode::Unsupported, reader.at("type"),
                    "This version computes wallets of type \"multi-collateral\" only.");
      return;
    }
    MultiCollateralWallet wallet;
    readProfitCurrency(reader, wallet);
    readList(reader, "collateral", "a list of holdings",
             [&](const Value& item, const Place& at) { wallet.collateral.push_back(readHolding(item, at)); });
    readList(reader, "positions", "a list of positions",
             [&](const Value& item, const Place& at) { wallet.positions.push_back(readPosition(item, at)); });
    refuseOrders(reader);
    reader.finish();
    scenario_.wallets.push_back(std::move(wallet));
  }

 private:
  template <class Read>
  void readList(ObjectReader& reader, std::string_view key, std::string_view what, Read read) {
    const Value* value = reader.find(key);
    const Place place = reader.at(key);
    if (!value || !isArray(*value, place, what, refusals_)) return;
    for (std::size_t i = 0; i < value->items.size(); ++i) read(value->items[i], Place(place, i));
  }

  /// An asset that can be posted as collateral or be paid in.
  std::optional<AssetIndex> collateralAsset(std::optional<std::string_view> name, const Place& place) {
    if (!name || !scenario_.rulebook) return std::nullopt;
    const auto asset = scenario_.rulebook->findAsset(*name);
    if (asset && scenario_.rulebook->assets()[*asset].collateral) return asset;
    refusals_.add(ErrorCode::Unknown, place,
                  {"\"", *name, "\" is not a collateral asset of rulebook ", scenario_.rulebook->id, "."});
    return std::nullopt;
  }

  void readProfitCurrency(ObjectReader& reader, MultiCollateralWallet& wallet) {
    const auto name = reader.name("profitCurrency");
    wallet.profitCurrency = collateralAsset(name, reader.at("profitCurrency")).value_or(kUsd);
  }

  Holding readHolding(const Value& value, const Place& place) {
    ObjectReader reader(value, place, refusals_, "a holding");
    const auto name = reader.requireName("asset", "the name of an asset");
    // Only a wallet's dollars can be owed.
    const auto quantity = reader.requireNumber("quantity", name == "USD" ? kAnyAmount : kNotNegative);
    reader.finish();
    const auto asset = collateralAsset(name, reader.at("asset"));
    if (asset) requirePrice(*asset, place);
    return {asset.value_or(kUsd), quantity.value_or(0)};
  }

  Position readPosition(const Value& value, const Place& place) {
    Position position;
    ObjectReader reader(value, place, refusals_, "a position");
    const auto symbol = reader.requireName("contract", "the symbol of a contract");
    position.side =
        reader.requireWord<Side>("side", {{"long", Side::Long}, {"short", Side::Short}}).value_or(Side::Long);
    position.size = reader.requireNumber("size", kPositive).value_or(1);
    position.entryPrice = reader.requireNumber("entryPrice", kPositive).value_or(1);
    readMargin(reader, position);
    position.unrealizedFunding = reader.number("unrealizedFunding", kAnyAmount).value_or(0);
    reader.finish();
    if (symbol) readContract(*symbol, reader, position);
    return position;
  }

  void readMargin(ObjectReader& reader, Position& position) {
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

  void readContract(std::string_view symbol, const ObjectReader& reader, Position& position) {
    if (!scenario_.rulebook) return;
    const Place place = reader.at("contract");
    const auto contract = scenario_.rulebook->findContract(symbol);
    if (!contract) {
      refusals_.add(ErrorCode::Unknown, place,
                    {"\"", symbol, "\" is not a contract of rulebook ", scenario_.rulebook->id, "."});
      return;
    }
    const Contract& terms = scenario_.rulebook->contracts()[*contract];
    if (terms.type != ContractType::Linear) {
      refusals_.add(ErrorCode::Inconsistent, place,
                    {"A multi-collateral wallet holds linear contracts; ", terms.symbol, " is not one."});
      return;
    }
    if (heldIn_[*contract] == wallet_) {
      refusals_.add(ErrorCode::Inconsistent, place,
                    {"The wallet has another position on ", terms.symbol,
                     "; a venue holds one net position a contract."});
    }
    heldIn_[*contract] = wallet_;
    position.contract = *contract;
    requirePrice(terms.underlying, reader.place());
    double& mark = scenario_.market.markPrice[*contract];
    if (mark == 0) mark = scenario_.market.indexPrice[terms.underlying];
  }

  /// Refuses once for each asset that is used and not priced.
  void requirePrice(AssetIndex asset, const Place& usedAt) {
    // A price that was given and refused has been reported already.
    if (given_.prices[asset] || priceMissing_[asset]) return;
    priceMissing_[asset] = true;
    const Place prices = reader_.at("prices");
    const Place place(prices, scenario_.rulebook->assets()[asset].name);
    refusals_.add(ErrorCode::Missing, place,
                  {"Missing: the index price in USD, needed at ", usedAt.pointer(), "."});
  }

  void refuseOrders(ObjectReader& reader) {
    const Value* orders = reader.find("orders");
    const Place place = reader.at("orders");
    if (!orders || !isArray(*orders, place, "a list of orders", refusals_) || orders->items.empty()) return;
    refusals_.add(ErrorCode::Unsupported, place, "Orders are not computed by this version; leave them out.");
  }

  ObjectReader& reader_;
  Refusals& refusals_;
  Scenario& scenario_;
  const GivenPrices& given_;
  std::size_t wallet_ = 0;           // 1-based, of the wallet being read
  std::vector<char> priceMissing_;   // by AssetIndex: reported
  std::vector<std::size_t> heldIn_;  // by ContractIndex: the last wallet with a position on it
};

}  // namespace

void readWallets(ObjectReader& scenarioReader, Scenario& scenario, const GivenPrices& given) {
  const Value* wallets = scenarioReader.require("wallets", kWalletsAre);
  const Place place = scenarioReader.at("wallets");
  if (!wallets || !isArray(*wallets, place, kWalletsAre, scenarioReader.refusals())) return;
  WalletsReader reader(scenarioReader, scenario, given);
  for (std::size_t i = 0; i < wallets->items.size(); ++i) {
    reader.read(wallets->items[i], Place(place, i), i);
  }
}

}  // namespace margin
