// SPDX-License-Identifier: MIT
#include "margin/rulebook.hpp"

#include <algorithm>
#include <utility>

namespace margin {
namespace {

template <class Names>
std::optional<std::size_t> find(const Names& names, std::string_view name) noexcept {
  const auto found = names.find(name);
  if (found == names.end()) return std::nullopt;
  return found->second;
}

}  // namespace

Rulebook::Rulebook() {
  Asset usd;
  usd.name = "USD";
  usd.kind = AssetKind::Fiat;
  usd.collateral = true;
  addAsset(std::move(usd));
}

std::optional<AssetIndex> Rulebook::findAsset(std::string_view name) const noexcept {
  return find(assetNames_, name);
}
std::optional<ScheduleIndex> Rulebook::findSchedule(std::string_view name) const noexcept {
  return find(scheduleNames_, name);
}
std::optional<ContractIndex> Rulebook::findContract(std::string_view symbol) const noexcept {
  return find(contractNames_, symbol);
}

bool Rulebook::addAsset(Asset asset) {
  if (!assetNames_.emplace(asset.name, assets_.size()).second) return false;
  assets_.push_back(std::move(asset));
  return true;
}

bool Rulebook::addSchedule(std::string name, MarginSchedule schedule) {
  if (!scheduleNames_.emplace(std::move(name), schedules_.size()).second) return false;
  schedules_.push_back(std::move(schedule));
  return true;
}

bool Rulebook::addContract(Contract contract) {
  if (!contractNames_.emplace(contract.symbol, contracts_.size()).second) return false;
  contracts_.push_back(std::move(contract));
  return true;
}

AssetIndex Rulebook::underlying(std::string_view name) {
  if (const auto known = findAsset(name)) return *known;
  Asset asset;
  asset.name = name;
  asset.kind = defaultKind(name);
  addAsset(std::move(asset));
  return assets_.size() - 1;
}

const Assumption* Rulebook::marginAssumption(ContractIndex contract) const noexcept {
  if (!contracts_[contract].assumed) return nullptr;
  const Assumption* others = nullptr;
  for (const Assumption& each : assumptions) {
    const auto& named = each.contracts;
    if (std::find(named.begin(), named.end(), contract) != named.end()) return &each;
    if (each.otherContracts) others = &each;
  }
  return others;
}

const Assumption* Rulebook::haircutAssumption(AssetIndex asset) const noexcept {
  constexpr std::string_view kHaircut = "haircut ";
  if (!assets_[asset].assumed) return nullptr;
  for (const Assumption& each : assumptions) {
    const std::string_view subject = each.subject;
    if (subject.substr(0, kHaircut.size()) == kHaircut &&
        subject.substr(kHaircut.size()) == assets_[asset].name)
      return &each;
  }
  return nullptr;
}

const MarginSchedule& Rulebook::schedule(const Contract& contract, Client client) const noexcept {
  const bool retail = client == Client::Retail && contract.retailSchedule;
  return schedules_[retail ? *contract.retailSchedule : contract.schedule];
}

FeeTier Rulebook::feeTier(double volume30d) const noexcept {
  FeeTier applies;
  for (const FeeTier& tier : fees) {
    if (tier.from <= volume30d) applies = tier;
  }
  return applies;
}

}  // namespace margin
