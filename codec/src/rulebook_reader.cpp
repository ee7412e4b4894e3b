// SPDX-License-Identifier: MIT
#include "rulebook_reader.hpp"

#include <string>
#include <utility>
#include <vector>

#include "contract_reader.hpp"
#include "dates.hpp"
#include "venue_rules_reader.hpp"

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

/// A date of the calendar; empty where it is refused.
std::string_view requireDate(ObjectReader& reader, std::string_view key) {
  constexpr std::string_view kMustBe = "a date such as 2026-11-22";
  const auto text = reader.requireText(key, kMustBe);
  if (!text) return "";
  if (!isDate(*text)) reader.refusals().add(ErrorCode::Malformed, reader.at(key), {"Must be ", kMustBe, "."});
  return *text;
}

/// Sources are read by people alone; here only their form is held.
void checkSources(ObjectReader& rulebook) {
  const Value* value = rulebook.find("sources");
  const Place place = rulebook.at("sources");
  if (!value || !isArray(*value, place, "a list", rulebook.refusals())) return;
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    const Place at(place, i);
    ObjectReader record(value->items[i], at, rulebook.refusals(), "a source");
    record.requireText("title", "text");
    record.requireText("address", "text");
    requireDate(record, "read");
    record.finish();
  }
}

/// The contracts that an assumption is about: a list of their symbols, or the word "others".
void readContracts(const Value& value, const Place& place, const Rulebook& rulebook, Assumption& assumption,
                   Refusals& refusals) {
  constexpr std::string_view kMustBe = "a list of the rulebook's contracts by symbol, or \"others\"";
  if (value.kind == Value::Kind::Text && value.text == "others") {
    assumption.otherContracts = true;
    return;
  }
  if (!isArray(value, place, kMustBe, refusals)) return;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const Value& item = value.items[i];
    const auto contract = item.kind == Value::Kind::Text ? rulebook.findContract(item.text) : std::nullopt;
    if (contract) {
      assumption.contracts.push_back(*contract);
    } else {
      refusals.add(ErrorCode::Unknown, Place(place, i),
                   {"Must be the symbol of one of the rulebook's contracts."});
    }
  }
}

/// Call once the contracts are read.
void readAssumptions(ObjectReader& reader, Rulebook& rulebook) {
  const Value* value = reader.find("assumptions");
  const Place place = reader.at("assumptions");
  if (!value || !isArray(*value, place, "a list", reader.refusals())) return;
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    const Place at(place, i);
    ObjectReader record(value->items[i], at, reader.refusals(), "an assumption");
    Assumption assumption;
    assumption.subject = record.requireText("subject", "text").value_or("");
    assumption.value = record.requireText("value", "text").value_or("");
    assumption.reason = record.requireText("reason", "text").value_or("");
    if (const Value* contracts = record.find("contracts")) {
      readContracts(*contracts, record.at("contracts"), rulebook, assumption, reader.refusals());
    }
    record.finish();
    rulebook.assumptions.push_back(std::move(assumption));
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
  rulebook->effective = requireDate(reader, "effective");
  if (const Value* policy = reader.find("policy")) {
    rulebook->policy = readPolicy(*policy, reader.at("policy"), refusals, {});
  }
  readVenueRules(reader, *rulebook);

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
  checkSources(reader);
  readAssumptions(reader, *rulebook);
  reader.finish();
  return rulebook;
}

}  // namespace margin
