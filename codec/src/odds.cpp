// SPDX-License-Identifier: MIT
#include "margin/odds.hpp"

#include <algorithm>
#include <cmath>

#include "margin/risk_requests.hpp"
#include "margin/words.hpp"
#include "request_reader.hpp"

namespace margin {
namespace {

constexpr Range kVolatility{0, 10, false, false, "a volatility a year from 0 to 10 (0.6 is 60 %)"};
constexpr Range kDrift{-5, 5, false, false, "a drift a year from -5 to 5 (0.1 is 10 %)"};
constexpr Range kDays{1e-6, 3650, false, false, "a number of days above 0, at most 3650"};
constexpr Range kCorrelation{-1, 1, false, false, "a correlation from -1 to 1"};
constexpr Range kSteps{1, 96, false, false, "a whole number of steps a day from 1 to 96"};
/// Integers that every double holds.
constexpr Range kWhole{0, 9007199254740991, false, false, "a whole number from 0 to 9007199254740991"};
/// The squares of rare chances, which an answer holds, are nearer to 0 than any number of a document is.
constexpr Range kSum{0, kLargestNumber, false, false, "a number from 0 to 1e15", 0};
constexpr std::size_t kMostHorizons = 64;
/// What one request may take: more is asked for in slices.
constexpr double kMostSteps = 5e8;

std::size_t readWhole(ObjectReader& fields, std::string_view key, const Range& range, double otherwise) {
  const double value = fields.number(key, range).value_or(otherwise);
  if (value != std::floor(value)) {
    fields.refusals().add(ErrorCode::OutOfRange, fields.at(key), {"Must be ", range.words, "."});
  }
  return static_cast<std::size_t>(value);
}

class OddsReader {
 public:
  OddsReader(RequestReader& reader, OddsAnswer& answer)
      : reader_(reader), fields_(reader.fields()), refusals_(reader.refusals()), answer_(answer) {}

  /// @return  Blocks of the simulation to run.
  std::size_t read() {
    horizons();
    if (!fields_.find("motions")) {
      oneFactor();
      return 0;
    }
    if (std::holds_alternative<SingleCollateralWallet>(answer_.request.asked())) {
      refusals_.add(ErrorCode::Inconsistent, fields_.at("motions"),
                    "A coin's wallet has one factor: give the factor and its volatility.");
    }
    motions();
    correlations();
    return run();
  }

 private:
  void horizons() {
    const Value* days = fields_.require("horizons", "a list of days");
    const Place place = fields_.at("horizons");
    if (!days || !isArray(*days, place, "a list of days", refusals_)) return;
    if (days->items.empty() || days->items.size() > kMostHorizons) {
      refusals_.add(ErrorCode::OutOfRange, place, "Must be from 1 to 64 horizons.");
    }
    for (std::size_t i = 0; i < days->items.size(); ++i) {
      const Place at(place, i);
      const auto horizon = readNumber(days->items[i], at, kDays, refusals_);
      if (!horizon) continue;
      std::vector<double>& known = answer_.plan.horizons;
      if (!known.empty() && !(*horizon > known.back())) {
        refusals_.add(ErrorCode::Inconsistent, at, "Must be above the horizon before it.");
      }
      known.push_back(*horizon);
    }
  }

  PriceMotion motion(ObjectReader& fields) {
    PriceMotion motion;
    fields.requireNumber("volatility", kVolatility, motion.volatility);
    fields.number("drift", kDrift, motion.drift);
    return motion;
  }

  void oneFactor() {
    const auto factor = reader_.factor(fields_);
    const PriceMotion moving = motion(fields_);
    if (factor) answer_.oneFactor = OddsAnswer::OneFactor{*factor, moving, {}};
  }

  void motions() {
    const Place place = fields_.at("motions");
    const Value* list = fields_.find("motions");
    if (!isArray(*list, place, "a list of motions", refusals_)) return;
    if (list->items.empty() || list->items.size() > 32) {
      refusals_.add(ErrorCode::OutOfRange, place, "Must be from 1 to 32 motions.");
      return;
    }
    PriceModel& model = answer_.model;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      ObjectReader fields(list->items[i], Place(place, i), refusals_, "a motion");
      const auto name = fields.requireName("asset", "the name of an asset");
      const PriceMotion moving = motion(fields);
      fields.finish();
      const auto asset = name ? reader_.factorNamed(*name, fields.at("asset")) : std::nullopt;
      if (!asset) continue;
      if (!*asset || std::count(model.assets.begin(), model.assets.end(), **asset) > 0) {
        refusals_.add(ErrorCode::Inconsistent, fields.at("asset"), "Must name an asset, each once.");
        continue;
      }
      model.assets.push_back(**asset);
      model.motions.push_back(moving);
    }
  }

  /// Index of an asset that has a motion.
  std::optional<std::size_t> moving(const Value& name, const Place& place) {
    const auto asset =
        name.kind == Value::Kind::Text ? reader_.rulebook().findAsset(name.text) : std::nullopt;
    const auto& assets = answer_.model.assets;
    const auto found = asset ? std::find(assets.begin(), assets.end(), *asset) : assets.end();
    if (found != assets.end()) return static_cast<std::size_t>(found - assets.begin());
    refusals_.add(ErrorCode::Unknown, place, "Must be an asset of `motions`.");
    return std::nullopt;
  }

  void correlations() {
    const std::size_t count = answer_.model.assets.size();
    std::vector<std::vector<double>> matrix(count, std::vector<double>(count));
    for (std::size_t i = 0; i < count; ++i) matrix[i][i] = 1;
    const Value* list = fields_.find("correlations");
    const Place place = fields_.at("correlations");
    if (list && isArray(*list, place, "a list of correlations", refusals_)) {
      for (std::size_t i = 0; i < list->items.size(); ++i)
        correlation(list->items[i], Place(place, i), matrix);
    }
    auto root = correlationRoot(matrix);
    if (!root) {
      refusals_.add(ErrorCode::Inconsistent, place,
                    "No prices can move together like that: lower some of them.");
    } else {
      answer_.model.root = std::move(*root);
    }
  }

  void correlation(const Value& value, const Place& place, std::vector<std::vector<double>>& matrix) {
    ObjectReader fields(value, place, refusals_, "a correlation");
    const double number = fields.requireNumber("correlation", kCorrelation).value_or(0);
    const Value* pair = fields.require("assets", "two assets");
    fields.finish();
    const Place at = fields.at("assets");
    if (!pair || !isArray(*pair, at, "two assets", refusals_)) return;
    if (pair->items.size() != 2) {
      refusals_.add(ErrorCode::OutOfRange, at, "Must be two assets.");
      return;
    }
    const auto first = moving(pair->items[0], Place(at, std::size_t{0}));
    const auto second = moving(pair->items[1], Place(at, std::size_t{1}));
    if (!first || !second) return;
    if (*first == *second) {
      refusals_.add(ErrorCode::Inconsistent, at, "Must be two different assets.");
      return;
    }
    matrix[*first][*second] = matrix[*second][*first] = number;
  }

  std::size_t run() {
    SimulationPlan& plan = answer_.plan;
    plan.stepsPerDay = static_cast<int>(readWhole(fields_, "stepsPerDay", kSteps, 4));
    plan.seed = readWhole(fields_, "seed", kWhole, 1);
    const std::size_t blocks =
        readWhole(fields_, "blocks", {1, 1e6, false, false, "a whole number of blocks from 1"}, 16);
    wholeSteps();
    const double steps = plan.horizons.empty() ? 0 : plan.horizons.back() * plan.stepsPerDay;
    const double all = steps * static_cast<double>(blocks * 2 * kPairsPerBlock * answer_.model.assets.size());
    if (all > kMostSteps) {
      refusals_.add(
          ErrorCode::TooLarge, fields_.at("blocks"),
          "Too many steps at once: ask for fewer blocks, and go on with the answer's `simulation`.");
    }
    if (const Value* simulation = fields_.find("simulation")) former(*simulation);
    return blocks;
  }

  /// A path is known at its steps alone.
  void wholeSteps() {
    const SimulationPlan& plan = answer_.plan;
    const Place place = fields_.at("horizons");
    for (std::size_t i = 0; i < plan.horizons.size(); ++i) {
      const double steps = plan.horizons[i] * plan.stepsPerDay;
      if (steps >= 0.5 && std::abs(steps - std::floor(steps + 0.5)) <= 1e-9 * steps) continue;
      refusals_.add(ErrorCode::OutOfRange, Place(place, i),
                    "Must be a whole number of steps: change it, or `stepsPerDay`.");
    }
  }

  void former(const Value& value) {
    ObjectReader fields(value, fields_.at("simulation"), refusals_, "a simulation");
    answer_.paths.blocks = readWhole(fields, "blocks", kWhole, 0);
    sums(fields, "sum", answer_.paths.sum);
    sums(fields, "squares", answer_.paths.squares);
    fields.finish();
  }

  void sums(ObjectReader& fields, std::string_view key, std::vector<double>& into) {
    const Value* list = fields.require(key, "a list of numbers");
    const Place place = fields.at(key);
    if (!list || !isArray(*list, place, "a list of numbers", refusals_)) return;
    if (list->items.size() != answer_.plan.horizons.size()) {
      refusals_.add(ErrorCode::Inconsistent, place, "Must have a number for each horizon.");
    }
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      into.push_back(readNumber(list->items[i], Place(place, i), kSum, refusals_).value_or(0));
    }
  }

  RequestReader& reader_;
  ObjectReader& fields_;
  Refusals& refusals_;
  OddsAnswer& answer_;
};

/// The odds of a pool that is or cannot be liquidated; nullopt where they are to be worked out.
std::optional<double> certainty(PoolState state) noexcept {
  if (state == PoolState::Liquidation) return 1;
  if (state == PoolState::None) return 0;
  return std::nullopt;
}

void answerInClosedForm(OddsAnswer& answer, const LiquidationSet& set) {
  Barriers& barriers = answer.oneFactor->barriers;
  if (const auto below = set.below()) barriers.below = below->ratio;
  if (const auto above = set.above()) barriers.above = above->ratio;
  for (const double days : answer.plan.horizons) {
    answer.odds.push_back({touchProbability(barriers, answer.oneFactor->motion, days / 365), 0});
  }
}

void answerBySimulation(OddsAnswer& answer, std::size_t blocks) {
  simulate(answer.request.asked(), answer.model, answer.plan, blocks, answer.paths,
           termsOf(answer.request.scenario));
  for (std::size_t i = 0; i < answer.plan.horizons.size(); ++i)
    answer.odds.push_back(estimateOf(answer.paths, i));
}

class OddsWriter {
 public:
  explicit OddsWriter(const OddsAnswer& answer) : answer_(answer) {}

  std::string write() {
    out_.beginObject().text("format", "margin-odds/1");
    writeAsked(out_, answer_.request);
    out_.text("state", word(answer_.state));
    answer_.oneFactor ? closedForm(*answer_.oneFactor) : simulation();
    out_.key("odds").beginArray();
    for (std::size_t i = 0; i < answer_.odds.size(); ++i) {
      out_.beginObject().number("days", answer_.plan.horizons[i]);
      out_.number("probability", answer_.odds[i].probability);
      if (!answer_.oneFactor) out_.number("standardError", answer_.odds[i].standardError);
      out_.endObject();
    }
    out_.endArray().endObject();
    return out_.take();
  }

 private:
  void closedForm(const OddsAnswer::OneFactor& one) {
    const Scenario& scenario = answer_.request.scenario;
    const double current = currentOf(one.factor, scenario.market);
    const auto price = [&](const std::optional<double>& ratio) {
      return ratio ? std::optional<double>(*ratio * current) : std::nullopt;
    };
    out_.text("method", "closed-form").text("factor", factorName(one.factor, *scenario.rulebook));
    out_.number("current", current).number("below", price(one.barriers.below));
    out_.number("above", price(one.barriers.above));
  }

  void simulation() {
    const double pairs = static_cast<double>(answer_.paths.blocks * kPairsPerBlock);
    out_.text("method", "simulation").number("paths", 2 * pairs);
    out_.number("stepsPerDay", answer_.plan.stepsPerDay)
        .number("seed", static_cast<double>(answer_.plan.seed));
    out_.key("simulation").beginObject().number("blocks", static_cast<double>(answer_.paths.blocks));
    list("sum", answer_.paths.sum);
    list("squares", answer_.paths.squares);
    out_.endObject();
  }

  void list(std::string_view name, const std::vector<double>& numbers) {
    out_.key(name).beginArray();
    for (const double number : numbers) out_.number(number);
    out_.endArray();
  }

  const OddsAnswer& answer_;
  JsonWriter out_;
};

}  // namespace

OddsAnswer answerOdds(std::string_view requestJson) {
  OddsAnswer answer;
  RequestReader reader(requestJson, "margin-odds-request/1", "an odds request", answer.request);
  std::size_t blocks = 0;
  if (reader.ready()) blocks = OddsReader(reader, answer).read();
  if (!reader.finish()) return answer;
  const std::optional<AssetIndex> factor = answer.oneFactor ? answer.oneFactor->factor : std::nullopt;
  const Terms terms = termsOf(answer.request.scenario);
  const LiquidationSet set = liquidationAlong(answer.request.asked(), rayOf(terms.rulebook, factor), terms);
  answer.state = set.state;
  const auto certain = certainty(set.state);
  if (certain) {
    answer.odds.assign(answer.plan.horizons.size(), {*certain, 0});
  } else if (answer.oneFactor) {
    answerInClosedForm(answer, set);
  } else {
    answerBySimulation(answer, blocks);
  }
  return answer;
}

std::string odds(std::string_view requestJson) {
  const OddsAnswer answer = answerOdds(requestJson);
  return answer.request.errors.empty() ? OddsWriter(answer).write() : errorsOf(answer.request);
}

}  // namespace margin
