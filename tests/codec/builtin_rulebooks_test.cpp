// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "margin/codec.hpp"

using Json = nlohmann::json;

namespace {

Json rulebook(const std::string& id) {
  for (const Json& each : Json::parse(margin::rulebooksJson())) {
    if (each.at("id") == id) return each;
  }
  return {};
}

std::string scenarioWith(const std::string& rulebookJson) {
  return "{\"format\":\"margin-scenario/1\",\"rulebook\":" + rulebookJson + ",\"prices\":{},\"wallets\":[]}";
}

}  // namespace

TEST_CASE("Every built-in rulebook is accepted as a user's own", "[rulebooks]") {
  REQUIRE(margin::builtInRulebooks().size() == 2);
  for (const margin::BuiltInRulebook& each : margin::builtInRulebooks()) {
    INFO(each.id);
    CHECK(margin::evaluateScenario(scenarioWith(std::string(each.json))).errors.empty());
    CHECK(margin::evaluateScenario(scenarioWith("\"" + std::string(each.id) + "\"")).errors.empty());
  }
}

TEST_CASE("Schedules are those published", "[rulebooks]") {
  const auto levels = [](const Json& book, const char* name) {
    std::vector<std::array<double, 3>> rows;
    for (const Json& level : book.at("marginSchedules").at(name)) {
      rows.push_back({level.at("from"), level.at("initial"), level.at("maintenance")});
    }
    return rows;
  };
  using Rows = std::vector<std::array<double, 3>>;
  CHECK(levels(rulebook("kraken-global"), "A") == Rows{{0, .02, .01},
                                                       {1e6, .04, .02},
                                                       {2e6, .05, .025},
                                                       {5e6, .1, .05},
                                                       {10e6, .2, .1},
                                                       {20e6, .3, .15},
                                                       {60e6, .5, .25}});
  CHECK(levels(rulebook("kraken-global"), "D") ==
        Rows{{0, .05, .025}, {10e3, .1, .05}, {250e3, .2, .1}, {500e3, .3, .15}, {2e6, .5, .25}});
  CHECK(levels(rulebook("kraken-global"), "G") == Rows{{0, .3, .15}, {10e3, .5, .25}});
  CHECK(levels(rulebook("kraken-eea"), "A") ==
        Rows{{0, .1, .05}, {30e6, .2, .1}, {50e6, .3, .15}, {150e6, .5, .25}});
  CHECK(levels(rulebook("kraken-eea"), "F") == Rows{{0, .2, .1}, {25e3, .3, .15}, {250e3, .5, .25}});
}

TEST_CASE("What is not published says so", "[rulebooks]") {
  const Json global = rulebook("kraken-global");
  CHECK(global.at("assets").at("ETH").at("assumed") == true);
  CHECK_FALSE(global.at("assumptions").empty());
  CHECK_FALSE(global.at("sources").empty());
  const std::string scenario =
      R"({"format":"margin-scenario/1","rulebook":"kraken-global","prices":{"ETH":4000,"SOL":200},"wallets":[{
      "type":"multi-collateral","collateral":[{"asset":"ETH","quantity":1}],"positions":[
      {"contract":"PF_ALGOUSD","side":"long","size":1,"entryPrice":0.2}]}],"marks":{"PF_ALGOUSD":0.2}})";
  const auto evaluation =
      margin::evaluateScenario(scenario.substr(0, scenario.find("\"SOL\"")) + "\"ALGO\":0.2" +
                               scenario.substr(scenario.find("},\"wallets\"")));
  REQUIRE(evaluation.errors.empty());
  REQUIRE_FALSE(evaluation.warnings.empty());
  CHECK(evaluation.warnings[0].code == "assumed");
  CHECK(evaluation.warnings[0].path == "/wallets/0/collateral/0/asset");
}
