// SPDX-License-Identifier: MIT
// What a report tells beside its figures.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "margin/codec.hpp"

using Json = nlohmann::json;

namespace {

/// Codes of the warnings about the rulebook itself, with a rulebook of 2026-01-01 at a moment.
std::vector<std::string> codesAt(const std::string& asOf) {
  const Json scenario = {{"format", "margin-scenario/1"},
                         {"asOf", asOf},
                         {"prices", Json::object()},
                         {"wallets", Json::array()},
                         {"rulebook", Json::parse(R"({"format":"margin-rulebook/1","id":"own","title":"Own",
        "effective":"2026-01-01","assets":{},"marginSchedules":{},"contracts":[]})")}};
  const auto evaluation = margin::evaluateScenario(scenario.dump());
  REQUIRE(evaluation.errors.empty());
  std::vector<std::string> codes;
  for (const auto& warning : evaluation.warnings) {
    CHECK(warning.path == "/rulebook");
    codes.push_back(warning.code);
  }
  return codes;
}

/// Seconds since 1970 of a scenario's clock; -1 where it is refused.
margin::Instant clock(const std::string& asOf) {
  const Json scenario = {{"format", "margin-scenario/1"},
                         {"asOf", asOf},
                         {"rulebook", "kraken-global"},
                         {"prices", Json::object()},
                         {"wallets", Json::array()}};
  return margin::evaluateScenario(scenario.dump()).scenario.asOf.value_or(-1);
}

}  // namespace

TEST_CASE("A rulebook is told to be old or not yet in force", "[warnings][rulebooks]") {
  using Codes = std::vector<std::string>;
  CHECK(codesAt("2025-12-31T23:59:59Z") == Codes{"not-effective"});
  CHECK(codesAt("2026-01-01T00:00:00Z").empty());
  // 2026-01-01 and 180 days is 2026-06-30.
  CHECK(codesAt("2026-06-30T00:00:00Z").empty());
  CHECK(codesAt("2026-06-30T00:00:01Z") == Codes{"rulebook-age"});
  CHECK(codesAt("2026-06-29T20:00:01-04:00") == Codes{"rulebook-age"});
}

TEST_CASE("What is assumed is told of orders and transfers too, once", "[warnings]") {
  const Json scenario =
      Json::parse(R"({"format":"margin-scenario/1","prices":{"BTC":100000,"ETH":4000,"SOL":200},
    "rulebook":{"format":"margin-rulebook/1","id":"own","title":"Own","effective":"2026-01-01",
      "assets":{"BTC":{"haircut":0.02},"ETH":{"haircut":0.06,"assumed":true},"SOL":{"haircut":0.2,"assumed":true}},
      "marginSchedules":{"X":[{"from":0,"initial":0.02,"maintenance":0.01}]},
      "contracts":[
        {"symbol":"PF_XBTUSD","type":"linear","underlying":"BTC","schedule":"X"},
        {"symbol":"PF_ETHUSD","type":"linear","underlying":"ETH","schedule":"X","assumed":true},
        {"symbol":"PF_SOLUSD","type":"linear","underlying":"SOL","schedule":"X","assumed":true},
        {"symbol":"PI_ETHUSD","type":"inverse","underlying":"ETH","schedule":"X","assumed":true}]},
    "wallets":[
      {"type":"multi-collateral","collateral":[{"asset":"ETH","quantity":1}],
       "positions":[{"contract":"PF_ETHUSD","side":"long","size":0.1,"entryPrice":4000}],
       "orders":[{"contract":"PF_ETHUSD","side":"long","size":0.1,"price":3900},
                 {"contract":"PF_XBTUSD","side":"long","size":0.001,"price":90000},
                 {"contract":"PF_SOLUSD","side":"long","size":1,"price":190},
                 {"contract":"PF_SOLUSD","side":"long","size":1,"price":180}],
       "transfers":[{"asset":"BTC","quantity":1},{"asset":"ETH","quantity":1},
                    {"asset":"SOL","quantity":1},{"asset":"SOL","quantity":-1}]},
      {"type":"single-collateral","asset":"ETH","balance":1,
       "orders":[{"contract":"PI_ETHUSD","side":"long","size":10,"price":3900}]}]})");
  const auto evaluation = margin::evaluateScenario(scenario.dump());
  REQUIRE(evaluation.errors.empty());
  std::vector<std::string> paths;
  for (const auto& warning : evaluation.warnings) {
    CHECK(warning.code == "assumed");
    paths.push_back(warning.path);
  }
  CHECK(paths == std::vector<std::string>{"/wallets/0/collateral/0/asset", "/wallets/0/positions/0/contract",
                                          "/wallets/0/orders/2/contract", "/wallets/0/transfers/2/asset",
                                          "/wallets/1/orders/0/contract"});
}

TEST_CASE("The clock is read to the second, whatever its offset", "[warnings][dates]") {
  // Seconds by `date -u -d ... +%s`.
  CHECK(clock("1970-01-01T00:00:00Z") == 0);
  CHECK(clock("2026-11-23T15:40:00-06:00") == 1795470000);
  CHECK(clock("2026-11-23T21:40Z") == 1795470000);
  CHECK(clock("2026-11-24T03:25:00.999+05:45") == 1795470000);
  CHECK(clock("2000-02-29T12:00:00Z") == 951825600);
  CHECK(clock("2100-03-01T00:00:00Z") == 4107542400);
  CHECK(clock("1969-12-31T23:59:58Z") == -2);
  CHECK(clock("0000-01-01T00:00:00Z") == -62167219200);
}
