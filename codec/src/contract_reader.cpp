// SPDX-License-Identifier: MIT
#include "contract_reader.hpp"

#include <optional>
#include <string>
#include <utility>

#include "dates.hpp"
#include "us_terms_reader.hpp"

namespace margin {
namespace {

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

void readExpiry(ObjectReader& reader, Contract& contract) {
  const auto perpetual = reader.boolean("perpetual");
  const auto expiry = reader.text("expiry");
  if (expiry) {
    contract.expiry = std::string(*expiry);
    contract.expires = expires(*expiry);
    if (!contract.expires) {
      reader.refusals().add(ErrorCode::Malformed, reader.at("expiry"),
                            "Must be a date such as 2026-12-25 or a moment such as 2026-12-25T08:00:00Z.");
    }
  }
  contract.perpetual = perpetual.value_or(!expiry);
  if (expiry && contract.perpetual) {
    reader.refusals().add(ErrorCode::Inconsistent, reader.at("perpetual"),
                          "A perpetual contract has no expiry.");
  }
}

/// The fields that contracts of all types have, but for the type.
Contract readCommon(ObjectReader& reader, Rulebook& rulebook) {
  Contract contract;
  contract.symbol = reader.requireName("symbol", "the contract's symbol").value_or("");
  const auto underlying = reader.requireName("underlying", "the name of an asset");
  readExpiry(reader, contract);
  contract.tick = reader.number("tick", kPositive);
  contract.lot = reader.number("lot", kPositive);
  contract.maxPosition = reader.number("maxPosition", kPositive);
  contract.assumed = reader.boolean("assumed").value_or(false);
  if (underlying == "USD") {
    reader.refusals().add(ErrorCode::Inconsistent, reader.at("underlying"),
                          "The underlying must be something priced in USD, not USD itself.");
  } else if (underlying) {
    contract.underlying = rulebook.underlying(*underlying);
  }
  return contract;
}

/// The fields that only linear and inverse contracts have.
void readScheduled(ObjectReader& reader, const Rulebook& rulebook, const ScheduleNames& schedules,
                   Contract& contract) {
  const auto schedule = reader.requireName("schedule", "the name of a schedule of marginSchedules");
  const auto retailSchedule = reader.name("retailSchedule");
  contract.schedule =
      scheduleOf(schedule, rulebook, reader.at("schedule"), schedules, reader.refusals()).value_or(0);
  contract.retailSchedule =
      scheduleOf(retailSchedule, rulebook, reader.at("retailSchedule"), schedules, reader.refusals());
  contract.contractSize = reader.number("contractSize", kPositive).value_or(1);
  contract.fundingCoefficient = reader.number("fundingCoefficient", kPositive);
  contract.maxFundingRate = reader.number("maxFundingRate", kFraction);
}

}  // namespace

void readContract(Rulebook& rulebook, const Value& value, const Place& place, const ScheduleNames& schedules,
                  Refusals& refusals) {
  const auto type = ObjectReader(value, place, refusals, "a contract")
                        .requireWord<ContractType>("type", {{"linear", ContractType::Linear},
                                                            {"inverse", ContractType::Inverse},
                                                            {"us", ContractType::Us}});
  if (!type) return;  // which other fields belong to it cannot be told
  const bool us = *type == ContractType::Us;
  ObjectReader reader(value, place, refusals, us ? "a contract of type us" : "a contract");
  reader.find("type");
  Contract contract = readCommon(reader, rulebook);
  contract.type = *type;
  if (us) {
    contract.us = readUsTerms(reader);
  } else {
    readScheduled(reader, rulebook, schedules, contract);
  }
  reader.finish();
  if (contract.symbol.empty()) return;
  const std::string symbol = contract.symbol;
  if (!rulebook.addContract(std::move(contract))) {
    refusals.add(ErrorCode::Duplicate, reader.at("symbol"),
                 {"The contract \"", symbol, "\" is listed twice; list it once."});
  }
}

}  // namespace margin
