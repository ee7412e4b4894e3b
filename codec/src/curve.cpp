// SPDX-License-Identifier: MIT
#include <string_view>

#include "curve_writer.hpp"
#include "margin/words.hpp"
#include "request_reader.hpp"

namespace margin {
namespace {

constexpr Range kWeight{-100, 100, false, false, "a weight from -100 to 100 (1 moves as the ray does)"};
constexpr Range kSampleCount{0, kMostSamples, false, false, "0, or a number of samples from 2 to 4096"};
constexpr Range kAnyMove{-1, kLargestNumber, true, false, "a move above -1 (-0.3 is a fall of 30 %)"};

/// "factor", or "weights" by asset.
Ray readRay(RequestReader& reader, std::optional<AssetIndex>& factor) {
  ObjectReader& fields = reader.fields();
  const Value* weights = fields.find("weights");
  if (!weights) {
    const auto found = reader.factor(fields);
    if (!found) return {};
    factor = *found;
    return rayOf(reader.rulebook(), factor);
  }
  const Place place = fields.at("weights");
  if (fields.find("factor")) {
    reader.refusals().add(ErrorCode::Inconsistent, place, "Give the factor or the weights, not both.");
  }
  Ray ray;
  ray.weight.resize(reader.rulebook().assets().size());
  if (!isObject(*weights, place, "an object of weights by asset", reader.refusals())) return ray;
  for (const Member& member : weights->members) {
    const Place at(place, member.key);
    const auto asset = reader.rulebook().findAsset(member.key);
    const auto weight = readNumber(member.value, at, kWeight, reader.refusals());
    if (!asset || *asset == kUsd) {
      reader.refusals().add(ErrorCode::Unknown, at,
                            {"Not an asset of rulebook ", reader.rulebook().id, " whose price moves."});
    } else if (weight) {
      ray.weight[*asset] = *weight;
    }
  }
  return ray;
}

/// How far the curve reaches and how often it is sampled.
struct Reach {
  double from = -0.5;
  double to = 0.5;
  std::size_t samples = 0;
};

Reach readReach(RequestReader& reader, const Ray& ray) {
  ObjectReader& fields = reader.fields();
  Reach reach;
  fields.number("from", kAnyMove, reach.from);
  fields.number("to", kAnyMove, reach.to);
  if (!(reach.from < reach.to)) {
    reader.refusals().add(ErrorCode::Inconsistent, fields.at("to"), "Must be above `from`.");
  }
  const MoveRange range = moveRange(ray);
  for (const std::string_view end : {"from", "to"}) {
    const double move = end == "from" ? reach.from : reach.to;
    if (move >= range.from && move <= range.to) continue;
    reader.refusals().add(
        ErrorCode::OutOfRange, fields.at(end),
        "No price of the ray may fall below a millionth of today's or rise beyond a million "
        "times it.");
  }
  const double samples = fields.number("samples", kSampleCount).value_or(0);
  reach.samples = static_cast<std::size_t>(samples);
  if (samples == 1 || samples != static_cast<double>(reach.samples)) {
    reader.refusals().add(ErrorCode::OutOfRange, fields.at("samples"), {"Must be ", kSampleCount.words, "."});
  }
  return reach;
}

class CurveWriter {
 public:
  explicit CurveWriter(const CurveAnswer& answer)
      : answer_(answer), rulebook_(*answer.request.scenario.rulebook) {}

  std::string write() {
    out_.beginObject().text("format", "margin-curve/1");
    writeAsked(out_, answer_.request);
    if (answer_.factor) {
      out_.text("factor", factorName(answer_.factor, rulebook_)).number("current", current());
    }
    out_.key("weights").beginArray();
    for (AssetIndex i = 0; i < answer_.ray.weight.size(); ++i) {
      if (answer_.ray.weight[i] == 0) continue;
      out_.beginObject().text("asset", rulebook_.assets()[i].name);
      out_.number("weight", answer_.ray.weight[i]).endObject();
    }
    out_.endArray();
    points("points", answer_.curve.points);
    if (!answer_.curve.samples.empty()) points("samples", answer_.curve.samples);
    out_.key("liquidation").beginObject().text("state", word(answer_.curve.liquidation.state));
    out_.key("boundaries").beginArray();
    for (const Boundary& each : answer_.curve.liquidation.boundaries) boundary(each);
    out_.endArray().endObject().endObject();
    return out_.take();
  }

 private:
  double current() const noexcept { return currentOf(answer_.factor, answer_.request.scenario.market); }

  void place(double move) {
    if (answer_.factor) out_.number("price", current() * (1 + move));
    out_.number("move", move);
  }

  void points(std::string_view name, const std::vector<CurvePoint>& points) {
    out_.key(name).beginArray();
    for (const CurvePoint& point : points) {
      out_.beginObject();
      place(point.move);
      writeAmounts(out_, point.amounts);
      if (point.usd) {
        out_.key("usd").beginObject();
        writeAmounts(out_, *point.usd);
        out_.endObject();
      }
      out_.endObject();
    }
    out_.endArray();
  }

  void boundary(const Boundary& boundary) {
    out_.beginObject();
    place(boundary.ratio - 1);
    out_.number("marginEquity", boundary.marginEquity);
    out_.number("maintenanceMargin", boundary.maintenanceMargin).endObject();
  }

  const CurveAnswer& answer_;
  const Rulebook& rulebook_;
  JsonWriter out_;
};

}  // namespace

void writeAmounts(JsonWriter& out, const CurveAmounts& amounts) {
  out.number("marginEquity", amounts.marginEquity).number("portfolioValue", amounts.portfolioValue);
  out.number("initialMargin", amounts.initialMargin);
  out.number("maintenanceMargin", amounts.maintenanceMargin).key("cross").beginObject();
  out.number("marginEquity", amounts.crossMarginEquity);
  out.number("initialMargin", amounts.crossInitialMargin);
  out.number("maintenanceMargin", amounts.crossMaintenanceMargin).endObject();
}

CurveAnswer answerCurve(std::string_view requestJson) {
  CurveAnswer answer;
  RequestReader reader(requestJson, "margin-curve-request/1", "a curve request", answer.request);
  Reach reach;
  if (reader.ready()) {
    answer.ray = readRay(reader, answer.factor);
    reach = readReach(reader, answer.ray);
  }
  if (!reader.finish()) return answer;
  answer.curve = curveOf(answer.request.asked(), answer.ray, reach.from, reach.to, reach.samples,
                         termsOf(answer.request.scenario));
  return answer;
}

std::string curve(std::string_view requestJson) {
  const CurveAnswer answer = answerCurve(requestJson);
  return answer.request.errors.empty() ? CurveWriter(answer).write() : errorsOf(answer.request);
}

}  // namespace margin
