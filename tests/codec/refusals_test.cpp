// SPDX-License-Identifier: MIT
// What is refused, with which code and where. Every case changes one accepted document.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "margin/codec.hpp"

using Json = nlohmann::json;
using margin::ErrorCode;

namespace {

Json accepted() {
  return Json::parse(R"({"format":"margin-scenario/1","rulebook":"kraken-global",
    "prices":{"BTC":100000,"ETH":4000},
    "wallets":[{"type":"multi-collateral","collateral":[{"asset":"BTC","quantity":1}],
    "positions":[{"contract":"PF_XBTUSD","side":"long","size":1,"entryPrice":100000},
                 {"contract":"PF_ETHUSD","side":"short","size":1,"entryPrice":4000,
                  "margin":"isolated","maxLeverage":10}]}]})");
}

Json ownRulebook() {
  return Json::parse(R"({"format":"margin-rulebook/1","id":"own","title":"Own","effective":"2026-01-01",
    "assets":{"BTC":{"haircut":0.1}},
    "marginSchedules":{"X":[{"from":0,"initial":0.02,"maintenance":0.01},{"from":10,"initial":0.04,"maintenance":0.02}]},
    "contracts":[{"symbol":"PF_XBTUSD","type":"linear","underlying":"BTC","schedule":"X"},
                 {"symbol":"PF_ETHUSD","type":"linear","underlying":"ETH","schedule":"X"}]})");
}

std::vector<margin::Error> errorsOf(const Json& document) {
  return margin::evaluateScenario(document.dump()).errors;
}

/// Sets or removes (null) one value and expects exactly one refusal.
void refused(Json document, const std::string& at, const Json& value, ErrorCode code,
             const std::string& path) {
  INFO(at << " = " << value.dump());
  const Json::json_pointer place(at);
  if (value.is_discarded()) {
    document.at(place.parent_pointer()).erase(place.back());
  } else {
    document[place] = value;
  }
  const auto errors = errorsOf(document);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == code);
  CHECK(errors[0].path == path);
  CHECK(errors[0].message.size() > 10);
  CHECK(errors[0].message.back() == '.');
}

void refused(const std::string& at, const Json& value, ErrorCode code) {
  refused(accepted(), at, value, code, at);
}

void refusedRule(const std::string& at, const Json& value, ErrorCode code) {
  Json document = accepted();
  document["rulebook"] = ownRulebook();
  REQUIRE(errorsOf(document).empty());
  refused(document, "/rulebook" + at, value, code, "/rulebook" + at);
}

const Json kRemoved = Json(Json::value_t::discarded);
const std::string kFirst = "/wallets/0/positions/0";

}  // namespace

TEST_CASE("The documents that the cases change are accepted", "[refusals]") {
  CHECK(errorsOf(accepted()).empty());
  Json document = accepted();
  document["rulebook"] = ownRulebook();
  CHECK(errorsOf(document).empty());
}

TEST_CASE("Missing values", "[refusals]") {
  for (const std::string at :
       {"/format", "/rulebook", "/wallets", "/prices/BTC", "/prices/ETH", "/wallets/0/type"}) {
    refused(at, kRemoved, ErrorCode::Missing);
  }
  for (const std::string field : {"/contract", "/side", "/size", "/entryPrice"}) {
    refused(kFirst + field, kRemoved, ErrorCode::Missing);
  }
  refused("/wallets/0/collateral/0/asset", kRemoved, ErrorCode::Missing);
  refused("/wallets/0/collateral/0/quantity", kRemoved, ErrorCode::Missing);
  refused("/wallets/0/positions/1/maxLeverage", kRemoved, ErrorCode::Missing);
}

TEST_CASE("Unknown keys, words and names", "[refusals]") {
  refused("/colour", "red", ErrorCode::Unknown);
  refused(kFirst + "/leverage", 5, ErrorCode::Unknown);
  refused("/wallets/0/haircut", 0, ErrorCode::Unknown);
  refused("/format", "margin-scenario/2", ErrorCode::Unknown);
  refused("/rulebook", "kraken-mars", ErrorCode::Unknown);
  refused("/client", "whale", ErrorCode::Unknown);
  refused(kFirst + "/side", "buy", ErrorCode::Unknown);
  refused(kFirst + "/contract", "PF_NOSUCHUSD", ErrorCode::Unknown);
  refused("/wallets/0/collateral/0/asset", "NOSUCH", ErrorCode::Unknown);
  refused("/wallets/0/profitCurrency", "NOSUCH", ErrorCode::Unknown);
  refused("/prices/NOSUCH", 1, ErrorCode::Unknown);
  refused(accepted(), "/marks", Json{{"PF_NOSUCHUSD", 1}}, ErrorCode::Unknown, "/marks/PF_NOSUCHUSD");
}

TEST_CASE("Wrong types: nothing is converted", "[refusals]") {
  for (const Json& wrong : {Json("1"), Json(true), Json(nullptr), Json::array(), Json::object()}) {
    refused(kFirst + "/size", wrong, ErrorCode::Malformed);
    refused("/prices/BTC", wrong, ErrorCode::Malformed);
  }
  refused(kFirst + "/side", 1, ErrorCode::Malformed);
  refused("/wallets", Json::object(), ErrorCode::Malformed);
  refused("/wallets/0/positions", "none", ErrorCode::Malformed);
  refused(accepted(), "/policy", Json{{"netting", 1}}, ErrorCode::Malformed, "/policy/netting");
  refused("/asOf", "yesterday", ErrorCode::Malformed);
  refused("/asOf", "2026-02-29T00:00:00Z", ErrorCode::Malformed);
}

TEST_CASE("Numbers outside their range", "[refusals]") {
  for (const double wrong : {0.0, -1.0, 1e16, 1e-300}) {
    refused(kFirst + "/size", wrong, ErrorCode::OutOfRange);
    refused(kFirst + "/entryPrice", wrong, ErrorCode::OutOfRange);
    refused("/prices/BTC", wrong, ErrorCode::OutOfRange);
  }
  refused("/wallets/0/collateral/0/quantity", -1, ErrorCode::OutOfRange);
  refused("/wallets/0/positions/1/maxLeverage", 0, ErrorCode::OutOfRange);
  refused("/volume30d", -1, ErrorCode::OutOfRange);
}

TEST_CASE("Only USD may be owed", "[refusals]") {
  Json document = accepted();
  document["wallets"][0]["collateral"].push_back({{"asset", "USD"}, {"quantity", -500}});
  CHECK(errorsOf(document).empty());
}

TEST_CASE("Contradictions", "[refusals]") {
  refused(kFirst + "/maxLeverage", 5, ErrorCode::Inconsistent);
  refused(kFirst + "/isolatedMargin", 5, ErrorCode::Inconsistent);
  refused(accepted(), "/wallets/0/positions/1/isolatedMargin", 5, ErrorCode::Inconsistent,
          "/wallets/0/positions/1/maxLeverage");
  refused("/prices/USD", 2, ErrorCode::Inconsistent);
  Json document = accepted();
  document["wallets"][0]["positions"].push_back(document["wallets"][0]["positions"][0]);
  const auto errors = errorsOf(document);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == ErrorCode::Inconsistent);
  CHECK(errors[0].path == "/wallets/0/positions/2/contract");
  // The same contract in another wallet is another position.
  Json wallets = accepted();
  wallets["wallets"].push_back(wallets["wallets"][0]);
  CHECK(errorsOf(wallets).empty());
}

TEST_CASE("Only perpetual contracts have funding", "[refusals]") {
  Json document = accepted();
  document["fundingRates"] = {{"PF_XBTUSD", 0.0001}};
  CHECK(errorsOf(document).empty());
  refused(document, "/fundingRates/FF_XBTUSD", 0.0001, ErrorCode::Inconsistent, "/fundingRates/FF_XBTUSD");
  refused(document, "/absoluteFundingRates", Json{{"FF_XBTUSD", 5}}, ErrorCode::Inconsistent,
          "/absoluteFundingRates/FF_XBTUSD");
}

TEST_CASE("A profit currency needs its price where something may gain", "[refusals]") {
  Json document = accepted();
  Json& wallet = document["wallets"][0];
  wallet["profitCurrency"] = "EUR";
  wallet["positions"].erase(1);
  document["prices"] = {{"BTC", 100000}};
  auto errors = errorsOf(document);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == ErrorCode::Missing);
  CHECK(errors[0].path == "/prices/EUR");
  // With an order alone it may gain once it trades; with neither it cannot.
  wallet["orders"] = Json::parse(R"([{"contract":"PF_XBTUSD","side":"long","size":1,"price":90000}])");
  wallet["positions"] = Json::array();
  REQUIRE(errorsOf(document).size() == 1);
  CHECK(errorsOf(document)[0].path == "/prices/EUR");
  wallet.erase("orders");
  CHECK(errorsOf(document).empty());
  wallet["profitCurrency"] = "USD";
  CHECK(errorsOf(document).empty());
}

TEST_CASE("A coin's wallet takes positions and orders on that coin alone", "[refusals]") {
  Json document = accepted();
  document["prices"]["ETH"] = 4000;
  document["wallets"] = Json::parse(
      R"([{"type":"single-collateral","asset":"BTC","balance":1,
           "positions":[{"contract":"PI_ETHUSD","side":"long","size":10,"entryPrice":4000}],
           "orders":[{"contract":"PI_XBTUSD","side":"long","size":10,"price":90000},
                     {"contract":"PI_ETHUSD","side":"long","size":10,"price":4000}]}])");
  const auto errors = errorsOf(document);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].path == "/wallets/0/positions/0/contract");
  CHECK(errors[1].path == "/wallets/0/orders/1/contract");
}

TEST_CASE("All errors of meaning come together", "[refusals]") {
  Json document = accepted();
  document["colour"] = "red";
  document["prices"]["BTC"] = -1;
  document["wallets"][0]["positions"][0]["side"] = "up";
  document["wallets"][0]["positions"][1]["size"] = "big";
  CHECK(errorsOf(document).size() == 4);
}

TEST_CASE("All errors of a schedule and of fees come together, and none follows from another", "[refusals]") {
  Json document = accepted();
  document["rulebook"] = ownRulebook();
  document["rulebook"]["marginSchedules"]["X"] = Json::parse(
      R"([{"from":1,"initial":0.02,"maintenance":0.03},{"from":0,"initial":0.01,"maintenance":0.5}])");
  CHECK(errorsOf(document).size() == 5);
  document["rulebook"] = ownRulebook();
  document["rulebook"]["fees"] =
      Json::parse(R"([{"from":"x","maker":0,"taker":0},{"from":0,"maker":0,"taker":0}])");
  CHECK(errorsOf(document).size() == 1);
  Json word = accepted();
  word["wallets"][0]["positions"][1]["margin"] = "isolate";
  REQUIRE(errorsOf(word).size() == 1);
  CHECK(errorsOf(word)[0].path == "/wallets/0/positions/1/margin");
}

TEST_CASE("A number too small to divide by is refused", "[refusals]") {
  refused("/wallets/0/collateral/0/quantity", 1e-305, ErrorCode::OutOfRange);
  refusedRule("/marginSchedules/X/0/maintenance", 1e-308, ErrorCode::OutOfRange);
}

TEST_CASE("A rulebook of one's own is held to its rules", "[refusals][rulebooks]") {
  for (const std::string at : {"/id", "/title", "/effective", "/assets", "/contracts"}) {
    refusedRule(at, kRemoved, ErrorCode::Missing);
  }
  refusedRule("/effective", "soon", ErrorCode::Malformed);
  refusedRule("/assets/BTC/haircut", 1.5, ErrorCode::OutOfRange);
  refusedRule("/assets/BTC/conversionFee", 1, ErrorCode::OutOfRange);
  refusedRule("/assets/BTC/kind", "coin", ErrorCode::Unknown);
  refusedRule("/marginSchedules/X/0/from", 5, ErrorCode::OutOfRange);
  refusedRule("/marginSchedules/X/1/maintenance", 0.05, ErrorCode::OutOfRange);
  refusedRule("/marginSchedules/X/1/from", 0, ErrorCode::Inconsistent);
  refusedRule("/contracts/0/schedule", "Y", ErrorCode::Unknown);
  refusedRule("/contracts/0/type", "spot", ErrorCode::Unknown);
  refusedRule("/contracts/0/underlying", "USD", ErrorCode::Inconsistent);
  refusedRule("/contracts/1/symbol", "PF_XBTUSD", ErrorCode::Duplicate);
  refusedRule("/contracts/0/expiry", "2026-13-01", ErrorCode::Malformed);
  refusedRule("/colour", "red", ErrorCode::Unknown);
}

TEST_CASE("USD may be listed as what it is, and as nothing else", "[refusals][rulebooks]") {
  Json document = accepted();
  document["rulebook"] = ownRulebook();
  document["rulebook"]["assets"]["USD"] = {{"haircut", 0}};
  CHECK(errorsOf(document).empty());
  document["rulebook"]["assets"]["USD"] = {{"haircut", 0.1}};
  REQUIRE(errorsOf(document).size() == 1);
  CHECK(errorsOf(document)[0].path == "/rulebook/assets/USD/haircut");
}

TEST_CASE("An underlying that is no collateral can be traded but not pledged", "[refusals][rulebooks]") {
  Json document = accepted();
  document["rulebook"] = ownRulebook();
  document["wallets"][0]["collateral"][0] = {{"asset", "ETH"}, {"quantity", 1}};
  const auto errors = errorsOf(document);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].path == "/wallets/0/collateral/0/asset");
}
