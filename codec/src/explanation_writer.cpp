// SPDX-License-Identifier: MIT
#include "explanation_writer.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include "margin/step_text.hpp"

namespace margin {
namespace {

std::string_view word(Operation operation) noexcept {
  switch (operation) {
    case Operation::Input:
      return "input";
    case Operation::Sum:
      return "sum";
    case Operation::Difference:
      return "difference";
    case Operation::Product:
      return "product";
    case Operation::Quotient:
      return "quotient";
    case Operation::Max:
      return "max";
    case Operation::Min:
      return "min";
    case Operation::Choice:
      return "choice";
  }
  return "input";
}

}  // namespace

void writeExplanation(JsonWriter& out, const Rulebook& rulebook, const Explanation& explanation) {
  const Working& working = explanation.working;
  out.beginObject().text("format", "margin-explanation/1").key("steps").beginArray();
  for (std::size_t i = 0; i < working.steps.size(); ++i) {
    const Step& step = working.steps[i];
    out.beginObject().text("symbol", nameOf(step.symbol)).text("subject", step.subject);
    out.text("operation", word(step.operation)).key("operands").beginArray();
    for (const StepIndex operand : step.operands) out.number(operand);
    out.endArray().number("value", step.value).text("unit", unitOf(step));
    out.text("formula", formulaOf(working, static_cast<StepIndex>(i)));
    out.text("source", sourceOf(step, rulebook));
    out.boolean("assumption", step.assumed).endObject();
  }
  out.endArray().key("figures").beginArray();
  for (const FigureAt& figure : explanation.figures) {
    out.beginObject().text("path", figure.path).number("step", static_cast<double>(figure.step)).endObject();
  }
  out.endArray().key("omitted").beginArray();
  for (const std::string& path : explanation.omitted) out.text(path);
  out.endArray().endObject();
}

}  // namespace margin
