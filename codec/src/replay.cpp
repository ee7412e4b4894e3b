// SPDX-License-Identifier: MIT
#include "margin/replay.hpp"

#include "iso_time.hpp"
#include "margin/chicago.hpp"
#include "margin/risk_requests.hpp"
#include "price_history.hpp"
#include "request_reader.hpp"

namespace margin {
namespace {

/// Whether the wallet can be judged at a moment.
bool isKnown(const ReplayAnswer& answer, Instant moment) noexcept {
  return !std::holds_alternative<UsFuturesWallet>(answer.request.asked()) || chicagoRange().holds(moment);
}

void readPrices(RequestReader& reader, ReplayAnswer& answer) {
  const auto csv = reader.fields().requireText("csv", "prices as CSV text");
  if (!csv) return;
  const Place place = reader.fields().at("csv");
  HistoryReading reading = readHistory(*csv, place, reader.rulebook(), reader.refusals());
  answer.history = std::move(reading.history);
  answer.lines = std::move(reading.lines);
  for (std::size_t i = 0; i < answer.history.rows.size(); ++i) {
    if (isKnown(answer, answer.history.rows[i].at)) continue;
    reader.refusals().add(ErrorCode::OutOfRange, place,
                          joined({"Line ", std::to_string(answer.lines[i]),
                                  ": Chicago's clock is not known then, which US margins go by."}));
  }
}

class ReplayWriter {
 public:
  explicit ReplayWriter(const ReplayAnswer& answer)
      : answer_(answer), rulebook_(*answer.request.scenario.rulebook) {}

  std::string write() {
    const Replay& replay = answer_.replay;
    out_.beginObject().text("format", "margin-replay/1");
    writeAsked(out_, answer_.request);
    out_.number("rows", static_cast<double>(answer_.history.rows.size()));
    out_.text("from", timeOf(0)).text("to", timeOf(answer_.history.rows.size() - 1));
    out_.key("liquidation");
    replay.liquidation ? liquidation(*replay.liquidation) : void(out_.null());
    out_.key("isolated").beginArray();
    for (const IsolatedLiquidation& each : replay.isolated) {
      out_.beginObject().text("contract", rulebook_.contracts()[each.contract].symbol);
      at(each.row);
      out_.endObject();
    }
    out_.endArray().key("worst");
    replay.worst ? point(replay.points[*replay.worst]) : void(out_.null());
    out_.number("funding", replay.funding);
    if (answer_.withPoints) {
      out_.key("points").beginArray();
      for (const ReplayPoint& each : replay.points) point(each);
      out_.endArray();
    }
    out_.endObject();
    return out_.take();
  }

 private:
  std::string timeOf(std::size_t row) const { return isoTime(answer_.history.rows[row].at, 0); }

  void at(std::size_t row) {
    out_.text("at", timeOf(row)).number("line", static_cast<double>(answer_.lines[row]));
  }

  void liquidation(const ReplayLiquidation& found) {
    out_.beginObject();
    if (found.row > 0) out_.text("after", timeOf(found.row - 1));
    at(found.row);
    out_.number("share", found.share).key("prices").beginArray();
    const auto& rows = answer_.history.rows;
    for (std::size_t i = 0; i < answer_.history.assets.size(); ++i) {
      const double to = rows[found.row].price[i];
      const double from = found.row > 0 ? rows[found.row - 1].price[i] : to;
      out_.beginObject().text("asset", rulebook_.assets()[answer_.history.assets[i]].name);
      out_.number("price", from + (to - from) * found.share).endObject();
    }
    out_.endArray().endObject();
  }

  void point(const ReplayPoint& each) {
    out_.beginObject();
    at(each.row);
    out_.number("marginEquity", each.marginEquity).number("marginUsage", each.marginUsage).endObject();
  }

  const ReplayAnswer& answer_;
  const Rulebook& rulebook_;
  JsonWriter out_;
};

}  // namespace

ReplayAnswer answerReplay(std::string_view requestJson) {
  ReplayAnswer answer;
  RequestReader reader(requestJson, "margin-replay-request/1", "a replay request", answer.request);
  if (reader.ready()) {
    answer.withPoints = reader.fields().boolean("points").value_or(false);
    readPrices(reader, answer);
  }
  if (!reader.finish()) return answer;
  answer.replay = replay(answer.request.asked(), answer.history, termsOf(answer.request.scenario));
  return answer;
}

std::string replay(std::string_view requestJson) {
  const ReplayAnswer answer = answerReplay(requestJson);
  return answer.request.errors.empty() ? ReplayWriter(answer).write() : errorsOf(answer.request);
}

}  // namespace margin
