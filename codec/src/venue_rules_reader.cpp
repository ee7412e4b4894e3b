// SPDX-License-Identifier: MIT
#include "venue_rules_reader.hpp"

#include <optional>

namespace margin {
namespace {

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

std::vector<DatedMarkCap> readDatedCaps(ObjectReader& markPrice) {
  constexpr std::string_view kMustBe = "a list of caps by days to expiry";
  std::vector<DatedMarkCap> caps;
  const Value* value = markPrice.require("datedCaps", kMustBe);
  const Place place = markPrice.at("datedCaps");
  Refusals& refusals = markPrice.refusals();
  if (!value || !isArray(*value, place, kMustBe, refusals)) return caps;
  if (value->items.empty()) refusals.add(ErrorCode::Missing, place, "There must be at least one cap.");
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    ObjectReader reader(value->items[i], Place(place, i), refusals, "a cap");
    const auto days = reader.requireNumber("days", kPositive);
    const auto cap = reader.requireNumber("cap", kFraction);
    reader.finish();
    if (!days) return caps;  // what follows cannot be compared
    if (i > 0 && *days <= caps.back().days) {
      refusals.add(ErrorCode::Inconsistent, reader.at("days"), "Days must ascend.");
    }
    const double before = i > 0 ? caps.back().cap : 0;
    if (cap && *cap < before) {
      refusals.add(ErrorCode::Inconsistent, reader.at("cap"), "Caps must not fall with days to expiry.");
    }
    caps.push_back({*days, cap.value_or(before)});
  }
  return caps;
}

void readMarkPrice(ObjectReader& reader, Rulebook& rulebook) {
  MarkPriceRules& rules = rulebook.markPrice.emplace();
  reader.requireNumber("perpetualCap", kFraction, rules.perpetualCap);
  rules.datedCaps = readDatedCaps(reader);
}

void readFunding(ObjectReader& reader, Rulebook& rulebook) {
  constexpr Range kInterval{1.0 / 60, 8784, false, false, "a number of hours from 1/60 to 8784 (366 days)"};
  reader.number("intervalHours", kInterval, rulebook.funding.intervalHours);
}

void readInterest(ObjectReader& reader, Rulebook& rulebook) {
  InterestRules& rules = rulebook.interest.emplace();
  reader.requireNumber("threshold", kNotNegative, rules.threshold);
  reader.requireNumber("ratePerYear", kNotNegative, rules.ratePerYear);
}

void readConversion(ObjectReader& reader, Rulebook& rulebook) {
  reader.number("threshold", kNotNegative, rulebook.conversion.threshold);
}

void readEquityProtection(ObjectReader& reader, Rulebook& rulebook) {
  reader.number("partialStep", kFraction, rulebook.equityProtection.partialStep);
  reader.number("liquidationFee", kFraction, rulebook.equityProtection.liquidationFee);
}

void readUsFutures(ObjectReader& reader, Rulebook& rulebook) {
  constexpr Range kMinutes{0, 1440, false, false, "a whole number of minutes from 0 to 1440"};
  UsFuturesRules& rules = rulebook.usFutures;
  if (const auto minutes = reader.number("minutesBeforeClose", kMinutes)) {
    rules.minutesBeforeClose = static_cast<int>(*minutes);
    if (rules.minutesBeforeClose != *minutes) {
      reader.refusals().add(ErrorCode::OutOfRange, reader.at("minutesBeforeClose"),
                            {"Must be ", kMinutes.words, "."});
    }
  }
  reader.number("newsFactor", kAtLeastOne, rules.newsFactor);
  reader.number("firstLiquidationFee", kNotNegative, rules.firstLiquidationFee);
  reader.number("laterLiquidationFee", kNotNegative, rules.laterLiquidationFee);
}

}  // namespace

void readVenueRules(ObjectReader& reader, Rulebook& rulebook) {
  if (const Value* fees = reader.find("fees")) {
    readFees(rulebook, *fees, reader.at("fees"), reader.refusals());
  }
  struct Rules {
    std::string_view key;
    std::string_view what;
    void (*read)(ObjectReader& reader, Rulebook& rulebook);
  };
  for (const Rules& rules :
       {Rules{"markPrice", "mark price rules", readMarkPrice}, Rules{"funding", "funding rules", readFunding},
        Rules{"interest", "interest rules", readInterest},
        Rules{"conversion", "conversion rules", readConversion},
        Rules{"equityProtection", "equity protection rules", readEquityProtection},
        Rules{"usFutures", "rules of US futures", readUsFutures}}) {
    const Value* value = reader.find(rules.key);
    if (!value) continue;
    const Place place = reader.at(rules.key);
    ObjectReader one(*value, place, reader.refusals(), rules.what);
    rules.read(one, rulebook);
    one.finish();
  }
}

}  // namespace margin
