// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "margin/asset.hpp"
#include "margin/contract.hpp"
#include "margin/policy.hpp"
#include "margin/schedule.hpp"
#include "margin/venue_rules.hpp"

namespace margin {

/// Trading fees from a 30-day volume on.
struct FeeTier {
  double from = 0;   ///< USD traded in 30 days, inclusive.
  double maker = 0;  ///< Fraction of notional.
  double taker = 0;  ///< Fraction of notional.
};

/// What is not published, and what is taken in its stead.
struct Assumption {
  std::string subject;
  std::string value;
  std::string reason;
  std::vector<ContractIndex> contracts;  ///< Whose margins it is about.
  bool otherContracts = false;           ///< It is about those of all assumed contracts that no other names.
};

/// A venue's rules as dated data. Asset 0 is always USD, with no haircut and no fee.
class Rulebook {
 public:
  Rulebook();

  std::string id;
  std::string title;
  std::string effective;  ///< ISO 8601 date from which the rules hold.
  Policy policy;          ///< The rulebook's own defaults.
  std::vector<FeeTier> fees;
  std::optional<MarkPriceRules> markPrice;  ///< nullopt: marks are not checked.
  FundingRules funding;
  std::optional<InterestRules> interest;  ///< nullopt: none is told.
  ConversionRules conversion;
  EquityProtectionRules equityProtection;
  UsFuturesRules usFutures;
  std::vector<Assumption> assumptions;

  const std::vector<Asset>& assets() const noexcept { return assets_; }
  const std::vector<MarginSchedule>& schedules() const noexcept { return schedules_; }
  const std::vector<Contract>& contracts() const noexcept { return contracts_; }

  std::optional<AssetIndex> findAsset(std::string_view name) const noexcept;
  std::optional<ScheduleIndex> findSchedule(std::string_view name) const noexcept;
  std::optional<ContractIndex> findContract(std::string_view symbol) const noexcept;

  /// Add to the tables. False, and nothing is added, where the name is taken.
  bool addAsset(Asset asset);
  bool addSchedule(std::string name, MarginSchedule schedule);
  bool addContract(Contract contract);

  /// Another haircut for an asset, 0 to 1.
  void setHaircut(AssetIndex asset, double haircut) noexcept { assets_[asset].haircut = haircut; }

  /// Index of the asset of this name, added as a mere underlying of its default kind where it is new.
  AssetIndex underlying(std::string_view name);

  /// Why the margins of an assumed contract are what they are; nullptr where nothing is said of them.
  const Assumption* marginAssumption(ContractIndex contract) const noexcept;
  /// Why an assumed haircut is what it is: the assumption whose subject is "haircut" and the asset's name.
  const Assumption* haircutAssumption(AssetIndex asset) const noexcept;

  /// The schedule that applies to a contract for a kind of client.
  const MarginSchedule& schedule(const Contract& contract, Client client) const noexcept;

  /// The fee tier of a 30-day volume (USD, >= 0); no fees without a fee table.
  FeeTier feeTier(double volume30d) const noexcept;

 private:
  using Names = std::map<std::string, std::size_t, std::less<>>;

  std::vector<Asset> assets_;
  std::vector<MarginSchedule> schedules_;
  std::vector<Contract> contracts_;
  Names assetNames_;
  Names scheduleNames_;
  Names contractNames_;
};

/// The asset in which margin is counted; its price is 1 by definition.
inline constexpr AssetIndex kUsd = 0;

}  // namespace margin
