// SPDX-License-Identifier: MIT
#include <cmath>
#include <string_view>

#include "grid_reader.hpp"
#include "request_reader.hpp"

namespace margin {
namespace {

constexpr Range kMapMove{kLeastMapMove, kMostMapMove, false, false, "a move from -0.999 to 999"};

MapAxis readAxis(RequestReader& reader, std::string_view key) {
  MapAxis axis;
  const Value* value = reader.fields().require(key, "an axis with a factor");
  if (!value) return axis;
  ObjectReader fields(*value, reader.fields().at(key), reader.refusals(), "an axis");
  if (const auto factor = reader.factor(fields)) axis.factor = *factor;
  fields.number("from", kMapMove, axis.from);
  fields.number("to", kMapMove, axis.to);
  if (!(axis.from < axis.to)) {
    reader.refusals().add(ErrorCode::Inconsistent, fields.at("to"), "Must be above `from`.");
  }
  fields.finish();
  return axis;
}

/// Everything of the request but what is computed.
MapAnswer readMap(std::string_view requestJson) {
  MapAnswer answer;
  RequestReader reader(requestJson, "margin-map-request/1", "a map request", answer.request);
  if (reader.ready()) {
    if (std::holds_alternative<SingleCollateralWallet>(answer.request.asked())) {
      reader.refusals().add(ErrorCode::Inconsistent, reader.fields().at("wallet"),
                            "A coin's wallet has one factor, its coin; a map needs two.");
    }
    const std::size_t before = reader.refusals().count();
    answer.axes = {readAxis(reader, "x"), readAxis(reader, "y")};
    if (before == reader.refusals().count() && answer.axes.x.factor == answer.axes.y.factor) {
      reader.refusals().add(ErrorCode::Inconsistent, reader.fields().at("y"),
                            "The two axes must move different assets.");
    }
    readGrid(reader, answer.columns, answer.rows);
    if ((answer.columns == 0) != (answer.rows == 0)) {
      reader.refusals().add(ErrorCode::Missing, reader.fields().at(answer.columns == 0 ? "columns" : "rows"),
                            "Missing: a grid has columns and rows.");
    }
  }
  reader.finish();
  return answer;
}

std::vector<double> usageOf(const MapAnswer& answer) {
  if (answer.columns == 0 || !answer.request.errors.empty()) return {};
  return usageGrid(answer.request.asked(), answer.axes, answer.columns, answer.rows,
                   termsOf(answer.request.scenario));
}

void writeAxis(JsonWriter& out, std::string_view name, const MapAxis& axis, const Scenario& scenario) {
  out.key(name).beginObject().text("factor", factorName(axis.factor, *scenario.rulebook));
  out.number("current", currentOf(axis.factor, scenario.market));
  out.number("from", axis.from).number("to", axis.to).endObject();
}

}  // namespace

MapAnswer answerMap(std::string_view requestJson) {
  MapAnswer answer = readMap(requestJson);
  if (!answer.request.errors.empty()) return answer;
  auto lines = liquidationLines(answer.request.asked(), answer.axes, termsOf(answer.request.scenario));
  if (lines) {
    answer.lines = std::move(*lines);
  } else {
    answer.request.errors.push_back(
        {ErrorCode::TooLarge, "/scenario", "The account has more levels on these axes than a map can hold."});
  }
  return answer;
}

std::string liquidationMap(std::string_view requestJson) {
  const MapAnswer answer = answerMap(requestJson);
  if (!answer.request.errors.empty()) return errorsOf(answer.request);
  JsonWriter out;
  out.beginObject().text("format", "margin-map/1");
  out.number("wallet", static_cast<double>(answer.request.wallet));
  writeAxis(out, "x", answer.axes.x, answer.request.scenario);
  writeAxis(out, "y", answer.axes.y, answer.request.scenario);
  out.key("lines").beginArray();
  for (const MapLine& line : answer.lines) {
    out.beginObject().boolean("closed", line.closed).key("points").beginArray();
    for (const MapPoint& point : line.points) out.beginArray().number(point.x).number(point.y).endArray();
    out.endArray().endObject();
  }
  out.endArray();
  if (answer.columns > 0) {
    out.number("columns", static_cast<double>(answer.columns));
    out.number("rows", static_cast<double>(answer.rows)).key("usage").beginArray();
    for (const double usage : usageOf(answer)) std::isinf(usage) ? out.null() : out.number(usage);
    out.endArray();
  }
  out.endObject();
  return out.take();
}

std::vector<double> usageOfMap(std::string_view requestJson) { return usageOf(readMap(requestJson)); }

}  // namespace margin
