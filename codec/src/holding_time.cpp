// SPDX-License-Identifier: MIT
#include "margin/holding_time.hpp"

#include "margin/risk_requests.hpp"
#include "request_reader.hpp"

namespace margin {

HoldingTimeAnswer answerHoldingTime(std::string_view requestJson) {
  HoldingTimeAnswer answer;
  RequestReader reader(requestJson, "margin-holding-time-request/1", "a holding time request",
                       answer.request);
  if (reader.ready() && std::holds_alternative<UsFuturesWallet>(answer.request.asked())) {
    reader.refusals().add(ErrorCode::Inconsistent, reader.fields().at("wallet"),
                          "A US wallet settles funding once a day, at each day's rate: no time can be told.");
  }
  if (reader.finish()) answer.time = holdingTime(answer.request.asked(), termsOf(answer.request.scenario));
  return answer;
}

std::string holdingTime(std::string_view requestJson) {
  const HoldingTimeAnswer answer = answerHoldingTime(requestJson);
  if (!answer.request.errors.empty()) return errorsOf(answer.request);
  JsonWriter out;
  out.beginObject().text("format", "margin-holding-time/1");
  writeAsked(out, answer.request);
  out.number("fundingPerHour", answer.time.fundingPerHour);
  out.number("interestPerHour", answer.time.interestPerHour);
  out.number("hoursToLiquidation", answer.time.hoursToLiquidation).number("longest", kLongestHolding);
  out.number("paid", answer.time.paid).endObject();
  return out.take();
}

}  // namespace margin
