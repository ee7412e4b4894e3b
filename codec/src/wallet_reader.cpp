// SPDX-License-Identifier: MIT
#include "wallet_reader.hpp"

#include <utility>

#include "order_reader.hpp"
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
  wallet.orders = readOrders(reader, parts, ContractType::Linear, wallet.positions);
  // Where something may gain, the gain is converted.
  if (profitCurrency && !(wallet.positions.empty() && wallet.orders.empty())) {
    parts.requirePrice(wallet.profitCurrency, reader.at("profitCurrency"));
  }
  wallet.transfers = readTransfers(reader, parts, std::nullopt);
  return wallet;
}

/// A contract that is written on another coin than the wallet's is refused.
void requireCoin(ContractIndex index, AssetIndex coin, const Place& at, WalletParts& parts) {
  const Rulebook& rulebook = *parts.scenario().rulebook;
  if (rulebook.contracts().empty()) return;
  const Contract& contract = rulebook.contracts()[index];
  if (contract.type != ContractType::Inverse || contract.underlying == coin) return;
  parts.refusals().add(ErrorCode::Inconsistent, Place(at, "contract"),
                       {contract.symbol, " is margined in ", rulebook.assets()[contract.underlying].name,
                        "; it belongs to the wallet of that coin."});
}

Position readInversePosition(const Value& value, const Place& place, WalletParts& parts,
                             std::optional<AssetIndex> coin) {
  ObjectReader reader(value, place, parts.refusals(), "a position");
  Position position = parts.position(reader, ContractType::Inverse);
  const auto margin =
      reader.word<MarginMode>("margin", {{"cross", MarginMode::Cross}, {"isolated", MarginMode::Isolated}});
  if (margin == MarginMode::Isolated) {
    parts.refusals().add(ErrorCode::Inconsistent, reader.at("margin"),
                         "Single-collateral wallets know cross margin alone: the wallet itself is isolated.");
  }
  position.unrealizedFunding = reader.number("unrealizedFunding", kAnyAmount).value_or(0);
  reader.finish();
  if (coin) requireCoin(position.contract, *coin, place, parts);
  return position;
}

SingleCollateralWallet readSingleCollateral(ObjectReader& reader, WalletParts& parts) {
  SingleCollateralWallet wallet;
  const auto name = reader.requireName("asset", "the coin that the wallet holds");
  const auto coin = parts.asset(name, reader.at("asset"));
  if (coin == kUsd) {
    parts.refusals().add(ErrorCode::Inconsistent, reader.at("asset"),
                         "A single-collateral wallet holds a coin, not USD.");
  } else if (coin) {
    parts.requirePrice(*coin, reader.place());
  }
  wallet.asset = coin.value_or(kUsd);
  wallet.balance = reader.requireNumber("balance", kNotNegative).value_or(0);
  parts.list(reader, "positions", "a list of positions", [&](const Value& item, const Place& at) {
    wallet.positions.push_back(readInversePosition(item, at, parts, coin));
  });
  wallet.orders = readOrders(reader, parts, ContractType::Inverse, wallet.positions);
  const Place orders = reader.at("orders");
  for (std::size_t i = 0; coin && i < wallet.orders.size(); ++i) {
    requireCoin(wallet.orders[i].contract, *coin, Place(orders, i), parts);
  }
  wallet.transfers = readTransfers(reader, parts, coin);
  return wallet;
}

void readWallet(const Value& value, const Place& place, WalletParts& parts) {
  enum class Type { MultiCollateral, SingleCollateral, UsFutures };
  ObjectReader reader(value, place, parts.refusals(), "a wallet");
  parts.beginWallet();
  const auto type = reader.requireWord<Type>("type", {{"multi-collateral", Type::MultiCollateral},
                                                      {"single-collateral", Type::SingleCollateral},
                                                      {"us-futures", Type::UsFutures}});
  if (reader.find("type") && !type) return;  // which fields belong to it cannot be told
  std::vector<Wallet>& wallets = parts.scenario().wallets;
  switch (type.value_or(Type::MultiCollateral)) {
    case Type::MultiCollateral:
      wallets.emplace_back(readMultiCollateral(reader, parts));
      break;
    case Type::SingleCollateral:
      wallets.emplace_back(readSingleCollateral(reader, parts));
      break;
    case Type::UsFutures:
      wallets.emplace_back(readUsFutures(reader, parts));
      break;
  }
  reader.finish();
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
