// SPDX-License-Identifier: MIT
#include <string>

#include "margin/risk_requests.hpp"
#include "margin/words.hpp"
#include "request_reader.hpp"

namespace margin {
namespace {

std::string_view word(InputKind input) noexcept {
  switch (input) {
    case InputKind::Quantity:
      return "quantity";
    case InputKind::Haircut:
      return "haircut";
    case InputKind::Price:
      return "price";
    case InputKind::Size:
      return "size";
    case InputKind::EntryPrice:
      return "entryPrice";
    case InputKind::IsolatedMargin:
      return "isolatedMargin";
    case InputKind::MaxLeverage:
      return "maxLeverage";
  }
  return "quantity";
}

class SensitivityWriter {
 public:
  explicit SensitivityWriter(const SensitivityAnswer& answer)
      : answer_(answer),
        rulebook_(*answer.request.scenario.rulebook),
        current_(currentOf(answer.factor, answer.request.scenario.market)) {}

  std::string write() {
    const Sensitivities& found = answer_.sensitivities;
    out_.beginObject().text("format", "margin-sensitivity/1");
    writeAsked(out_, answer_.request);
    out_.text("factor", factorName(answer_.factor, rulebook_)).number("current", current_);
    out_.text("state", margin::word(found.state)).key("nearest");
    if (found.nearest) {
      out_.beginObject().number("price", found.nearest->ratio * current_);
      out_.number("move", found.nearest->ratio - 1).endObject();
    } else {
      out_.null();
    }
    out_.key("inputs").beginArray();
    for (const Sensitivity& each : found.ranked) write(each);
    out_.endArray().endObject();
    return out_.take();
  }

 private:
  const std::vector<Position>& positions() const {
    return std::visit([](const auto& each) -> const std::vector<Position>& { return each.positions; },
                      answer_.request.asked());
  }

  void write(const Sensitivity& each) {
    out_.beginObject().text("input", word(each.input));
    if (each.input == InputKind::Quantity) {
      out_.text("asset", rulebook_.assets()[assetOf(each.index)].name);
    } else if (each.input == InputKind::Haircut || each.input == InputKind::Price) {
      out_.text("asset", rulebook_.assets()[each.index].name);
    } else {
      out_.text("contract", rulebook_.contracts()[positions()[each.index].contract].symbol);
    }
    out_.number("value", each.value).number("perUnit", each.rise * current_);
    if (each.rise != each.fall) out_.number("perUnitLess", each.fall * current_);
    out_.number("perPercent", each.rise * current_ * each.value / 100).endObject();
  }

  /// The asset of a row of collateral.
  AssetIndex assetOf(std::size_t row) const {
    const Wallet& wallet = answer_.request.asked();
    if (const auto* multi = std::get_if<MultiCollateralWallet>(&wallet)) return multi->collateral[row].asset;
    const auto* single = std::get_if<SingleCollateralWallet>(&wallet);
    return single ? single->asset : kUsd;
  }

  const SensitivityAnswer& answer_;
  const Rulebook& rulebook_;
  const double current_;
  JsonWriter out_;
};

}  // namespace

SensitivityAnswer answerSensitivity(std::string_view requestJson) {
  SensitivityAnswer answer;
  RequestReader reader(requestJson, "margin-sensitivity-request/1", "a sensitivity request", answer.request);
  if (reader.ready()) {
    if (const auto factor = reader.factor(reader.fields())) answer.factor = *factor;
  }
  if (!reader.finish()) return answer;
  answer.sensitivities =
      sensitivities(answer.request.asked(), answer.factor, termsOf(answer.request.scenario));
  return answer;
}

std::string sensitivity(std::string_view requestJson) {
  const SensitivityAnswer answer = answerSensitivity(requestJson);
  return answer.request.errors.empty() ? SensitivityWriter(answer).write() : errorsOf(answer.request);
}

}  // namespace margin
