// SPDX-License-Identifier: MIT
// US wallets through the documents: what is read, refused, written and warned of.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "margin/codec.hpp"

using Json = nlohmann::json;
using margin::ErrorCode;

namespace {

/// 10,000 USD and two MBT at 100,000 on Monday 2026-11-23 at 15:40 Chicago time, after one liquidation.
Json accepted() {
  return Json::parse(R"({"format":"margin-scenario/1","asOf":"2026-11-23T15:40:00-06:00",
    "prices":{"BTC":100000},
    "rulebook":{"format":"margin-rulebook/1","id":"own","title":"Own","effective":"2026-11-01","assets":{},
      "marginSchedules":{},"contracts":[
        {"symbol":"MBT","type":"us","underlying":"BTC","exchange":"CME","valuePerPoint":0.1,
         "session":{"open":"17:00","close":"16:00"},"perpetual":false,
         "intradayMargin":1000,"initialMargin":10000,"maintenanceMargin":8000,
         "fees":{"exchange":0,"nfa":0,"clearing":0,"commission":0.39}},
        {"symbol":"PBT","type":"us","underlying":"BTC","exchange":"Bitnomial","valuePerPoint":0.01,
         "session":{"open":"17:00","close":"16:00"},"assumed":true,
         "intradayMargin":100,"initialMargin":1000,"maintenanceMargin":800,
         "fees":{"exchange":0.03,"nfa":0.10,"clearing":0.02,"commission":0}},
        {"symbol":"PF_XBTUSD","type":"linear","underlying":"BTC","schedule":"A"}]},
    "wallets":[{"type":"us-futures","cash":10000,"liquidations":1,
      "positions":[{"contract":"MBT","side":"long","size":2,"entryPrice":100000}]}]})");
}

Json withSchedule(Json document) {
  document["rulebook"]["marginSchedules"]["A"] =
      Json::parse(R"([{"from":0,"initial":0.02,"maintenance":0.01}])");
  return document;
}

Json reportOf(const Json& document) {
  const Json report = Json::parse(margin::evaluate(withSchedule(document).dump()));
  INFO(report.dump());
  REQUIRE(report.contains("wallets"));
  return report;
}

/// Changes one value and expects exactly one refusal, at `path`.
void refused(Json document, const std::string& at, const Json& value, ErrorCode code,
             const std::string& path) {
  INFO(at << " = " << value.dump());
  document = withSchedule(document);
  const Json::json_pointer place(at);
  if (value.is_discarded()) {
    document.at(place.parent_pointer()).erase(place.back());
  } else {
    document[place] = value;
  }
  const auto errors = margin::evaluateScenario(document.dump()).errors;
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == code);
  CHECK(errors[0].path == path);
  CHECK(errors[0].message.size() > 10);
  CHECK(errors[0].message.back() == '.');
}
void refused(const std::string& at, const Json& value, ErrorCode code) {
  refused(accepted(), at, value, code, at);
}

const Json kRemoved = Json(Json::value_t::discarded);

std::vector<std::string> codesOf(const Json& document) {
  const Json report = reportOf(document);
  std::vector<std::string> codes;
  for (const Json& warning : report["warnings"]) codes.push_back(warning["code"]);
  return codes;
}

}  // namespace

TEST_CASE("The report of a US wallet has every field, and no other", "[us][codec]") {
  const Json report = reportOf(accepted());
  const Json& wallet = report["wallets"][0];
  std::vector<std::string> keys;
  for (const auto& item : wallet.items()) keys.push_back(item.key());
  CHECK(keys == std::vector<std::string>{"availableMargin",   "cash",          "currency",
                                         "effectiveLeverage", "equity",        "factors",
                                         "funding",           "initialMargin", "initialUsage",
                                         "intradayMargin",    "intradayUsage", "liquidationFee",
                                         "maintenanceMargin", "nextSwitch",    "open",
                                         "positions",         "regime",        "requirement",
                                         "riskBuffer",        "status",        "type",
                                         "unrealizedPnl",     "withdrawable"});
  keys.clear();
  for (const auto& item : wallet["positions"][0].items()) keys.push_back(item.key());
  CHECK(keys == std::vector<std::string>{"bankruptcyPrice", "breakEvenPrice", "closeFee", "contract",
                                         "entryPrice", "fundingPerHour", "fundingRate", "initialMargin",
                                         "intradayMargin", "liquidation", "maintenanceMargin", "markPrice",
                                         "notional", "openFee", "regime", "requirement", "side", "size",
                                         "unrealizedPnl"});
  CHECK(wallet["type"] == "us-futures");
  CHECK(wallet["open"] == true);
  CHECK(wallet["liquidationFee"] == 50);
  CHECK(wallet["nextSwitch"] == Json::parse(R"({"time":"2026-11-23T15:45:00-06:00","seconds":300,
      "regime":"initial","requirement":20000,"riskBuffer":-10000})"));
  CHECK(wallet["funding"] ==
        Json::parse(R"({"perHour":0,"perSettlement":0,"perDay":0,"perMonth":0,"nextAdjustment":null})"));
  CHECK(wallet["factors"][0]["below"]["price"] == 60000);
  CHECK(wallet["factors"][1]["factor"] == "market");
}

TEST_CASE("Times are told by Chicago's clock, across the end of summer time", "[us][codec]") {
  Json document = accepted();
  document["asOf"] = "2026-10-30T21:30:00Z";  // Friday 16:30 -05:00
  document["wallets"][0]["positions"][0]["contract"] = "PBT";
  const Json wallet = reportOf(document)["wallets"][0];
  CHECK(wallet["open"] == false);
  CHECK(wallet["nextSwitch"]["time"] == "2026-11-01T17:00:00-06:00");
  CHECK(wallet["nextSwitch"]["seconds"] == 178200);
  CHECK(wallet["nextSwitch"]["regime"] == "intraday");
  CHECK(wallet["funding"]["nextAdjustment"] == "2026-11-02T15:00:00-06:00");
  document["asOf"] = "2026-02-28T12:00:00Z";
  CHECK(reportOf(document)["wallets"][0]["nextSwitch"]["time"] == "2026-03-01T17:00:00-06:00");
  document["asOf"] = "2027-12-31T22:30:00Z";  // a Friday
  CHECK(reportOf(document)["wallets"][0]["nextSwitch"]["time"] == "2028-01-02T17:00:00-06:00");
}

TEST_CASE("A US wallet needs the clock, once, and within Chicago's", "[us][refusals]") {
  refused("/asOf", kRemoved, ErrorCode::Missing);
  refused("/asOf", "yesterday", ErrorCode::Malformed);
  refused("/asOf", "1999-12-31T23:59:59Z", ErrorCode::OutOfRange);
  refused("/asOf", "2038-01-01T00:00:00Z", ErrorCode::OutOfRange);
  Json two = accepted();
  two["wallets"].push_back(two["wallets"][0]);
  refused(two, "/asOf", kRemoved, ErrorCode::Missing, "/asOf");
  refused(two, "/asOf", "2038-01-01T00:00:00Z", ErrorCode::OutOfRange, "/asOf");
  Json edge = accepted();
  for (const char* asOf : {"2000-01-01T00:00:00Z", "2037-12-31T23:59:59Z"}) {
    edge["asOf"] = asOf;
    CHECK(margin::evaluateScenario(withSchedule(edge).dump()).errors.empty());
  }
}

TEST_CASE("What a US wallet may not hold", "[us][refusals]") {
  const std::string wallet = "/wallets/0";
  refused(wallet + "/cash", kRemoved, ErrorCode::Missing);
  refused(wallet + "/cash", "10000", ErrorCode::Malformed);
  refused(wallet + "/news", 1, ErrorCode::Malformed);
  refused(wallet + "/carried", "no", ErrorCode::Malformed);
  refused(wallet + "/liquidations", -1, ErrorCode::OutOfRange);
  refused(wallet + "/liquidations", 1.5, ErrorCode::OutOfRange);
  refused(wallet + "/collateral", Json::array(), ErrorCode::Unknown);
  refused(wallet + "/positions/0/margin", "cross", ErrorCode::Unknown);
  refused(wallet + "/positions/0/unrealizedFunding", 0, ErrorCode::Unknown);
  refused(wallet + "/positions/0/size", 0, ErrorCode::OutOfRange);
  refused(wallet + "/positions/0/contract", "MES", ErrorCode::Unknown);
  refused(wallet + "/positions/0/contract", "PF_XBTUSD", ErrorCode::Inconsistent);
  refused("/prices/BTC", kRemoved, ErrorCode::Missing);
  Json twice = accepted();
  twice["wallets"][0]["positions"].push_back(twice["wallets"][0]["positions"][0]);
  refused(twice, "/title", "twice", ErrorCode::Inconsistent, wallet + "/positions/1/contract");
  Json debt = accepted();
  debt["wallets"][0]["cash"] = -1;
  CHECK(margin::evaluateScenario(withSchedule(debt).dump()).errors.empty());
}

TEST_CASE("A US reader is told of assumed fees, contracts of orders alone, and expired positions",
          "[us][warnings]") {
  Json document = accepted();
  Json& wallet = document["wallets"][0];
  wallet["cash"] = 1e6;
  const auto told = [&] {
    std::vector<std::string> paths;
    const Json report = reportOf(document);
    for (const Json& each : report["warnings"]) {
      paths.push_back(each["code"].get<std::string>() + " " + each["path"].get<std::string>());
    }
    return paths;
  };
  using Told = std::vector<std::string>;
  CHECK(told().empty());
  document["rulebook"]["contracts"][0]["fees"]["assumed"] = true;
  CHECK(told() == Told{"assumed /wallets/0/positions/0/contract"});
  wallet["orders"] = Json::parse(R"([{"contract":"MBT","side":"long","size":1,"type":"market"},
    {"contract":"PBT","side":"long","size":1,"type":"market"},{"contract":"PBT","side":"long","size":1,"type":"market"}])");
  CHECK(told() == Told{"assumed /wallets/0/positions/0/contract", "assumed /wallets/0/orders/1/contract"});
  document["rulebook"]["contracts"][0]["fees"].erase("assumed");
  wallet.erase("orders");
  document["rulebook"]["contracts"][0]["expiry"] = "2026-11-23T21:40:00Z";
  CHECK(told() == Told{"expired /wallets/0/positions/0/contract"});
  document["rulebook"]["contracts"][0]["expiry"] = "2026-11-23T21:40:01Z";
  CHECK(told().empty());
}

TEST_CASE("Assumed fees are an assumption wherever they enter the working", "[us][explanation]") {
  Json document = withSchedule(accepted());
  const auto assumed = [&] {
    const Json answer = Json::parse(margin::explain(document.dump()));
    for (const Json& figure : answer["figures"]) {
      if (figure["path"] == "/wallets/0/positions/0/openFee") {
        return answer["steps"][figure["step"].get<std::size_t>()]["assumption"].get<bool>();
      }
    }
    return false;
  };
  CHECK_FALSE(assumed());
  document["rulebook"]["contracts"][0]["fees"]["assumed"] = true;
  CHECK(assumed());
}

TEST_CASE("An order on a closed session says when it opens", "[us][codec]") {
  Json document = accepted();
  document["asOf"] = "2026-10-30T21:30:00Z";  // Friday 16:30 -05:00
  document["wallets"][0]["orders"] =
      Json::parse(R"([{"contract":"MBT","side":"long","size":1,"type":"market"}])");
  CHECK(reportOf(document)["wallets"][0]["orders"][0]["waitsUntil"] == "2026-11-01T17:00:00-06:00");
  document["asOf"] = "2026-10-30T20:30:00Z";
  CHECK_FALSE(reportOf(document)["wallets"][0]["orders"][0].contains("waitsUntil"));
}

TEST_CASE("What the reader of a US report is warned of", "[us][warnings]") {
  using Codes = std::vector<std::string>;
  Json document = accepted();
  Json& wallet = document["wallets"][0];
  CHECK(codesOf(document) == Codes{"initial-usage"});
  wallet["cash"] = 20000;
  CHECK(codesOf(document).empty());
  wallet["positions"][0]["contract"] = "PBT";
  CHECK(codesOf(document) == Codes{"assumed"});
  wallet["positions"][0]["contract"] = "MBT";
  wallet["cash"] = 1999;
  CHECK(codesOf(document) == Codes{"intraday-usage", "initial-usage"});
  document["asOf"] = "2026-11-23T15:45:00-06:00";
  CHECK(codesOf(document) == Codes{"liquidation-risk"});
  // Carried: initial margin is not needed, yet the figure is over 100 %.
  document["asOf"] = "2026-11-23T15:40:00-06:00";
  wallet["carried"] = true;
  wallet["cash"] = 18000;
  const Json told = reportOf(document)["warnings"];
  REQUIRE(told.size() == 1);
  CHECK(told[0]["path"] == "/wallets/0");
  CHECK(told[0]["message"] ==
        "Equity is below initial margin: from 2026-11-23T15:45:00-06:00 on they require 16000 USD; "
        "equity is 18000 USD.");
  // Nothing to keep, nothing to lose.
  wallet["positions"] = Json::array();
  wallet["cash"] = -5;
  CHECK(codesOf(document).empty());
}
