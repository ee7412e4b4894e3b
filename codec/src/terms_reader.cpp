// SPDX-License-Identifier: MIT
#include "terms_reader.hpp"

#include <cstddef>
#include <string>

#include "dates.hpp"
#include "margin/codec.hpp"
#include "rulebook_reader.hpp"

namespace margin {

std::shared_ptr<const Rulebook> rulebookOf(ObjectReader& reader, std::string_view key,
                                           std::string_view byDefault) {
  constexpr std::string_view kMustBe = "the id of a built-in rulebook, or a whole rulebook object";
  const Value* value = byDefault.empty() ? reader.require(key, kMustBe) : reader.find(key);
  if (!value) return byDefault.empty() ? nullptr : builtInRulebook(byDefault);
  const Place place = reader.at(key);
  Refusals& refusals = reader.refusals();
  if (value->kind == Value::Kind::Text) {
    if (auto rulebook = builtInRulebook(value->text)) return rulebook;
    std::string ids;
    for (const BuiltInRulebook& builtIn : builtInRulebooks()) {
      if (!ids.empty()) ids += ", ";
      ids += builtIn.id;
    }
    refusals.add(ErrorCode::Unknown, place,
                 {"There is no built-in rulebook of this id; there are: ", ids, "."});
    return nullptr;
  }
  if (value->kind != Value::Kind::Object) {
    refusals.add(ErrorCode::Malformed, place, {"Must be ", kMustBe, "."});
    return nullptr;
  }
  const std::size_t before = refusals.count();
  auto rulebook = readRulebook(*value, place, refusals);
  // A rulebook that was refused cannot tell which names of the scenario are right.
  return refusals.count() == before ? rulebook : nullptr;
}

Client readClient(ObjectReader& reader) {
  return reader.word<Client>("client", {{"professional", Client::Professional}, {"retail", Client::Retail}})
      .value_or(Client::Professional);
}

std::optional<Instant> readClock(ObjectReader& reader) {
  const auto asOf = reader.text("asOf");
  if (!asOf) return std::nullopt;
  const auto moment = instant(*asOf);
  if (!moment) {
    reader.refusals().add(ErrorCode::Malformed, reader.at("asOf"),
                          "Must be a moment with its offset, such as 2026-11-23T15:40:00-06:00.");
  }
  return moment;
}

}  // namespace margin
