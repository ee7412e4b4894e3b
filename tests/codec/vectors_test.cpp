// SPDX-License-Identifier: MIT
// Every golden document of tests/vectors: the report of its scenario at the pointers it names.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "margin/codec.hpp"

using Json = nlohmann::json;
using Catch::Matchers::WithinAbs;

namespace {

void check(const Json& report, const std::string& pointer, const Json& expected, double tolerance) {
  INFO(pointer);
  const Json::json_pointer place(pointer);
  REQUIRE(report.contains(place));
  const Json& actual = report.at(place);
  if (!expected.is_number()) {
    CHECK(actual == expected);
    return;
  }
  REQUIRE(actual.is_number());
  const double value = expected.get<double>();
  CHECK_THAT(actual.get<double>(),
             WithinAbs(value, tolerance > 0 ? tolerance : 1e-9 * std::max(std::abs(value), 1e-9)));
}

}  // namespace

TEST_CASE("The golden documents", "[vectors][golden]") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(MARGIN_SOURCE_DIR "/tests/vectors")) {
    if (entry.path().extension() != ".json") continue;
    ++files;
    std::ifstream file(entry.path());
    for (const Json& vector : Json::parse(file)) {
      INFO(entry.path().filename().string() << ": " << vector.at("name").get<std::string>());
      const Json report = Json::parse(margin::evaluate(vector.at("scenario").dump()));
      for (const auto& [pointer, expected] : vector.at("expect").items()) {
        check(report, pointer, expected, vector.value("tolerance", 0.0));
      }
    }
  }
  CHECK(files >= 2);
}
