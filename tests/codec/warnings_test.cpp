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
