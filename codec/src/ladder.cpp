// SPDX-License-Identifier: MIT
#include "curve_writer.hpp"
#include "margin/risk_requests.hpp"
#include "request_reader.hpp"

namespace margin {
namespace {

/// Moves by factor, and what of them each price does.
Shock readShock(RequestReader& reader, const Value& value, const Place& place,
                std::vector<NamedMove>& given) {
  const std::vector<Asset>& assets = reader.rulebook().assets();
  Shock shock{std::vector<double>(assets.size())};
  if (!isObject(value, place, "an object of moves by asset or market", reader.refusals())) return shock;
  for (const Member& member : value.members) {
    const Place at(place, member.key);
    const auto factor = reader.factorNamed(member.key, at);
    const auto move = readNumber(member.value, at, kMove, reader.refusals());
    if (factor && move) given.push_back({*factor, *move});
  }
  for (const NamedMove& each : given) {
    if (each.factor) continue;
    for (AssetIndex i = 0; i < assets.size(); ++i) {
      if (assets[i].kind == AssetKind::Crypto) shock.move[i] = each.move;
    }
  }
  for (const NamedMove& each : given) {
    if (each.factor) shock.move[*each.factor] = each.move;
  }
  return shock;
}

std::vector<Shock> readShocks(RequestReader& reader, LadderAnswer& answer) {
  const Value* shocks = reader.fields().require("shocks", "a list of shocks");
  const Place place = reader.fields().at("shocks");
  std::vector<Shock> read;
  if (!shocks || !isArray(*shocks, place, "a list of shocks", reader.refusals())) return read;
  if (shocks->items.size() > kMostShocks) {
    reader.refusals().add(ErrorCode::TooLarge, place, "A request has at most 10,000 shocks.");
    return read;
  }
  for (std::size_t i = 0; i < shocks->items.size(); ++i) {
    answer.shocks.emplace_back();
    read.push_back(readShock(reader, shocks->items[i], Place(place, i), answer.shocks.back()));
  }
  return read;
}

void write(JsonWriter& out, const LadderAnswer& answer, std::size_t index) {
  const Rulebook& rulebook = *answer.request.scenario.rulebook;
  const ShockOutcome& outcome = answer.outcomes[index];
  out.beginObject().key("shock").beginArray();
  for (const NamedMove& each : answer.shocks[index]) {
    out.beginObject().text("factor", factorName(each.factor, rulebook)).number("move", each.move).endObject();
  }
  out.endArray();
  writeAmounts(out, outcome.amounts);
  out.number("marginUsage", outcome.marginUsage).number("liquidatedAt", outcome.liquidatedAt);
  out.key("isolatedLiquidated").beginArray();
  for (const ContractIndex contract : outcome.isolatedLiquidated)
    out.text(rulebook.contracts()[contract].symbol);
  out.endArray().endObject();
}

/// The shocks of a request; what was refused stands in it.
std::vector<Shock> readLadder(std::string_view requestJson, LadderAnswer& answer) {
  RequestReader reader(requestJson, "margin-ladder-request/1", "a ladder request", answer.request);
  std::vector<Shock> shocks;
  if (reader.ready()) shocks = readShocks(reader, answer);
  reader.finish();
  return shocks;
}

}  // namespace

LadderAnswer answerLadder(std::string_view requestJson) {
  LadderAnswer answer;
  const std::vector<Shock> shocks = readLadder(requestJson, answer);
  if (!answer.request.errors.empty()) return answer;
  answer.outcomes = shockLadder(answer.request.asked(), shocks, termsOf(answer.request.scenario));
  return answer;
}

std::string ladder(std::string_view requestJson) {
  const LadderAnswer answer = answerLadder(requestJson);
  if (!answer.request.errors.empty()) return errorsOf(answer.request);
  JsonWriter out;
  out.beginObject().text("format", "margin-ladder/1");
  writeAsked(out, answer.request);
  out.key("rungs").beginArray();
  for (std::size_t i = 0; i < answer.outcomes.size(); ++i) write(out, answer, i);
  out.endArray().endObject();
  return out.take();
}

std::vector<double> liquidationPricesOfLadder(std::string_view requestJson) {
  LadderAnswer answer;
  const std::vector<Shock> shocks = readLadder(requestJson, answer);
  if (!answer.request.errors.empty()) return {};
  return liquidationPrices(answer.request.asked(), shocks, termsOf(answer.request.scenario));
}

}  // namespace margin
