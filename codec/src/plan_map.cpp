// SPDX-License-Identifier: MIT
#include "margin/plan_map.hpp"

#include "grid_reader.hpp"
#include "margin/risk_requests.hpp"
#include "margin/words.hpp"
#include "request_reader.hpp"

namespace margin {
namespace {

void readRange(RequestReader& reader, std::string_view key, double& from, double& to) {
  const Value* value = reader.fields().require(key, "an object with from and to");
  if (!value) return;
  ObjectReader fields(*value, reader.fields().at(key), reader.refusals(), "a range");
  fields.requireNumber("from", kPositive, from);
  fields.requireNumber("to", kPositive, to);
  if (!(from < to)) {
    reader.refusals().add(ErrorCode::Inconsistent, fields.at("to"), "Must be above `from`.");
  }
  fields.finish();
}

void write(JsonWriter& out, const PlanCell& cell) {
  out.beginObject().number("entryPrice", cell.entryPrice).number("leverage", cell.leverage);
  out.number("isolatedMargin", cell.isolatedMargin).number("liquidationPrice", cell.liquidationPrice);
  const std::optional<double>& price = cell.liquidationPrice;
  out.number("move", price ? std::optional<double>(*price / cell.entryPrice - 1) : std::nullopt);
  out.endObject();
}

}  // namespace

PlanMapAnswer answerPlanMap(std::string_view requestJson) {
  PlanMapAnswer answer;
  RequestReader reader(requestJson, "margin-plan-map-request/1", "a plan map request", answer.request);
  if (reader.ready()) {
    ObjectReader& fields = reader.fields();
    if (const auto contract = reader.contract(fields)) answer.planned.contract = *contract;
    answer.planned.side =
        fields.requireWord<Side>("side", {{"long", Side::Long}, {"short", Side::Short}}).value_or(Side::Long);
    fields.requireNumber("size", kPositive, answer.planned.size);
    readRange(reader, "entryPrice", answer.axes.entryFrom, answer.axes.entryTo);
    readRange(reader, "leverage", answer.axes.leverageFrom, answer.axes.leverageTo);
    fields.require("columns", "a number of cells");
    fields.require("rows", "a number of cells");
    readGrid(reader, answer.columns, answer.rows);
    if (answer.columns * answer.rows > kMostPlanCells) {
      reader.refusals().add(ErrorCode::TooLarge, fields.at("columns"),
                            "A plan map has at most 65,536 cells.");
    }
    const auto* multi = std::get_if<MultiCollateralWallet>(&answer.request.asked());
    if (multi) {
      answer.planned.profitCurrency = multi->profitCurrency;
    } else {
      reader.refusals().add(ErrorCode::Inconsistent, fields.at("wallet"),
                            "Only a multi-collateral wallet has isolated positions.");
    }
  }
  if (!reader.finish()) return answer;
  answer.cells =
      planMap(answer.planned, answer.axes, answer.columns, answer.rows, termsOf(answer.request.scenario));
  return answer;
}

std::string planMap(std::string_view requestJson) {
  const PlanMapAnswer answer = answerPlanMap(requestJson);
  if (!answer.request.errors.empty()) return errorsOf(answer.request);
  const Contract& contract = answer.request.scenario.rulebook->contracts()[answer.planned.contract];
  JsonWriter out;
  out.beginObject().text("format", "margin-plan-map/1");
  writeAsked(out, answer.request);
  out.text("contract", contract.symbol)
      .text("side", word(answer.planned.side))
      .number("size", answer.planned.size);
  out.number("columns", static_cast<double>(answer.columns)).number("rows", static_cast<double>(answer.rows));
  out.key("cells").beginArray();
  for (const PlanCell& cell : answer.cells) write(out, cell);
  out.endArray().endObject();
  return out.take();
}

}  // namespace margin
