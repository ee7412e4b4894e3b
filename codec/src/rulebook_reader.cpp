// SPDX-License-Identifier: MIT
#include "rulebook_reader.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dates.hpp"

namespace margin {
namespace {

void readAsset(Rulebook& rulebook, const Member& member, const Place& place, Refusals& refusals) {
  Asset asset;
  asset.name = member.key;
  asset.collateral = true;
  ObjectReader reader(member.value, place, refusals, "an asset");
  const auto haircut = reader.requireNumber("haircut", kFraction);
  const auto conversionFee = reader.number("conversionFee", kFractionBelowOne);
  const auto kind = reader.word<AssetKind>("kind", {{"crypto", AssetKind::Crypto},
                                                    {"stable", AssetKind::Stable},
                                                    {"fiat", AssetKind::Fiat},
                                                    {"other", AssetKind::Other}});
  const auto stable = reader.boolean("stable");
  asset.assumed = reader.boolean("assumed").value_or(false);
  reader.finish();
  asset.haircut = haircut.value_or(0);
  asset.conversionFee = conversionFee.value_or(0);
  asset.kind = kind.value_or(stable.value_or(false) ? AssetKind::Stable : defaultKind(asset.name));
  if (stable && kind && *stable != (*kind == AssetKind::Stable)) {
    refusals.add(ErrorCode::Inconsistent, reader.at("stable"), "Contradicts kind; give kind alone.");
  }
  if (asset.name.empty()) {
    refusals.add(ErrorCode::OutOfRange, place, "The name of an asset must not be empty.");
  } else if (asset.name == "USD") {
    // USD is the measure itself and always there: it may be listed, but only as what it is.
    if (asset.kind != AssetKind::Fiat || asset.assumed) {
      refusals.add(ErrorCode::Inconsistent, place, "USD is fiat and nothing about it is assumed.");
    }
    if (asset.haircut != 0) {
      refusals.add(ErrorCode::OutOfRange, reader.at("haircut"), "The haircut of USD must be 0.");
    }
    if (asset.conversionFee != 0) {
      refusals.add(ErrorCode::OutOfRange, reader.at("conversionFee"), "The conversion fee of USD must be 0.");
    }
  } else {
    rulebook.addAsset(std::move(asset));
  }
}

MarginLevel readLevel(const Value& value, const Place& place, Refusals& refusals) {
  ObjectReader reader(value, place, refusals, "a margin level");
  const auto from = reader.requireNumber("from", kNotNegative);
  const auto initial = reader.requireNumber("initial", kFraction);
  const auto maintenance = reader.requireNumber("maintenance", kFraction);
  reader.finish();
  return {from.value_or(0), initial.value_or(0), maintenance.value_or(0)};
}

void readSchedule(Rulebook& rulebook, const Member& member, const Place& place, Refusals& refusals) {
  if (!isArray(member.value, place, "a list of margin levels", refusals)) return;
  const std::size_t before = refusals.count();
  std::vector<MarginLevel> levels;
  for (std::size_t i = 0; i < member.value.items.size(); ++i) {
    levels.push_back(readLevel(member.value.items[i], Place(place, i), refusals));
  }
  if (refusals.count() != before) return;
  for (const Error& error : MarginSchedule::refusals(levels)) refusals.add(place, error);
  if (refusals.count() != before) return;
  rulebook.addSchedule(std::string(member.key), *MarginSchedule::make(std::move(levels)));
}

/// The names of the schedules that a rulebook gives, those that were refused among them.
using ScheduleNames = std::set<std::string_view>;

/// The schedule a contract names; refused where the rulebook has none of this name.
std::optional<ScheduleIndex> scheduleOf(std::optional<std::string_view> name, const Rulebook& rulebook,
                                        const Place& place, const ScheduleNames& given, Refusals& refusals) {
  if (!name) return std::nullopt;
  if (const auto found = rulebook.findSchedule(*name)) return found;
  // A schedule that was refused itself has been reported already.
  if (given.count(*name) == 0) {
    refusals.add(ErrorCode::Unknown, place, {"\"", *name, "\" is not a schedule of marginSchedules."});
  }
  return std::nullopt;
}

/// When a dated contract settles: at a moment, or at 08:00 UTC of a day.
std::optional<Instant> expires(std::string_view expiry) {
  constexpr Instant kSettlement = 8 * kSecondsPerHour;
  if (const auto day = startOfDay(expiry)) return *day + kSettlement;
  return instant(expiry);
}

void readContract(Rulebook& rulebook, const Value& value, const Place& place, const ScheduleNames& schedules,
                  Refusals& refusals) {
  Contract contract;
  ObjectReader reader(value, place, refusals, "a contract");
  const auto symbol = reader.requireName("symbol", "the contract's symbol");
  enum class Type { Linear, Inverse, Us };
  const auto type = reader.requireWord<Type>(
      "type", {{"linear", Type::Linear}, {"inverse", Type::Inverse}, {"us", Type::Us}});
  if (type == Type::Us) {
    refusals.add(ErrorCode::Unsupported, reader.at("type"),
                 "US contracts are not computed by this version; leave them out.");
    return;
  }
  const auto underlying = reader.requireName("underlying", "the name of an asset");
  const auto schedule = reader.requireName("schedule", "the name of a schedule of marginSchedules");
  const auto retailSchedule = reader.name("retailSchedule");
  const auto perpetual = reader.boolean("perpetual");
  const auto expiry = reader.text("expiry");
  contract.contractSize = reader.number("contractSize", kPositive).value_or(1);
  contract.tick = reader.number("tick", kPositive);
  contract.lot = reader.number("lot", kPositive);
  contract.maxPosition = reader.number("maxPosition", kPositive);
  contract.fundingCoefficient = reader.number("fundingCoefficient", kPositive);
  contract.maxFundingRate = reader.number("maxFundingRate", kFraction);
  contract.assumed = reader.boolean("assumed").value_or(false);
  reader.finish();

  contract.type = type == Type::Inverse ? ContractType::Inverse : ContractType::Linear;
  contract.schedule = scheduleOf(schedule, rulebook, reader.at("schedule"), schedules, refusals).value_or(0);
  contract.retailSchedule =
      scheduleOf(retailSchedule, rulebook, reader.at("retailSchedule"), schedules, refusals);
  if (expiry) contract.expires = expires(*expiry);
  if (expiry && !contract.expires) {
    refusals.add(ErrorCode::Malformed, reader.at("expiry"),
                 "Must be a date such as 2026-12-25 or a moment such as 2026-12-25T08:00:00Z.");
  }
  if (expiry) contract.expiry = std::string(*expiry);
  contract.perpetual = perpetual.value_or(!expiry);
  if (expiry && contract.perpetual) {
    refusals.add(ErrorCode::Inconsistent, reader.at("perpetual"), "A perpetual contract has no expiry.");
  }
  if (underlying == "USD") {
    refusals.add(ErrorCode::Inconsistent, reader.at("underlying"),
                 "The underlying must be something priced in USD, not USD itself.");
  } else if (underlying) {
    contract.underlying = rulebook.underlying(*underlying);
  }
  if (!symbol) return;
  contract.symbol = *symbol;
  if (!rulebook.addContract(std::move(contract))) {
    refusals.add(ErrorCode::Duplicate, reader.at("symbol"),
                 {"The contract \"", *symbol, "\" is listed twice; list it once."});
  }
}

std::optional<FeeTier> readFeeTier(const Value& value, const Place& place, Refusals& refusals) {
  // A maker fee may be a rebate.
  constexpr Range kMaker{-1, 1, true, true, "a fraction between -1 and 1 (0.0002 is 0.02 %)"};
  ObjectReader reader(value, place, refusals, "a fee tier");
  const auto from = reader.requireNumber("from", kNotNegative);
  const auto maker = reader.requireNumber("maker", kMaker);
  const auto taker = reader.requireNumber("taker", kFractionBelowOne);
  reader.finish();
  if (!from || !maker || !taker) return std::nullopt;
  return FeeTier{*from, *maker, *taker};
}

void readFees(Rulebook& rulebook, const Value& value, const Place& place, Refusals& refusals) {
  if (!isArray(value, place, "a list of fee tiers", refusals)) return;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const Place at(place, i);
    const std::optional<FeeTier> tier = readFeeTier(value.items[i], at, refusals);
    if (!tier) return;  // what follows cannot be compared
    const bool ascends = i == 0 ? tier->from == 0 : tier->from > rulebook.fees.back().from;
    if (!ascends) {
      refusals.add(ErrorCode::Inconsistent, Place(at, "from"),
                   "Fee tiers must start from 0 and each above the one before.");
    }
    rulebook.fees.push_back(*tier);
  }
}

/// Sources and assumptions are read by people alone; here only their form is held.
void checkRecords(ObjectReader& rulebook, std::string_view key, std::string_view what,
                  std::initializer_list<std::string_view> fields) {
  const Value* value = rulebook.find(key);
  const Place place = rulebook.at(key);
  if (!value || !isArray(*value, place, "a list", rulebook.refusals())) return;
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    const Place at(place, i);
    ObjectReader record(value->items[i], at, rulebook.refusals(), what);
    for (const std::string_view field : fields) record.requireText(field, "text");
    record.finish();
  }
}

}  // namespace

Policy readPolicy(const Value& value, const Place& place, Refusals& refusals, Policy defaults) {
  Policy policy = defaults;
  ObjectReader reader(value, place, refusals, "a policy");
  policy.marginBasis =
      reader.word<MarginBasis>("marginBasis", {{"entry", MarginBasis::Entry}, {"mark", MarginBasis::Mark}})
          .value_or(policy.marginBasis);
  policy.levels = reader.word<Levels>("levels", {{"flat", Levels::Flat}, {"marginal", Levels::Marginal}})
                      .value_or(policy.levels);
  policy.netting = reader.boolean("netting").value_or(policy.netting);
  policy.collateralFee = reader.boolean("collateralFee").value_or(policy.collateralFee);
  policy.closingFee = reader.boolean("closingFee").value_or(policy.closingFee);
  reader.finish();
  return policy;
}

std::shared_ptr<const Rulebook> readRulebook(const Value& value, const Place& place, Refusals& refusals) {
  auto rulebook = std::make_shared<Rulebook>();
  ObjectReader reader(value, place, refusals, "a rulebook");
  reader.requireWord<int>("format", {{"margin-rulebook/1", 1}});
  rulebook->id = reader.requireName("id", "the rulebook's short name").value_or("");
  rulebook->title = reader.requireText("title", "the rulebook's title").value_or("");
  rulebook->effective = reader.requireText("effective", "a date such as 2026-11-22").value_or("");
  if (!rulebook->effective.empty() && !isDate(rulebook->effective)) {
    refusals.add(ErrorCode::Malformed, reader.at("effective"), "Must be a date such as 2026-11-22.");
  }
  if (const Value* policy = reader.find("policy")) {
    rulebook->policy = readPolicy(*policy, reader.at("policy"), refusals, {});
  }
  if (const Value* fees = reader.find("fees")) readFees(*rulebook, *fees, reader.at("fees"), refusals);

  const Value* assets = reader.require("assets", "an object of assets by name");
  const Place assetsPlace = reader.at("assets");
  if (assets && isObject(*assets, assetsPlace, "an object of assets by name", refusals)) {
    for (const Member& member : assets->members) {
      readAsset(*rulebook, member, Place(assetsPlace, member.key), refusals);
    }
  }
  const Value* schedules = reader.require("marginSchedules", "an object of schedules by name");
  const Place schedulesPlace = reader.at("marginSchedules");
  ScheduleNames given;
  if (schedules && isObject(*schedules, schedulesPlace, "an object of schedules by name", refusals)) {
    for (const Member& member : schedules->members) {
      readSchedule(*rulebook, member, Place(schedulesPlace, member.key), refusals);
      given.insert(member.key);
    }
  }
  const Value* contracts = reader.require("contracts", "a list of contracts");
  const Place contractsPlace = reader.at("contracts");
  if (contracts && isArray(*contracts, contractsPlace, "a list of contracts", refusals)) {
    for (std::size_t i = 0; i < contracts->items.size(); ++i) {
      readContract(*rulebook, contracts->items[i], Place(contractsPlace, i), given, refusals);
    }
  }
  checkRecords(reader, "sources", "a source", {"title", "address", "read"});
  checkRecords(reader, "assumptions", "an assumption", {"subject", "value", "reason"});
  for (const std::string_view later : {"funding", "interest", "equityProtection"}) {
    if (reader.find(later)) {
      refusals.add(ErrorCode::Unsupported, reader.at(later), "Not computed by this version; leave it out.");
    }
  }
  reader.finish();
  return rulebook;
}

}  // namespace margin
