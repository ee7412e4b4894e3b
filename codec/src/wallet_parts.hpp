// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "margin/codec.hpp"
#include "reader.hpp"
#include "wallet_reader.hpp"

namespace margin {

/// Most orders and most transfers previewed of one wallet: each is an evaluation of its own.
inline constexpr std::size_t kMaxPreviews = 100;

/// Reads what wallets of all types are made of, and what it refers to. Without a rulebook (it was refused)
/// only forms are checked.
class WalletParts {
 public:
  WalletParts(ObjectReader& scenarioReader, Scenario& scenario, const GivenPrices& given);

  Scenario& scenario() const noexcept { return scenario_; }
  Refusals& refusals() const noexcept { return refusals_; }

  /// Call before the parts of each wallet.
  void beginWallet() noexcept { ++wallet_; }

  /// Reads the items of an optional list.
  template <class Read>
  void list(ObjectReader& reader, std::string_view key, std::string_view what, Read read) {
    const Value* value = reader.find(key);
    const Place place = reader.at(key);
    if (!value || !isArray(*value, place, what, refusals_)) return;
    for (std::size_t i = 0; i < value->items.size(); ++i) read(value->items[i], Place(place, i));
  }

  /// An asset that can be posted as collateral or be paid in.
  std::optional<AssetIndex> collateralAsset(std::optional<std::string_view> name, const Place& place);
  /// Any asset of the rulebook.
  std::optional<AssetIndex> asset(std::optional<std::string_view> name, const Place& place);

  /// contract, side, size, entryPrice of a position; the rest of its fields is the caller's to read.
  Position position(ObjectReader& reader, ContractType type);
  /// The fields of a position that say how it is margined.
  void readMargin(ObjectReader& reader, Position& position);

  /// Refuses once where the scenario has no clock, or one outside the range in which Chicago's is known.
  void requireClock(const Place& usedAt);

  /// Refuses once for each asset that is used and not priced.
  void requirePrice(AssetIndex asset, const Place& usedAt);
  /// The contract of a position or an order, with its price and its mark.
  std::optional<ContractIndex> contract(std::string_view symbol, const ObjectReader& reader,
                                        ContractType type);

 private:
  ObjectReader& reader_;
  Refusals& refusals_;
  Scenario& scenario_;
  const GivenPrices& given_;
  bool clockAsked_ = false;
  std::size_t wallet_ = 0;           // 1-based, of the wallet being read
  std::vector<char> priceMissing_;   // by AssetIndex: reported
  std::vector<std::size_t> heldIn_;  // by ContractIndex: the last wallet with a position on it
};

}  // namespace margin
