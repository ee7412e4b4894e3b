// SPDX-License-Identifier: MIT
#include "us_terms_reader.hpp"

#include "dates.hpp"

namespace margin {
namespace {

int readTimeOfDay(ObjectReader& reader, std::string_view key) {
  constexpr std::string_view kMustBe = "a time of day in Chicago such as 17:00";
  const auto text = reader.requireText(key, kMustBe);
  if (!text) return 0;
  const auto minutes = timeOfDay(*text);
  if (!minutes) reader.refusals().add(ErrorCode::Malformed, reader.at(key), {"Must be ", kMustBe, "."});
  return minutes.value_or(0);
}

Session readSession(ObjectReader& contract) {
  constexpr std::string_view kMustBe = "an object with open and close";
  const Value* value = contract.require("session", kMustBe);
  if (!value) return {};
  ObjectReader reader(*value, contract.at("session"), contract.refusals(), "a session");
  const Session session{readTimeOfDay(reader, "open"), readTimeOfDay(reader, "close")};
  reader.finish();
  return session;
}

UsFees readFees(ObjectReader& contract) {
  const Value* value = contract.require("fees", "an object with exchange, nfa, clearing and commission");
  if (!value) return {};
  ObjectReader reader(*value, contract.at("fees"), contract.refusals(), "the fees of a contract");
  UsFees fees;
  reader.requireNumber("exchange", kNotNegative, fees.exchange);
  reader.requireNumber("nfa", kNotNegative, fees.nfa);
  reader.requireNumber("clearing", kNotNegative, fees.clearing);
  reader.requireNumber("commission", kNotNegative, fees.commission);
  fees.assumed = reader.boolean("assumed").value_or(false);
  reader.finish();
  return fees;
}

std::vector<QuantityMargin> readQuantityMargins(ObjectReader& contract) {
  std::vector<QuantityMargin> steps;
  const Value* value = contract.find("quantityMargins");
  const Place place = contract.at("quantityMargins");
  Refusals& refusals = contract.refusals();
  if (!value || !isArray(*value, place, "a list of quantity margins", refusals)) return steps;
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    ObjectReader reader(value->items[i], Place(place, i), refusals, "a quantity margin");
    const auto from = reader.requireNumber("from", kNotNegative);
    QuantityMargin step{from.value_or(0)};
    reader.requireNumber("factor", kAtLeastOne, step.factor);
    reader.finish();
    if (!from) return steps;  // what follows cannot be compared
    if (i > 0 && *from <= steps.back().from) {
      refusals.add(ErrorCode::Inconsistent, reader.at("from"),
                   "Each quantity margin must start above the one before.");
    }
    if (i > 0 && step.factor < steps.back().factor) {
      refusals.add(ErrorCode::Inconsistent, reader.at("factor"), "Factors must not fall with quantity.");
    }
    steps.push_back(step);
  }
  return steps;
}

}  // namespace

UsTerms readUsTerms(ObjectReader& reader) {
  UsTerms terms;
  terms.title = reader.text("title").value_or("");
  terms.exchange = reader.requireName("exchange", "the exchange's name").value_or("");
  terms.contractMonths = reader.text("contractMonths").value_or("");
  reader.requireNumber("valuePerPoint", kPositive, terms.valuePerPoint);
  terms.session = readSession(reader);
  reader.requireNumber("intradayMargin", kPositive, terms.intradayMargin);
  reader.requireNumber("initialMargin", kPositive, terms.initialMargin);
  reader.requireNumber("maintenanceMargin", kPositive, terms.maintenanceMargin);
  if (terms.initialMargin > 0 && terms.maintenanceMargin > terms.initialMargin) {
    reader.refusals().add(ErrorCode::Inconsistent, reader.at("maintenanceMargin"),
                          "The maintenance margin must not exceed the initial margin.");
  }
  terms.quantityMargins = readQuantityMargins(reader);
  terms.fees = readFees(reader);
  return terms;
}

}  // namespace margin
