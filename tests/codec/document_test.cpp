// SPDX-License-Identifier: MIT
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

TEST_CASE("A number beyond a double is refused where it stands", "[document]") {
  const auto errors = errorsOf(R"({"prices":{"BTC":1e400}})");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == margin::ErrorCode::NotFinite);
  CHECK(errors[0].path == "/prices/BTC");
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
