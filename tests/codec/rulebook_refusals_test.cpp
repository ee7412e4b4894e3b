// SPDX-License-Identifier: MIT
// What is refused of a rulebook document alone. Every case changes one accepted document.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "margin/codec.hpp"

using Json = nlohmann::json;

namespace {

Json accepted() {
  return Json::parse(R"({"format":"margin-rulebook/1","id":"own","title":"Own","effective":"2026-01-01",
    "assets":{"BTC":{"haircut":0.1}},
    "fees":[{"from":0,"maker":0.0002,"taker":0.0005},{"from":1000,"maker":-0.0001,"taker":0.0004}],
    "marginSchedules":{"X":[{"from":0,"initial":0.02,"maintenance":0.01},
                            {"from":10,"initial":0.04,"maintenance":0.02}],
                       "unused":[{"from":0,"initial":0.5,"maintenance":0.5}]},
    "contracts":[
      {"symbol":"PF","type":"linear","underlying":"BTC","schedule":"X"},
      {"symbol":"PI","type":"inverse","underlying":"BTC","schedule":"X","retailSchedule":"unused",
       "fundingCoefficient":24,"maxFundingRate":0.0025},
      {"symbol":"MBT","type":"us","title":"Micro Bitcoin","underlying":"BTC","exchange":"CME",
       "valuePerPoint":0.1,"contractMonths":"every month","perpetual":false,"tick":5,"lot":1,"maxPosition":100,
       "session":{"open":"17:00","close":"16:00"},
       "intradayMargin":50,"initialMargin":2500,"maintenanceMargin":2300,
       "quantityMargins":[{"from":10,"factor":1.5},{"from":50,"factor":2}],
       "fees":{"exchange":1.25,"nfa":0.02,"clearing":0.1,"commission":0.39},"assumed":true}],
    "markPrice":{"perpetualCap":0.01,"datedCaps":[{"days":1,"cap":0.01},{"days":210,"cap":0.2}]},
    "funding":{"intervalHours":1},
    "interest":{"threshold":30000,"ratePerYear":0.1},
    "conversion":{"threshold":100},
    "equityProtection":{"partialStep":0.1,"liquidationFee":0.005},
    "usFutures":{"minutesBeforeClose":15,"newsFactor":4,"firstLiquidationFee":25,"laterLiquidationFee":50},
    "assumptions":[{"subject":"a","value":"b","reason":"c"}],
    "sources":[{"title":"a","address":"b","read":"2026-11-22"}]})");
}

Json errorsOf(const Json& document) {
  const Json answer = Json::parse(margin::checkRulebook(document.dump()));
  REQUIRE(answer.size() == 1);
  return answer.at("errors");
}

Json changed(const std::string& at, const Json& value) {
  Json document = accepted();
  const Json::json_pointer place(at);
  if (value.is_discarded()) {
    document.at(place.parent_pointer()).erase(place.back());
  } else {
    document[place] = value;
  }
  return document;
}

/// Sets or removes one value and expects exactly one refusal, in these words.
void refused(const std::string& at, const Json& value, const std::string& code, const std::string& message,
             const std::string& path = "") {
  INFO(at << " = " << (value.is_discarded() ? "removed" : value.dump()));
  const Json errors = errorsOf(changed(at, value));
  INFO(errors.dump(1));
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].at("code") == code);
  CHECK(errors[0].at("path") == (path.empty() ? at : path));
  CHECK(errors[0].at("message").get<std::string>().find(message) != std::string::npos);
}

const Json kRemoved = Json(Json::value_t::discarded);
const std::string kUs = "/contracts/2";

}  // namespace

TEST_CASE("A right rulebook has no errors, and all of it is read", "[rulebooks][refusals]") {
  CHECK(margin::checkRulebook(accepted().dump()) == R"({"errors":[]})");
  const auto rulebook = margin::readRulebook(accepted().dump()).rulebook;
  REQUIRE(rulebook);
  REQUIRE(rulebook->markPrice);
  CHECK(rulebook->markPrice->perpetualCap == 0.01);
  REQUIRE(rulebook->markPrice->datedCaps.size() == 2);
  CHECK(rulebook->markPrice->datedCaps[1].days == 210);
  CHECK(rulebook->markPrice->datedCaps[1].cap == 0.2);
  CHECK(rulebook->funding.intervalHours == 1);
  REQUIRE(rulebook->interest);
  CHECK(rulebook->interest->threshold == 30000);
  CHECK(rulebook->interest->ratePerYear == 0.1);
  CHECK(rulebook->conversion.threshold == 100);
  CHECK(rulebook->equityProtection.partialStep == 0.1);
  CHECK(rulebook->equityProtection.liquidationFee == 0.005);
  CHECK(rulebook->usFutures.minutesBeforeClose == 15);
  CHECK(rulebook->usFutures.newsFactor == 4);
  CHECK(rulebook->usFutures.firstLiquidationFee == 25);
  CHECK(rulebook->usFutures.laterLiquidationFee == 50);

  const margin::Contract& contract = rulebook->contracts().at(2);
  CHECK(contract.type == margin::ContractType::Us);
  CHECK(contract.assumed);
  CHECK_FALSE(contract.perpetual);
  CHECK(contract.tick == 5.0);
  CHECK(contract.lot == 1.0);
  CHECK(contract.maxPosition == 100.0);
  REQUIRE(contract.us);
  CHECK(contract.us->title == "Micro Bitcoin");
  CHECK(contract.us->exchange == "CME");
  CHECK(contract.us->contractMonths == "every month");
  CHECK(contract.us->valuePerPoint == 0.1);
  CHECK(contract.us->session.open == 17 * 60);
  CHECK(contract.us->session.close == 16 * 60);
  CHECK(contract.us->intradayMargin == 50);
  CHECK(contract.us->initialMargin == 2500);
  CHECK(contract.us->maintenanceMargin == 2300);
  REQUIRE(contract.us->quantityMargins.size() == 2);
  CHECK(contract.us->quantityMargins[1].from == 50);
  CHECK(contract.us->quantityMargins[1].factor == 2);
  CHECK(contract.us->fees.exchange == 1.25);
  CHECK(contract.us->fees.nfa == 0.02);
  CHECK(contract.us->fees.clearing == 0.1);
  CHECK(contract.us->fees.commission == 0.39);
}

TEST_CASE("What a rulebook leaves out has the default of the documents", "[rulebooks]") {
  Json document = accepted();
  for (const char* rules : {"markPrice", "interest", "assumptions", "sources", "fees"}) document.erase(rules);
  for (const char* rules : {"funding", "conversion", "equityProtection", "usFutures"}) {
    document[rules] = Json::object();
  }
  for (const char* field :
       {"title", "contractMonths", "perpetual", "tick", "lot", "maxPosition", "quantityMargins", "assumed"}) {
    document["contracts"][2].erase(field);
  }
  REQUIRE(errorsOf(document).empty());
  const auto rulebook = margin::readRulebook(document.dump()).rulebook;
  CHECK_FALSE(rulebook->markPrice);
  CHECK_FALSE(rulebook->interest);
  CHECK(rulebook->funding.intervalHours == 1);
  CHECK(rulebook->conversion.threshold == 0);
  CHECK(rulebook->equityProtection.partialStep == 0);
  CHECK(rulebook->equityProtection.liquidationFee == 0);
  CHECK(rulebook->usFutures.minutesBeforeClose == 15);
  CHECK(rulebook->usFutures.newsFactor == 4);
  CHECK(rulebook->usFutures.firstLiquidationFee == 25);
  CHECK(rulebook->usFutures.laterLiquidationFee == 50);
  CHECK(rulebook->contracts()[2].perpetual);
}

TEST_CASE("Text that is no rulebook is refused as such", "[rulebooks][refusals]") {
  CHECK(Json::parse(margin::checkRulebook("{"))["errors"][0]["code"] == "malformed");
  CHECK(Json::parse(margin::checkRulebook("[]"))["errors"][0]["code"] == "malformed");
  CHECK(Json::parse(margin::checkRulebook("{\"id\":1,\"id\":1}"))["errors"][0]["code"] == "duplicate");
  refused("/format", "margin-scenario/1", "unknown", "margin-rulebook/1");
  refused("/colour", "red", "unknown", "Not a field of a rulebook.");
}

TEST_CASE("Gaps, overlaps and rates out of order", "[rulebooks][refusals]") {
  const std::string schedule = "/marginSchedules/X";
  refused(schedule, Json::array(), "missing", "at least one level");
  refused(schedule + "/0/from", 1, "out-of-range", "The first level must start from 0.");
  refused(schedule + "/1/from", 0, "inconsistent", "Each level must start above the one before.");
  refused(schedule + "/1/from", -5, "out-of-range", "from 0");
  refused(schedule + "/1/maintenance", 0.05, "out-of-range", "must not exceed the initial rate");
  refused(schedule + "/1/maintenance", 0.005, "inconsistent", "Rates must not decrease with size.");
  refused(schedule + "/0/initial", 0.05, "inconsistent", "Rates must not decrease with size.",
          schedule + "/1/initial");
  refused(schedule + "/0/maintenance", 0, "out-of-range", "above 0");
  refused(schedule + "/1/initial", 1.01, "out-of-range", "fraction from 0 to 1");
  refused(schedule + "/1/rate", 1, "unknown", "Not a field of a margin level.");
  refused("/fees/0/from", 1, "inconsistent", "start from 0");
  refused("/fees/1/from", 0, "inconsistent", "above the one before");
}

TEST_CASE("Schedules and names that are not there, or twice", "[rulebooks][refusals]") {
  refused("/contracts/0/schedule", "Y", "unknown", "\"Y\" is not a schedule of marginSchedules.");
  refused("/contracts/1/retailSchedule", "Y", "unknown", "\"Y\" is not a schedule of marginSchedules.");
  refused("/contracts/0/schedule", kRemoved, "missing", "the name of a schedule");
  refused("/contracts/2/symbol", "PF", "duplicate", "list it once");
  refused("/contracts/0/type", "option", "unknown", "\"linear\" or \"inverse\" or \"us\"");
  refused("/contracts/0/type", kRemoved, "missing", "\"linear\" or \"inverse\" or \"us\"");
  // Of a schedule that was refused itself, nothing more is said.
  refused("/marginSchedules/X/0/from", "0", "malformed", "a number");
}

TEST_CASE("Fields of US contracts", "[rulebooks][refusals][us]") {
  for (const std::string field :
       {"/exchange", "/valuePerPoint", "/session", "/intradayMargin", "/initialMargin", "/maintenanceMargin",
        "/fees", "/underlying", "/fees/exchange", "/fees/nfa", "/fees/clearing", "/fees/commission",
        "/session/open", "/session/close"}) {
    refused(kUs + field, kRemoved, "missing", "Missing: must be");
  }
  for (const std::string field : {"/valuePerPoint", "/intradayMargin", "/initialMargin", "/maintenanceMargin",
                                  "/tick", "/lot", "/maxPosition"}) {
    refused(kUs + field, 0, "out-of-range", "above 0");
  }
  refused(kUs + "/fees/nfa", -0.02, "out-of-range", "from 0");
  for (const std::string wrong : {"17", "24:00", "17:60", "5:00", "17:00:00", "17.00", "1a:00"}) {
    refused(kUs + "/session/open", wrong, "malformed", "a time of day in Chicago such as 17:00");
  }
  refused(kUs + "/session/close", 960, "malformed", "a time of day");
  refused(kUs + "/quantityMargins/0/factor", 0.9, "out-of-range", "from 1");
  refused(kUs + "/quantityMargins/1/from", 10, "inconsistent", "above the one before");
  refused(kUs + "/quantityMargins/1/factor", 1.4, "inconsistent", "must not fall");
  refused(kUs + "/maintenanceMargin", 2500.01, "inconsistent", "must not exceed the initial margin");
  // Equal is allowed; and the broker may ask more by day than the exchange by night.
  CHECK(errorsOf(changed(kUs + "/maintenanceMargin", 2500)).empty());
  CHECK(errorsOf(changed(kUs + "/quantityMargins/1/factor", 1.5)).empty());
  CHECK(errorsOf(changed(kUs + "/intradayMargin", 2600)).empty());
  refused(kUs + "/fees/assumed", 1, "malformed", "true or false");
  for (const std::string field :
       {"/schedule", "/retailSchedule", "/contractSize", "/fundingCoefficient", "/maxFundingRate"}) {
    refused(kUs + field, 1, "unknown", "Not a field of a contract of type us.");
  }
  refused("/contracts/0/valuePerPoint", 1, "unknown", "Not a field of a contract.");
  refused(kUs + "/session/lunch", "12:00", "unknown", "Not a field of a session.");
  refused(kUs + "/fees/tax", 0, "unknown", "Not a field of the fees of a contract.");
}

TEST_CASE("Rules beside margin", "[rulebooks][refusals]") {
  refused("/markPrice/perpetualCap", kRemoved, "missing", "fraction");
  refused("/markPrice/perpetualCap", 1.5, "out-of-range", "fraction from 0 to 1");
  refused("/markPrice/datedCaps", kRemoved, "missing", "caps by days");
  refused("/markPrice/datedCaps", Json::array(), "missing", "at least one cap");
  refused("/markPrice/datedCaps/1/days", 1, "inconsistent", "Days must ascend.");
  refused("/markPrice/datedCaps/0/days", 0, "out-of-range", "above 0");
  refused("/markPrice/datedCaps/0/cap", -0.1, "out-of-range", "fraction");
  refused("/markPrice/datedCaps/1/cap", 0.009, "inconsistent", "must not fall");
  CHECK(errorsOf(changed("/markPrice/datedCaps/1/cap", 0.01)).empty());
  refused("/funding/intervalHours", 0, "out-of-range", "from 1/60 to 8784");
  refused("/funding/intervalHours", 8785, "out-of-range", "from 1/60 to 8784");
  refused("/interest/threshold", kRemoved, "missing", "from 0");
  refused("/interest/ratePerYear", kRemoved, "missing", "from 0");
  refused("/interest/ratePerYear", -0.1, "out-of-range", "from 0");
  refused("/conversion/threshold", -1, "out-of-range", "from 0");
  refused("/equityProtection/partialStep", 1.1, "out-of-range", "fraction");
  refused("/equityProtection/liquidationFee", -0.1, "out-of-range", "fraction");
  refused("/usFutures/minutesBeforeClose", 7.5, "out-of-range", "whole number of minutes");
  refused("/usFutures/minutesBeforeClose", 1441, "out-of-range", "whole number of minutes");
  refused("/usFutures/newsFactor", 0.5, "out-of-range", "from 1");
  refused("/usFutures/firstLiquidationFee", -25, "out-of-range", "from 0");
  refused("/usFutures/laterLiquidationFee", -50, "out-of-range", "from 0");
  for (const std::string rules :
       {"markPrice", "funding", "interest", "conversion", "equityProtection", "usFutures"}) {
    refused("/" + rules, 1, "malformed", "but is a number");
    refused("/" + rules + "/colour", "red", "unknown", "Not a field of");
  }
  refused("/sources/0/read", "yesterday", "malformed", "a date such as");
  refused("/assumptions/0/reason", kRemoved, "missing", "text");
  refused("/assumptions/0/contracts", "all", "malformed", "or \"others\"");
  refused("/assumptions/0/contracts", {"MBT", "MET"}, "unknown", "one of the rulebook's contracts",
          "/assumptions/0/contracts/1");
  refused("/assumptions/0/contracts", {1}, "unknown", "one of the rulebook's contracts",
          "/assumptions/0/contracts/0");
  refused("/effective", "2026-02-29", "malformed", "a date such as");
}

TEST_CASE("An assumption may say whose margins it is about", "[rulebooks]") {
  const auto reasonOf = [](const Json& contracts) {
    const auto reading = margin::readRulebook(changed("/assumptions/0/contracts", contracts).dump());
    REQUIRE(reading.rulebook);
    return reading.rulebook->marginAssumption(2);
  };
  REQUIRE(reasonOf({"PF", "MBT"}));
  REQUIRE(reasonOf("others"));
  CHECK_FALSE(reasonOf({"PF"}));
  // PF is not assumed, whatever is said of it.
  const auto reading = margin::readRulebook(changed("/assumptions/0/contracts", {"PF"}).dump());
  CHECK_FALSE(reading.rulebook->marginAssumption(0));
  CHECK(reading.rulebook->assumptions.at(0).reason == "c");
}

TEST_CASE("An expiry is a moment; a date alone is 08:00 UTC of that day", "[rulebooks][dates]") {
  const auto expires = [](const std::string& expiry) {
    Json document = accepted();
    document["contracts"][0]["expiry"] = expiry;
    const auto reading = margin::readRulebook(document.dump());
    return reading.rulebook ? reading.rulebook->contracts()[0].expires.value_or(-1) : -2;
  };
  // Seconds by `date -u -d ... +%s`.
  CHECK(expires("2026-12-25") == 1798185600);
  CHECK(expires("2026-12-25T08:00:00Z") == 1798185600);
  CHECK(expires("2026-12-25T02:00:00-06:00") == 1798185600);
  CHECK(expires("2026-12-25T08:00:00") == -2);
}

TEST_CASE("All errors of a rulebook come together", "[rulebooks][refusals]") {
  Json document = accepted();
  document["marginSchedules"]["X"][0]["from"] = 1;
  document["contracts"][2]["session"]["open"] = "noon";
  document["interest"]["threshold"] = -1;
  document["fees"][0]["from"] = 1;
  document["usFutures"]["newsFactor"] = 0;
  CHECK(errorsOf(document).size() == 5);
}
