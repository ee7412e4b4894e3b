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

/// What a step of an explanation amounts to, worked out from its operands' values.
class Steps {
 public:
  explicit Steps(const Json& steps) : steps_(steps) {
    for (const Json& step : steps_) scales_.push_back(scaleOf(step));
  }

  double value(std::size_t step) const { return steps_[step]["value"].get<double>(); }
  /// The largest term that the step's value can be wrong by a share of.
  double scale(std::size_t step) const { return scales_[step]; }

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
      } else {
        CHECK(std::fabs(made - value(i)) <= 1e-12 * largestTerm(step, made));
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
    if (step["operation"] != "sum" && step["operation"] != "difference") return largest;
    for (const Json& each : step["operands"]) largest = std::max(largest, std::fabs(value(each)));
    return largest;
  }

  /// A rounding of the operands by a share of their scales moves the step by that share of this.
  double scaleOf(const Json& step) const {
    const auto scaleOfOperand = [&](std::size_t i) {
      return scales_[step["operands"][i].get<std::size_t>()];
    };
    const std::string operation = step["operation"];
    if (operation == "input") return std::fabs(step["value"].get<double>());
    if (step["value"].is_null()) return 0;
    double scale = std::fabs(step["value"].get<double>());
    if (operation == "product" && step["operands"].size() == 2) {
      return std::max({scale, scaleOfOperand(0) * std::fabs(operand(step, 1)),
                       scaleOfOperand(1) * std::fabs(operand(step, 0))});
    }
    if (operation == "quotient") {
      const double divisor = std::fabs(operand(step, 1));
      return std::max({scale, scaleOfOperand(0) / divisor,
                       scaleOfOperand(1) * std::fabs(operand(step, 0)) / (divisor * divisor)});
    }
    for (std::size_t i = 0; i < step["operands"].size(); ++i) scale = std::max(scale, scaleOfOperand(i));
    return scale;
  }

  const Json& steps_;
  std::vector<double> scales_;
};

/// Where a report repeats what it was given, or counts: nothing to explain.
const std::regex kGiven(R"(/wallets/\d+/()"
                        R"(collateral/\d+/(quantity|price|haircut))"
                        R"(|positions/\d+/(size|entryPrice|markPrice|unrealizedFunding|level|fundingRate))"
                        R"(|(.*/)?factors/\d+/current|positions/\d+/liquidation/current)"
                        R"(|automaticConversion/threshold|cash|liquidationFee)"
                        R"(|orders/\d+/(size|price)|orders/\d+/filled/position/(size|entryPrice))"
                        R"(|transfers/\d+/quantity)"
                        R"())");

/// Computed, but not explained so far.
const std::regex kUnexplained(
    R"(/wallets/\d+/()"
    // Sales of collateral, step by step.
    R"((settlement|automaticConversion)/conversions/\d+/(quantity|proceeds|fee))"
    R"(|settlement/balances/\d+/quantity|(settlement|automaticConversion)/uncovered|automaticConversion/owed)"
    // Limits of the mark and time left.
    R"(|positions/\d+/markLimits/(lowest|highest)|positions/\d+/expiry/hours|nextSwitch/seconds)"
    // Of previews: what trades, what the book gives, and the boundaries after it.
    R"(|orders/\d+/(reduces|opens)|orders/\d+/slippage/\w+)"
    R"(|(orders/\d+/filled|transfers/\d+)/factors/\d+/(below|above|boundaries/\d+)/\w+)"
    R"())");

/// A 0 that nothing made: in liquidation already, nothing closed, no position.
bool isZeroForNone(const std::string& path, const Json& number) {
  static const std::regex nothing(
      R"(.*/(hoursToLiquidation|hoursToFundingLiquidation|filled/realizedPnl|requirement))");
  return number == 0 && std::regex_match(path, nothing);
}

void collectNumbers(const Json& value, const std::string& path, std::vector<std::string>& found) {
  if (value.is_number()) found.push_back(path);
  if (!value.is_structured()) return;
  for (const auto& [key, item] : value.items()) collectNumbers(item, path + "/" + key, found);
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
    const std::size_t step = figure["step"];
    const double told = report.at(place).get<double>();
    CHECK(std::fabs(told - steps.value(step)) <= 1e-9 * std::max(steps.scale(step), std::fabs(told)));
  }
  for (std::size_t i = 0; i < report["wallets"].size(); ++i) {
    std::vector<std::string> numbers;
    collectNumbers(report["wallets"][i], "/wallets/" + std::to_string(i), numbers);
    for (const std::string& path : numbers) {
      if (std::regex_match(path, kGiven) || std::regex_match(path, kUnexplained)) continue;
      if (isZeroForNone(path, report.at(Json::json_pointer(path)))) continue;
      INFO(path << " has no figure");
      CHECK(explained.count(path) == 1);
    }
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
