// SPDX-License-Identifier: MIT
#include <fstream>
#include <map>
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
  REQUIRE(margin::builtInRulebooks().size() == 4);
  for (const margin::BuiltInRulebook& each : margin::builtInRulebooks()) {
    INFO(each.id);
    CHECK(margin::checkRulebook(each.json) == R"({"errors":[]})");
    CHECK(margin::evaluateScenario(scenarioWith(std::string(each.json))).errors.empty());
    CHECK(margin::evaluateScenario(scenarioWith("\"" + std::string(each.id) + "\"")).errors.empty());
  }
}

TEST_CASE("What is compiled in is what the files say", "[rulebooks]") {
  for (const margin::BuiltInRulebook& each : margin::builtInRulebooks()) {
    INFO(each.id);
    std::ifstream file(MARGIN_SOURCE_DIR "/rulebooks/" + std::string(each.id) + ".json");
    CHECK(Json::parse(each.json) == Json::parse(file));
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

TEST_CASE("The level of a size is the published one", "[rulebooks][golden]") {
  using margin::Client;
  // Initial margin in per cent at a size: USD notional of linear contracts, contracts of inverse ones.
  const auto initial = [](const char* id, const char* symbol, double size,
                          Client client = Client::Professional) {
    const auto rulebook = margin::builtInRulebook(id);
    REQUIRE(rulebook);
    const auto contract = rulebook->findContract(symbol);
    REQUIRE(contract);
    const auto& schedule = rulebook->schedule(rulebook->contracts()[*contract], client);
    const auto& level = schedule.levels()[schedule.levelAt(size)];
    CHECK(level.maintenance == level.initial / 2);
    return level.initial * 100;
  };
  // "Multi-Collateral (Linear) Margin Schedule & Maximum Leverage"
  CHECK(initial("kraken-global", "PF_XBTUSD", 500e3) == 2);
  CHECK(initial("kraken-global", "PF_XBTUSD", 1.5e6) == 4);
  CHECK(initial("kraken-global", "PF_XBTUSD", 3e6) == 5);
  CHECK(initial("kraken-global", "PF_ACHUSD", 5e3) == 5);
  // "Inverse Margin Schedule & Maximum Leverage"
  CHECK(initial("kraken-global", "PI_XBTUSD", 499999) == 2);
  CHECK(initial("kraken-global", "PI_XBTUSD", 2e6) == 6);
  CHECK(initial("kraken-global", "PI_XBTUSD", 12e6) == 25);
  CHECK(initial("kraken-global", "PI_XBTUSD", 75e6) == 40);
  CHECK(initial("kraken-global", "PI_ETHUSD", 500e3) == 6);
  CHECK(initial("kraken-global", "PI_ETHUSD", 45e6) == 40);
  CHECK(initial("kraken-global", "PI_LTCUSD", 0) == 2);
  CHECK(initial("kraken-global", "PI_LTCUSD", 6e6) == 15);
  CHECK(initial("kraken-global", "PI_BCHUSD", 0) == 4);
  CHECK(initial("kraken-global", "PI_BCHUSD", 3e6) == 20);
  CHECK(initial("kraken-global", "PI_BCHUSD", 10e6) == 50);
  CHECK(initial("kraken-global", "PI_XRPUSD", 999999) == 10);
  CHECK(initial("kraken-global", "PI_XRPUSD", 3e6) == 20);
  CHECK(initial("kraken-global", "PI_XBTUSD", 1, Client::Retail) == 50);
  CHECK(initial("kraken-global", "PF_XBTUSD", 1, Client::Retail) == 2);
  // "Inverse Fixed Maturity Contract Specifications": 50x, 25x and 10x at most.
  CHECK(initial("kraken-global", "FI_XBTUSD", 1) == 2);
  CHECK(initial("kraken-global", "FI_LTCUSD", 1) == 4);
  CHECK(initial("kraken-global", "FI_XRPUSD", 1) == 10);
  // "Derivatives margin schedule & maximum leverage for EEA clients"
  CHECK(initial("kraken-eea", "PF_XBTUSD", 1) == 10);
  CHECK(initial("kraken-eea", "PF_ACHUSD", 250e3) == 20);
  // "Margin schedule and maximum leverage" of 5 March 2019: the same position, another margin.
  CHECK(initial("kraken-2019", "PI_XBTUSD", 2e6) == 6);
  CHECK(initial("kraken-2019", "PI_XBTUSD", 6e6) == 10);
  CHECK(initial("kraken-global", "PI_XBTUSD", 6e6) == 15);
  CHECK(initial("kraken-2019", "PI_XRPUSD", 1) == 2);
  CHECK(initial("kraken-2019", "PI_BCHUSD", 100e3) == 4);
  CHECK(initial("kraken-2019", "FI_BCHUSD", 300e3) == 4);
  CHECK(initial("kraken-2019", "FI_BCHUSD", 500e3) == 6);
  CHECK(initial("kraken-2019", "FI_XBTUSD", 1e6) == 6);
  CHECK(initial("kraken-2019", "FI_XRPUSD", 1, Client::Retail) == 50);
}

TEST_CASE("US contracts have the published sizes and fees", "[rulebooks][us]") {
  const auto rulebook = margin::builtInRulebook("kraken-us");
  REQUIRE(rulebook);
  const auto terms = [&](const char* symbol) {
    const auto contract = rulebook->findContract(symbol);
    REQUIRE(contract);
    REQUIRE(rulebook->contracts()[*contract].us);
    return *rulebook->contracts()[*contract].us;
  };
  // "Contract Specifications" of 15 June 2026; of index futures, CME.
  const std::map<std::string, double> perPoint = {
      {"BTC", 5}, {"MBT", .1}, {"ETH", 50}, {"MET", .1},        {"GSOL", 500},     {"MSL", 25},    {"ES", 50},
      {"MES", 5}, {"NQ", 20},  {"MNQ", 2},  {"PBTCUCZ50", .01}, {"PETHIUZ50", .5}, {"PSOLUZ50", 5}};
  CHECK(rulebook->contracts().size() == perPoint.size());
  for (const auto& [symbol, value] : perPoint) {
    INFO(symbol);
    CHECK(terms(symbol.c_str()).valuePerPoint == value);
    CHECK(terms(symbol.c_str()).session.open == 17 * 60);
    CHECK(terms(symbol.c_str()).session.close == 16 * 60);
  }
  // "US Futures Fees" of 15 June 2026.
  CHECK(2 * terms("MNQ").fees.commission == 0.78);
  CHECK(terms("ES").fees.commission == 1.29);
  CHECK(terms("MES").fees.commission == 0.39);
  CHECK_THAT(10 * 2 * terms("PBTCUCZ50").fees.total(), Catch::Matchers::WithinAbs(3, 1e-12));
  CHECK(terms("ES").intradayMargin == 500);
  CHECK(terms("MES").intradayMargin == 50);
}

TEST_CASE("What is not published says so", "[rulebooks]") {
  const Json global = rulebook("kraken-global");
  CHECK(global.at("assets").at("ETH").at("assumed") == true);
  for (const margin::BuiltInRulebook& each : margin::builtInRulebooks()) {
    INFO(each.id);
    CHECK_FALSE(rulebook(std::string(each.id)).at("assumptions").empty());
    CHECK_FALSE(rulebook(std::string(each.id)).at("sources").empty());
  }
  // Whatever is marked as assumed, its assumption can be found.
  for (const margin::BuiltInRulebook& each : margin::builtInRulebooks()) {
    const auto book = margin::builtInRulebook(each.id);
    for (std::size_t i = 0; i < book->contracts().size(); ++i) {
      INFO(each.id << ' ' << book->contracts()[i].symbol);
      CHECK((book->marginAssumption(i) != nullptr) == book->contracts()[i].assumed);
    }
    for (std::size_t i = 0; i < book->assets().size(); ++i) {
      INFO(each.id << ' ' << book->assets()[i].name);
      CHECK((book->haircutAssumption(i) != nullptr) == book->assets()[i].assumed);
    }
  }
  // No margin of a US contract is published whole.
  const Json us = rulebook("kraken-us");
  for (const Json& contract : us.at("contracts")) CHECK(contract.at("assumed") == true);
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
