// SPDX-License-Identifier: MIT
// The working shown is the working done: every step is what its operands make, every figure of the report
// has one, and both say the same.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "margin/codec.hpp"
#include "random_accounts.hpp"

using Json = nlohmann::json;

namespace {

/// What the steps of an explanation amount to, worked out from their operands' values.
class Steps {
 public:
  explicit Steps(const Json& steps) : steps_(steps) {}

  double value(std::size_t step) const { return steps_[step]["value"].get<double>(); }

  void check() const {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const Json& step = steps_[i];
      INFO("step " << i << ": " << step.dump());
      for (const Json& operand : step["operands"]) REQUIRE(operand.get<std::size_t>() < i);
      if (step["operation"] == "input") {
        CHECK(step["operands"].empty());
        continue;
      }
      // The sum of nothing is 0; nothing else is made of nothing.
      if (step["operation"] != "sum") REQUIRE_FALSE(step["operands"].empty());
      CHECK_FALSE(step["formula"].get<std::string>().empty());
      const double made = recomputed(step);
      if (step["value"].is_null()) {
        CHECK_FALSE(std::isfinite(made));
      } else if (step["operation"] == "sum" || step["operation"] == "difference") {
        // Compensated, where this is not.
        CHECK(std::fabs(made - value(i)) <= 1e-12 * largestTerm(step, made));
      } else {
        CHECK(made == value(i));
      }
    }
  }

 private:
  double operand(const Json& step, std::size_t i) const { return value(step["operands"][i]); }

  double recomputed(const Json& step) const {
    const std::string operation = step["operation"];
    if (operation == "sum" && step["operands"].empty()) return 0;
    double made = operand(step, 0);
    for (std::size_t i = 1; i < step["operands"].size(); ++i) {
      const double next = operand(step, i);
      if (operation == "sum") made += next;
      if (operation == "difference") made -= next;
      if (operation == "product") made *= next;
      if (operation == "quotient") made /= next;
      if (operation == "max") made = std::max(made, next);
      if (operation == "min") made = std::min(made, next);
    }
    return made;
  }

  double largestTerm(const Json& step, double made) const {
    double largest = std::fabs(made);
    for (const Json& each : step["operands"]) largest = std::max(largest, std::fabs(value(each)));
    return largest;
  }

  const Json& steps_;
};

/// All that a report only repeats from the scenario.
const std::regex kGiven(R"(/wallets/\d+/()"
                        R"(collateral/\d+/quantity|positions/\d+/(size|entryPrice|unrealizedFunding)|cash)"
                        R"(|orders/\d+/size|transfers/\d+/quantity)"
                        // Of the market: 1.
                        R"(|(.*/)?factors/\d+/current)"
                        R"())");

void collectNumbers(const Json& value, const std::string& path, std::vector<std::string>& found) {
  if (value.is_number()) found.push_back(path);
  if (!value.is_structured()) return;
  for (const auto& [key, item] : value.items()) collectNumbers(item, path + "/" + key, found);
}

bool isOmitted(const Json& explanation, const std::string& path) {
  const auto holds = [&](const Json& omitted) {
    return path.rfind(omitted.get<std::string>() + "/", 0) == 0;
  };
  return std::any_of(explanation["omitted"].begin(), explanation["omitted"].end(), holds);
}

void checkFigures(const Json& report, const Json& explanation, const Steps& steps) {
  std::set<std::string> explained;
  for (const Json& figure : explanation["figures"]) {
    const std::string path = figure["path"];
    INFO(path);
    CHECK(explained.insert(path).second);
    REQUIRE(figure["step"].get<std::size_t>() < explanation["steps"].size());
    const Json::json_pointer place(path);
    REQUIRE(report.contains(place));
    REQUIRE(report.at(place).is_number());
    // The step is the calculation: the same to the last digit.
    CHECK(report.at(place).get<double>() == steps.value(figure["step"]));
  }
  std::vector<std::string> numbers;
  collectNumbers(report, "", numbers);
  for (const std::string& path : numbers) {
    if (std::regex_match(path, kGiven) || isOmitted(explanation, path)) continue;
    INFO(path << " has no figure");
    CHECK(explained.count(path) == 1);
  }
}

void checkExplanation(const std::string& scenario) {
  INFO(scenario);
  const Json report = Json::parse(margin::evaluate(scenario));
  const Json explanation = Json::parse(margin::explain(scenario));
  REQUIRE_FALSE(report.contains("errors"));
  REQUIRE(explanation["format"] == "margin-explanation/1");
  REQUIRE_FALSE(explanation["steps"].empty());
  const Steps steps(explanation["steps"]);
  steps.check();
  checkFigures(report, explanation, steps);
}

}  // namespace

TEST_CASE("The golden documents are explained", "[explanation]") {
  for (const auto& entry : std::filesystem::directory_iterator(MARGIN_SOURCE_DIR "/tests/vectors")) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path());
    for (const Json& vector : Json::parse(file)) checkExplanation(vector["scenario"].dump());
  }
}

TEST_CASE("Random accounts of every type are explained", "[explanation]") {
  using margin::test::Kind;
  for (const Kind kind :
       {Kind::Plain, Kind::Multi, Kind::Single, Kind::UsFutures, Kind::Orders, Kind::Mixed}) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
      checkExplanation(margin::test::randomScenario(seed, kind));
    }
  }
}

TEST_CASE("A scenario that is refused is not explained", "[explanation]") {
  CHECK(Json::parse(margin::explain("{}")) == Json::parse(margin::evaluate("{}")));
}

namespace {

/// An explanation of one scenario, asked by path and by symbol.
class Explained {
 public:
  explicit Explained(const Json& scenario, const std::string& path = "")
      : document_(Json::parse(path.empty() ? margin::explain(scenario.dump())
                                           : margin::explainFigure(scenario.dump(), path))) {
    INFO(document_.dump());
    REQUIRE_FALSE(document_.contains("errors"));
  }

  const Json& document() const { return document_; }
  const Json& at(const std::string& path) const {
    for (const Json& figure : document_["figures"]) {
      if (figure["path"] == path) return step(figure["step"]);
    }
    FAIL(path << " has no figure");
    return document_;
  }
  const Json& step(std::size_t index) const { return document_["steps"][index]; }
  const Json& operand(const Json& of, std::size_t i) const { return step(of["operands"][i]); }
  /// The steps of a symbol that a step rests on, values alone.
  std::set<double> values(const Json& of, const std::string& symbol) const {
    std::set<double> found;
    if (of["symbol"] == symbol) found.insert(of["value"].get<double>());
    for (const Json& each : of["operands"]) found.merge(values(step(each), symbol));
    return found;
  }

 private:
  Json document_;
};

/// A multi-collateral wallet of BTC at 100,000 under the global rulebook: class A, 2 % and 1 %, from a
/// million dollars on 4 % and 2 %.
Json bitcoinScenario(const char* basis, const Json& wallet) {
  return {{"format", "margin-scenario/1"},
          {"rulebook", "kraken-global"},
          {"policy", {{"marginBasis", basis}}},
          {"prices", {{"BTC", 100000}}},
          {"wallets", {wallet}}};
}

Json bitcoinPosition(const char* side, double size) {
  return {{"contract", "PF_XBTUSD"}, {"side", side}, {"size", size}, {"entryPrice", 100000}};
}

}  // namespace

TEST_CASE("A liquidation price opens into the equation that was solved", "[explanation]") {
  // 98,000 x + 500,000 (x - 1) = 5,000: (5,000 + 500,000) / 598,000.
  const Json scenario = bitcoinScenario("entry", {{"type", "multi-collateral"},
                                                  {"collateral", {{{"asset", "BTC"}, {"quantity", 1}}}},
                                                  {"positions", {bitcoinPosition("long", 5)}}});
  const Explained explained(scenario);
  const Json& price = explained.at("/wallets/0/factors/0/below/price");
  CHECK(price["formula"] == "indexPrice × ratio");
  const Json& ratio = explained.operand(price, 1);
  CHECK(ratio["formula"] == "(requirementIntercept − equityIntercept) ÷ (equitySlope − requirementSlope)");
  CHECK(ratio["value"] == 505000.0 / 598000);
  CHECK(explained.values(ratio, "equitySlope") == std::set<double>{598000});
  CHECK(explained.values(ratio, "equityIntercept") == std::set<double>{-500000});
  CHECK(explained.values(ratio, "requirementSlope") == std::set<double>{0});
  CHECK(explained.values(ratio, "requirementIntercept") == std::set<double>{5000});
  const Json& equity = explained.at("/wallets/0/factors/0/below/marginEquity");
  CHECK(equity["formula"] == "(equitySlope × ratio) + equityIntercept");
  CHECK(equity["value"] == 598000 * (505000.0 / 598000) - 500000);
  CHECK(explained.at("/wallets/0/factors/0/below/maintenanceMargin")["value"] == 5000);
  // Nothing is left at 500,000 / 598,000.
  const Json& bankruptcy = explained.at("/wallets/0/positions/0/bankruptcyPrice");
  CHECK(explained.values(bankruptcy, "ratio") == std::set<double>{500000.0 / 598000});
  CHECK(explained.values(bankruptcy, "equitySlope") == std::set<double>{598000});
}

TEST_CASE("A boundary that is a jump says so", "[explanation]") {
  // Short 950,000 USD: at 1/0.95 it is a million, and 2 % of it are 20,000 in the place of 10,000. Of 65,000
  // the position has lost 50,000 there.
  const Json scenario = bitcoinScenario("mark", {{"type", "multi-collateral"},
                                                 {"collateral", {{{"asset", "USD"}, {"quantity", 65000}}}},
                                                 {"positions", {bitcoinPosition("short", 9.5)}}});
  const Explained explained(scenario);
  const Json& price = explained.at("/wallets/0/positions/0/liquidation/above/price");
  const Json& ratio = explained.operand(price, 1);
  CHECK(ratio["symbol"] == "ratioAtLevelStart");
  CHECK(ratio["formula"] == "levelStart ÷ notional");
  CHECK(ratio["value"] == 1000000.0 / 950000);
  CHECK(ratio["source"].get<std::string>().rfind("A jump", 0) == 0);
  const Json& margin = explained.at("/wallets/0/positions/0/liquidation/above/maintenanceMargin");
  CHECK(explained.values(margin, "maintenanceRate") == std::set<double>{0.02});
  CHECK(margin["value"] == 19000 * (1000000.0 / 950000));
}

TEST_CASE("Of a coin's wallet the equation is in the reciprocal", "[explanation][golden]") {
  // 0.135 - 0.125 y = 0.00125 y at y = 0.135 / 0.12625.
  const Json scenario = bitcoinScenario(
      "mark", {{"type", "single-collateral"},
               {"asset", "BTC"},
               {"balance", 0.01},
               {"positions",
                {{{"contract", "PI_XBTUSD"}, {"side", "long"}, {"size", 12500}, {"entryPrice", 100000}}}}});
  const Explained explained(scenario);
  const Json& ratio = explained.operand(explained.at("/wallets/0/factors/0/below/price"), 1);
  CHECK(ratio["formula"] == "1 ÷ reciprocalRatio");
  const Json& inverse = explained.operand(ratio, 1);
  CHECK(inverse["value"] == (0 - 0.135) / (-0.125 - 0.00125));
  CHECK(explained.values(inverse, "equityIntercept") == std::set<double>{0.135});
  CHECK(explained.values(inverse, "equitySlope") == std::set<double>{-0.125});
  CHECK(explained.values(inverse, "requirementSlope") == std::set<double>{0.00125});
}

TEST_CASE("One figure is shown with what it rests on alone", "[explanation]") {
  const Json order = {{"contract", "PF_XBTUSD"}, {"side", "short"}, {"size", 1}, {"price", 101000}};
  Json wallet = {{"type", "multi-collateral"},
                 {"collateral", {{{"asset", "BTC"}, {"quantity", 1}}}},
                 {"positions", {bitcoinPosition("long", 5)}},
                 {"orders", {order, order}}};
  const Json scenario = bitcoinScenario("entry", wallet);
  const std::string path = "/wallets/0/orders/1/filled/realizedAfterFee";
  const Explained one(scenario, path);
  REQUIRE(one.document()["figures"].size() == 1);
  CHECK(one.document()["figures"][0]["step"] == one.document()["steps"].size() - 1);
  CHECK(one.document()["omitted"].empty());
  // A gain of 1,000 less 0.02 % of 101,000.
  CHECK(one.at(path)["value"] == 1000 - 0.0002 * 101000);
  CHECK(one.at(path)["formula"] == Explained(scenario).at(path)["formula"]);
  const std::string after = "/wallets/0/orders/1/filled/marginEquity";
  CHECK(Explained(scenario, after).at(after)["value"] == Explained(scenario).at(after)["value"]);
  for (const char* none : {"/wallets/0/nothing", "/wallets/7/marginEquity", "wallets", "/wallets/0"}) {
    const Json refused = Json::parse(margin::explainFigure(scenario.dump(), none));
    INFO(none);
    REQUIRE(refused["errors"].size() == 1);
    CHECK(refused["errors"][0]["code"] == "unknown");
    CHECK(refused["errors"][0]["path"] == none);
  }
}

TEST_CASE("What is too much to show is named, and shown where it is asked for", "[explanation]") {
  Json rulebook = {{"format", "margin-rulebook/1"},
                   {"id", "wide"},
                   {"title", "Wide"},
                   {"effective", "2026-01-01"},
                   {"assets", {{"BTC", {{"haircut", 0}}}}}};
  rulebook["marginSchedules"]["A"] = {{{"from", 0}, {"initial", 0.02}, {"maintenance", 0.01}}};
  Json wallet = {{"type", "multi-collateral"}, {"collateral", {{{"asset", "BTC"}, {"quantity", 100}}}}};
  constexpr int kPositions = 1000;
  constexpr int kOrders = 100;
  for (int i = 0; i < kPositions; ++i) {
    const std::string symbol = "C" + std::to_string(i);
    rulebook["contracts"].push_back(
        {{"symbol", symbol}, {"type", "linear"}, {"underlying", "BTC"}, {"schedule", "A"}});
    wallet["positions"].push_back(
        {{"contract", symbol}, {"side", "long"}, {"size", 0.1}, {"entryPrice", 100000}});
  }
  for (int i = 0; i < kOrders; ++i) {
    wallet["orders"].push_back(
        {{"contract", "C" + std::to_string(i)}, {"side", "long"}, {"size", 0.1}, {"price", 99000 + i}});
  }
  const Json scenario = {{"format", "margin-scenario/1"},
                         {"rulebook", rulebook},
                         {"prices", {{"BTC", 100000}}},
                         {"wallets", {wallet}}};
  const std::string all = margin::explain(scenario.dump());
  CHECK(all.size() < 20u << 20);
  const Json document = Json::parse(all);
  CHECK(document["omitted"].size() > 50);
  CHECK(document["omitted"].back() == "/wallets/0/orders/99/filled");
  const Json report = Json::parse(margin::evaluate(scenario.dump()));
  const Steps steps(document["steps"]);
  steps.check();
  checkFigures(report, document, steps);
  const std::string path = "/wallets/0/orders/99/filled/marginEquity";
  const Explained one(scenario, path);
  CHECK(one.at(path)["value"] == report.at(Json::json_pointer(path)));
}
