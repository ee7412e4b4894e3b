// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "margin/codec.hpp"

namespace {

std::vector<margin::Error> errorsOf(const std::string& text) { return margin::evaluateScenario(text).errors; }

}  // namespace

TEST_CASE("A syntax error stops there and says where", "[document]") {
  const auto errors = errorsOf("{\"format\":\"margin-scenario/1\",\n \"wallets\": [1,]}");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == margin::ErrorCode::Malformed);
  CHECK(errors[0].path == "/wallets/1");
  CHECK(errors[0].message == "Not valid JSON at line 2, column 16.");
}

TEST_CASE("Text that is no JSON at all is refused", "[document]") {
  for (const std::string text :
       {"", " ", "{", "nonsense", "{\"a\":1} {", "\xff\xfe", "{\"a\":NaN}", "{\"a\":\"\\u12\"}"}) {
    INFO(text);
    const auto errors = errorsOf(text);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == margin::ErrorCode::Malformed);
  }
}

TEST_CASE("What is valid JSON, and where it ends to be, is what nlohmann's own parser says", "[document]") {
  // Every text of at most five of these.
  constexpr std::array<const char*, 9> kPieces = {"{", "}", "[", "]", ":", ",", "\"a\"", "1", "-"};
  constexpr std::size_t kMost = 5;
  std::size_t valid = 0;
  std::array<std::size_t, kMost> choice{};
  for (std::size_t length = 1; length <= kMost; ++length) {
    choice.fill(0);
    for (bool more = true; more;) {
      std::string text;
      for (std::size_t i = 0; i < length; ++i) text += kPieces[choice[i]];
      std::string expected;
      try {
        valid += nlohmann::json::parse(text).is_discarded() ? 0 : 1;
      } catch (const nlohmann::json::parse_error& error) {
        expected =
            "Not valid JSON at line 1, column " + std::to_string(std::max<std::size_t>(error.byte, 1)) + ".";
      }
      const auto errors = errorsOf(text);
      REQUIRE_FALSE(errors.empty());
      const std::string& told = errors[0].message;
      if (expected.empty() ? told.rfind("Not valid JSON", 0) == 0 : told != expected) {
        INFO(text << " should be " << expected);
        CHECK(told == expected);
      }
      std::size_t digit = 0;
      while (digit < length && ++choice[digit] == kPieces.size()) choice[digit++] = 0;
      more = digit < length;
    }
  }
  CHECK(valid > 20);
}

TEST_CASE("A number beyond a double is refused where it stands", "[document]") {
  const auto errors = errorsOf(R"({"prices":{"BTC":1e400}})");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == margin::ErrorCode::NotFinite);
  CHECK(errors[0].path == "/prices/BTC");
  CHECK(errors[0].message == "The number 1e400 is beyond what a double holds (about 1.8e308).");
  const auto inList = errorsOf("[1, -12.5E+999 ]");
  REQUIRE(inList.size() == 1);
  CHECK(inList[0].path == "/1");
  CHECK(inList[0].message == "The number -12.5E+999 is beyond what a double holds (about 1.8e308).");
}

TEST_CASE("Repeated keys are refused, in small and in large objects", "[document]") {
  const auto errors = errorsOf(R"({"prices":{"BTC":1,"BTC":2},"a/b":1,"a/b":2})");
  REQUIRE(errors.size() >= 2);
  CHECK(errors[0].code == margin::ErrorCode::Duplicate);
  CHECK(errors[0].path == "/prices/BTC");
  CHECK(errors[1].path == "/a~1b");

  std::string many = "{\"prices\":{";
  for (int i = 0; i < 40; ++i) many += "\"A" + std::to_string(i % 39) + "\":1" + (i < 39 ? "," : "");
  const auto found = errorsOf(many + "}}");
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].code == margin::ErrorCode::Duplicate);
  CHECK(found[0].path == "/prices/A0");
}

TEST_CASE("Nesting and size have limits", "[document]") {
  const auto deep = errorsOf(std::string(100000, '['));
  REQUIRE(deep.size() == 1);
  CHECK(deep[0].code == margin::ErrorCode::TooLarge);
  const auto large = errorsOf(std::string((16u << 20) + 1, ' '));
  REQUIRE(large.size() == 1);
  CHECK(large[0].code == margin::ErrorCode::TooLarge);
}

TEST_CASE("What refusals repeat stays small", "[document]") {
  const auto longKey = errorsOf("{\"" + std::string(257, 'k') + "\":1}");
  REQUIRE(longKey.size() == 1);
  CHECK(longKey[0].code == margin::ErrorCode::TooLarge);
  std::string many = "{";
  for (int i = 0; i < 5000; ++i) many += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
  const auto errors = errorsOf(many + "}");
  CHECK(errors.size() == 1001);
  CHECK(errors.back().code == margin::ErrorCode::TooLarge);
}

TEST_CASE("Text that needs escapes comes back as it was", "[document]") {
  const std::string json = margin::evaluate(
      R"({"format":"margin-scenario/1","rulebook":"kraken-global","prices":{"\u0001\"\\é":1},"wallets":[]})");
  CHECK(json.find(R"("path":"/prices/\u0001\"\\é")") != std::string::npos);
}
