// SPDX-License-Identifier: MIT
#include "scenario_reader.hpp"

#include <string>
#include <utility>

#include "dates.hpp"
#include "order_book_reader.hpp"
#include "rulebook_reader.hpp"
#include "terms_reader.hpp"
#include "wallet_reader.hpp"

namespace margin {
namespace {

/// The numbers of an object of names, e.g. the prices of assets.
template <class Take>
void readNumbers(ObjectReader& reader, std::string_view key, std::string_view what, const Range& range,
                 Take take) {
  const Value* value = reader.find(key);
  const Place place = reader.at(key);
  if (!value || !isObject(*value, place, what, reader.refusals())) return;
  for (const Member& member : value->members) {
    const Place at(place, member.key);
    const auto number = readNumber(member.value, at, range, reader.refusals());
    take(member.key, at, number);
  }
}

GivenPrices readPrices(ObjectReader& reader, Scenario& scenario) {
  GivenPrices given;
  given.prices.resize(scenario.market.indexPrice.size());
  if (!given.prices.empty()) given.prices[kUsd] = 1;
  readNumbers(reader, "prices", "an object of index prices by asset", kPositive,
              [&](std::string_view name, const Place& at, std::optional<double> price) {
                if (name == "USD" && price && *price != 1) {
                  reader.refusals().add(ErrorCode::Inconsistent, at,
                                        "The price of USD is 1 by definition; leave it out.");
                  return;
                }
                if (!scenario.rulebook) return;
                const auto asset = scenario.rulebook->findAsset(name);
                if (!asset) {
                  reader.refusals().add(ErrorCode::Unknown, at,
                                        {"Not an asset of rulebook ", scenario.rulebook->id, "."});
                  return;
                }
                given.prices[*asset] = 1;
                if (price) scenario.market.indexPrice[*asset] = *price;
              });
  return given;
}

/// The numbers of an object by contract; those of unknown contracts are refused.
template <class Take>
void readByContract(ObjectReader& reader, const Scenario& scenario, std::string_view key,
                    std::string_view what, const Range& range, Take take) {
  readNumbers(reader, key, what, range,
              [&](std::string_view symbol, const Place& at, std::optional<double> number) {
                if (!scenario.rulebook) return;
                const auto contract = scenario.rulebook->findContract(symbol);
                if (!contract) {
                  reader.refusals().add(ErrorCode::Unknown, at,
                                        {"Not a contract of rulebook ", scenario.rulebook->id, "."});
                } else if (number) {
                  take(*contract, at, *number);
                }
              });
}

/// Whether a contract has funding; refused where it has none.
bool isFunded(const Scenario& scenario, ContractIndex index, const Place& at, Refusals& refusals) {
  const Contract& contract = scenario.rulebook->contracts()[index];
  if (!contract.perpetual) {
    refusals.add(ErrorCode::Inconsistent, at,
                 {"Only perpetual contracts have funding; ", contract.symbol, " is dated. Leave it out."});
  }
  return contract.perpetual;
}

/// Relative rates, and absolute ones made relative by the index price; one of the two a contract.
void readFundingRates(ObjectReader& reader, Scenario& scenario) {
  Market& market = scenario.market;
  std::vector<char> given(market.fundingRate.size());
  readByContract(reader, scenario, "fundingRates", "an object of hourly funding rates by contract",
                 kFundingRate, [&](ContractIndex contract, const Place& at, double rate) {
                   given[contract] = 1;
                   if (!isFunded(scenario, contract, at, reader.refusals())) return;
                   market.fundingRate[contract] = rate;
                 });
  readByContract(reader, scenario, "absoluteFundingRates", "an object of absolute funding rates by contract",
                 kAnyAmount, [&](ContractIndex index, const Place& at, double rate) {
                   const Contract& contract = scenario.rulebook->contracts()[index];
                   const double price = market.indexPrice[contract.underlying];
                   if (!isFunded(scenario, index, at, reader.refusals())) return;
                   if (given[index]) {
                     reader.refusals().add(ErrorCode::Inconsistent, at,
                                           "fundingRates gives this rate too; give it once.");
                   }
                   // Without its price the contract is not used, or that has been refused.
                   if (!(price > 0)) return;
                   const double relative =
                       contract.type == ContractType::Inverse ? rate * price : rate / price;
                   if (relative < -1 || relative > 1) {
                     reader.refusals().add(ErrorCode::OutOfRange, at, "Is beyond the whole price an hour.");
                   }
                   market.fundingRate[index] = relative;
                 });
}

}  // namespace

Scenario readScenario(const Value& value, const Place& place, Refusals& refusals) {
  Scenario scenario;
  ObjectReader reader(value, place, refusals, "a scenario");
  reader.requireWord<int>("format", {{"margin-scenario/1", 1}});
  scenario.title = reader.text("title").value_or("");
  scenario.rulebook = rulebookOf(reader, "rulebook", {});
  if (scenario.rulebook) {
    scenario.policy = scenario.rulebook->policy;
    scenario.market.indexPrice.resize(scenario.rulebook->assets().size());
    scenario.market.indexPrice[kUsd] = 1;
    scenario.market.markPrice.resize(scenario.rulebook->contracts().size());
    scenario.market.lastPrice.resize(scenario.rulebook->contracts().size());
    scenario.market.fundingRate.resize(scenario.rulebook->contracts().size());
  }
  if (const Value* policy = reader.find("policy")) {
    scenario.policy = readPolicy(*policy, reader.at("policy"), refusals, scenario.policy);
  }
  scenario.client = readClient(reader);
  scenario.asOf = readClock(reader);
  scenario.volume30d = reader.number("volume30d", kNotNegative).value_or(0);
  if (scenario.policy.closingFee && scenario.rulebook && scenario.rulebook->fees.empty()) {
    const Place policy = reader.at(scenario.rulebook->policy.closingFee ? "rulebook" : "policy");
    refusals.add(ErrorCode::Inconsistent, policy,
                 "The policy's closingFee needs a taker fee, and the rulebook has no fees.");
  }
  const GivenPrices given = readPrices(reader, scenario);
  Market& market = scenario.market;
  readByContract(
      reader, scenario, "marks", "an object of mark prices by contract", kPositive,
      [&](ContractIndex contract, const Place&, double mark) { market.markPrice[contract] = mark; });
  readByContract(
      reader, scenario, "lasts", "an object of last trade prices by contract", kPositive,
      [&](ContractIndex contract, const Place&, double last) { market.lastPrice[contract] = last; });
  readFundingRates(reader, scenario);
  readOrderBooks(reader, scenario);
  readWallets(reader, scenario, given);
  reader.finish();
  return scenario;
}

}  // namespace margin
