// SPDX-License-Identifier: MIT
#include "wallet_reader.hpp"

#include <utility>

#include "us_wallet_reader.hpp"
#include "wallet_parts.hpp"

namespace margin {
namespace {

constexpr std::string_view kWalletsAre = "a list of wallets";

Holding readHolding(const Value& value, const Place& place, WalletParts& parts) {
  ObjectReader reader(value, place, parts.refusals(), "a holding");
  const auto name = reader.requireName("asset", "the name of an asset");
  // Only a wallet's dollars can be owed.
  const auto quantity = reader.requireNumber("quantity", name == "USD" ? kAnyAmount : kNotNegative);
  reader.finish();
  const auto asset = parts.collateralAsset(name, reader.at("asset"));
  if (asset) parts.requirePrice(*asset, place);
  return {asset.value_or(kUsd), quantity.value_or(0)};
}

Position readLinearPosition(const Value& value, const Place& place, WalletParts& parts) {
  ObjectReader reader(value, place, parts.refusals(), "a position");
  Position position = parts.position(reader, ContractType::Linear);
  parts.readMargin(reader, position);
  position.unrealizedFunding = reader.number("unrealizedFunding", kAnyAmount).value_or(0);
  reader.finish();
  return position;
}

MultiCollateralWallet readMultiCollateral(ObjectReader& reader, WalletParts& parts) {
  MultiCollateralWallet wallet;
  const auto profitCurrency = reader.name("profitCurrency");
  wallet.profitCurrency = parts.collateralAsset(profitCurrency, reader.at("profitCurrency")).value_or(kUsd);
  parts.list(reader, "collateral", "a list of holdings", [&](const Value& item, const Place& at) {
    wallet.collateral.push_back(readHolding(item, at, parts));
  });
  parts.list(reader, "positions", "a list of positions", [&](const Value& item, const Place& at) {
    wallet.positions.push_back(readLinearPosition(item, at, parts));
  });
  return wallet;
}

void readWallet(const Value& value, const Place& place, WalletParts& parts) {
  enum class Type { MultiCollateral, SingleCollateral, UsFutures };
  ObjectReader reader(value, place, parts.refusals(), "a wallet");
  parts.beginWallet();
  const auto type = reader.requireWord<Type>("type", {{"multi-collateral", Type::MultiCollateral},
                                                      {"single-collateral", Type::SingleCollateral},
                                                      {"us-futures", Type::UsFutures}});
  if (type == Type::UsFutures) {
    parts.scenario().wallets.push_back(readUsFutures(reader, parts));
    reader.finish();
    return;
  }
  if (type && *type != Type::MultiCollateral) {
    parts.refusals().add(ErrorCode::Unsupported, reader.at("type"),
                         "This version computes no wallets of type \"single-collateral\".");
    return;
  }
  MultiCollateralWallet wallet = readMultiCollateral(reader, parts);
  const Value* orders = reader.find("orders");
  const Place ordersPlace = reader.at("orders");
  if (orders && isArray(*orders, ordersPlace, "a list of orders", parts.refusals()) &&
      !orders->items.empty()) {
    parts.refusals().add(ErrorCode::Unsupported, ordersPlace,
                         "Orders are not computed by this version; leave them out.");
  }
  reader.finish();
  parts.scenario().wallets.push_back(std::move(wallet));
}

}  // namespace

void readWallets(ObjectReader& scenarioReader, Scenario& scenario, const GivenPrices& given) {
  const Value* wallets = scenarioReader.require("wallets", kWalletsAre);
  const Place place = scenarioReader.at("wallets");
  if (!wallets || !isArray(*wallets, place, kWalletsAre, scenarioReader.refusals())) return;
  WalletParts parts(scenarioReader, scenario, given);
  for (std::size_t i = 0; i < wallets->items.size(); ++i)
    readWallet(wallets->items[i], Place(place, i), parts);
}

}  // namespace margin
