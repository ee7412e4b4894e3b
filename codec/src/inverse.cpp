// SPDX-License-Identifier: MIT
#include <string_view>

#include "margin/words.hpp"
#include "request_reader.hpp"

namespace margin {
namespace {

/// The kinds of question, in the order of Asked.
constexpr std::string_view kQuestions[] = {"collateral-to-survive", "size-to-close", "largest-size",
                                           "isolated-plan",         "hedge",         "liquidating-haircut"};

std::string_view word(SolutionKind kind) noexcept {
  switch (kind) {
    case SolutionKind::NotNeeded:
      return "not-needed";
    case SolutionKind::Amount:
      return "amount";
    case SolutionKind::Impossible:
      return "impossible";
  }
  return "impossible";
}

/// Reads and answers one question. What was refused has no answer.
class Question {
 public:
  Question(RequestReader& reader, const Request& request, ObjectReader& fields)
      : reader_(reader), request_(request), fields_(fields) {}

  std::optional<Asked> answer() {
    const auto kind = fields_.requireWord<int>("question", {{kQuestions[0], 0},
                                                            {kQuestions[1], 1},
                                                            {kQuestions[2], 2},
                                                            {kQuestions[3], 3},
                                                            {kQuestions[4], 4},
                                                            {kQuestions[5], 5}});
    if (!kind) return std::nullopt;
    const std::size_t before = reader_.refusals().count();
    std::optional<Asked> asked;
    switch (*kind) {
      case 0:
        asked = collateral();
        break;
      case 1:
        asked = close();
        break;
      case 2:
        asked = largest();
        break;
      case 3:
        asked = plan();
        break;
      case 4:
        asked = hedged();
        break;
      default:
        asked = haircut();
    }
    fields_.finish();
    return before == reader_.refusals().count() ? asked : std::nullopt;
  }

 private:
  const Wallet& wallet() const noexcept { return request_.asked(); }
  Terms terms() const { return termsOf(request_.scenario); }

  std::optional<Asked> collateral() {
    const auto asset = reader_.collateral(fields_, "asset");
    const auto goal = reader_.survival(fields_);
    if (!asset || !goal) return std::nullopt;
    return AskedCollateral{*asset, *goal, collateralToSurvive(wallet(), *asset, *goal, terms())};
  }

  std::optional<Asked> close() {
    const auto contract = reader_.contract(fields_);
    const auto goal = reader_.survival(fields_);
    if (!contract || !goal) return std::nullopt;
    const auto& positions =
        std::visit([](const auto& each) -> const std::vector<Position>& { return each.positions; }, wallet());
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (positions[i].contract != *contract) continue;
      return AskedClose{*contract, *goal, sizeToClose(wallet(), i, *goal, terms())};
    }
    reader_.refusals().add(ErrorCode::Inconsistent, fields_.at("contract"),
                           "The wallet has no position on it that could be closed.");
    return std::nullopt;
  }

  std::optional<Side> side() {
    return fields_.requireWord<Side>("side", {{"long", Side::Long}, {"short", Side::Short}});
  }

  std::optional<Asked> largest() {
    const auto contract = reader_.contract(fields_);
    const auto bought = side();
    AskedLargest asked;
    asked.limit.availableMargin = fields_.boolean("availableMargin").value_or(true);
    asked.limit.leverage = fields_.number("leverage", kPositive);
    if (fields_.find("factor") || fields_.find("move") || fields_.find("price")) {
      asked.limit.survival = reader_.survival(fields_);
    }
    if (!contract || !bought) return std::nullopt;
    asked.contract = *contract;
    asked.side = *bought;
    asked.solution = largestSize(wallet(), *contract, *bought, asked.limit, terms());
    return asked;
  }

  std::optional<Asked> plan() {
    const auto contract = reader_.contract(fields_);
    AskedPlan asked;
    asked.position.side = side().value_or(Side::Long);
    asked.position.size = fields_.requireNumber("size", kPositive).value_or(1);
    asked.position.entryPrice = fields_.requireNumber("entryPrice", kPositive).value_or(1);
    asked.price = fields_.requireNumber("price", kPositive).value_or(1);
    const auto* multi = std::get_if<MultiCollateralWallet>(&wallet());
    if (!multi) {
      reader_.refusals().add(ErrorCode::Inconsistent, fields_.at("question"),
                             "Only a multi-collateral wallet has isolated positions.");
      return std::nullopt;
    }
    const bool losing = asked.position.side == Side::Long ? asked.price < asked.position.entryPrice
                                                          : asked.price > asked.position.entryPrice;
    if (!losing) {
      reader_.refusals().add(ErrorCode::Inconsistent, fields_.at("price"),
                             "Must be on the losing side of the entry price.");
    }
    if (!contract) return std::nullopt;
    asked.position.contract = *contract;
    asked.plan = isolatedPlan(asked.position, multi->profitCurrency, asked.price, terms());
    return asked;
  }

  std::optional<Asked> hedged() {
    const auto contract = reader_.contract(fields_);
    if (!contract) return std::nullopt;
    return AskedHedge{*contract, hedge(wallet(), *contract, terms())};
  }

  std::optional<Asked> haircut() {
    const auto asset = reader_.collateral(fields_, "asset");
    const auto* multi = std::get_if<MultiCollateralWallet>(&wallet());
    if (!multi) {
      reader_.refusals().add(ErrorCode::Inconsistent, fields_.at("question"),
                             "Only a multi-collateral wallet has haircuts.");
    }
    if (!asset || !multi) return std::nullopt;
    return AskedHaircut{*asset, liquidatingHaircut(*multi, *asset, terms())};
  }

  RequestReader& reader_;
  const Request& request_;
  ObjectReader& fields_;
};

class InverseWriter {
 public:
  explicit InverseWriter(const InverseAnswer& answer)
      : answer_(answer), rulebook_(*answer.request.scenario.rulebook) {}

  std::string write() {
    out_.beginObject().text("format", "margin-inverse/1");
    out_.number("wallet", static_cast<double>(answer_.request.wallet)).key("answers").beginArray();
    for (const Asked& asked : answer_.answers) {
      out_.beginObject().text("question", kQuestions[asked.index()]);
      std::visit([&](const auto& each) { write(each); }, asked);
      out_.endObject();
    }
    out_.endArray().endObject();
    return out_.take();
  }

 private:
  void goal(const Survival& goal) {
    out_.text("factor", factorName(goal.factor, rulebook_)).number("move", goal.move);
    if (goal.factor) out_.number("price", current(*goal.factor) * (1 + goal.move));
  }
  double current(AssetIndex asset) const noexcept {
    return answer_.request.scenario.market.indexPrice[asset];
  }
  void contract(ContractIndex index) { out_.text("contract", rulebook_.contracts()[index].symbol); }

  bool solved(const Solution& solution, std::string_view amount) {
    out_.text("answer", word(solution.kind));
    if (solution.kind != SolutionKind::Amount) return false;
    out_.number(amount, solution.amount);
    return true;
  }

  /// A size, and the same in whole lots that keep to the goal.
  void size(const Solution& solution) {
    if (solved(solution, "size") && solution.inLots) out_.number("sizeInLots", *solution.inLots);
  }

  void write(const AskedCollateral& asked) {
    out_.text("asset", rulebook_.assets()[asked.asset].name);
    goal(asked.goal);
    if (solved(asked.solution, "quantity")) {
      out_.number("value", asked.solution.amount * current(asked.asset));
    }
  }

  void write(const AskedClose& asked) {
    contract(asked.contract);
    goal(asked.goal);
    size(asked.solution);
  }

  void write(const AskedLargest& asked) {
    contract(asked.contract);
    out_.text("side", margin::word(asked.side)).boolean("availableMargin", asked.limit.availableMargin);
    if (asked.limit.leverage) out_.number("leverage", *asked.limit.leverage);
    if (asked.limit.survival) goal(*asked.limit.survival);
    size(asked.solution);
  }

  void write(const AskedPlan& asked) {
    contract(asked.position.contract);
    out_.text("side", margin::word(asked.position.side)).number("size", asked.position.size);
    out_.number("entryPrice", asked.position.entryPrice).number("price", asked.price);
    out_.text("answer", word(asked.plan.kind)).number("isolatedMargin", asked.plan.isolatedMargin);
    out_.number("maxLeverage", asked.plan.maxLeverage);
  }

  void write(const AskedHedge& asked) {
    contract(asked.contract);
    out_.text("answer", asked.hedge ? "amount" : "impossible");
    if (!asked.hedge) return;
    out_.text("side", margin::word(asked.hedge->side)).number("size", asked.hedge->size);
    out_.number("deltaNeutralSize", asked.hedge->deltaNeutralSize);
  }

  void write(const AskedHaircut& asked) {
    out_.text("asset", rulebook_.assets()[asked.asset].name);
    solved(asked.solution, "haircut");
  }

  const InverseAnswer& answer_;
  const Rulebook& rulebook_;
  JsonWriter out_;
};

constexpr std::size_t kMostQuestions = 100;

}  // namespace

InverseAnswer answerInverse(std::string_view requestJson) {
  InverseAnswer answer;
  RequestReader reader(requestJson, "margin-inverse-request/1", "an inverse request", answer.request);
  if (reader.ready()) {
    const Value* questions = reader.fields().require("questions", "a list of questions");
    const Place place = reader.fields().at("questions");
    const bool list = questions && isArray(*questions, place, "a list of questions", reader.refusals());
    if (list && questions->items.size() > kMostQuestions) {
      reader.refusals().add(ErrorCode::TooLarge, place, "A request asks at most 100 questions.");
    }
    for (std::size_t i = 0; list && i < questions->items.size() && i < kMostQuestions; ++i) {
      ObjectReader fields(questions->items[i], Place(place, i), reader.refusals(), "a question");
      if (auto asked = Question(reader, answer.request, fields).answer()) {
        answer.answers.push_back(std::move(*asked));
      }
    }
  }
  reader.finish();
  return answer;
}

std::string inverse(std::string_view requestJson) {
  const InverseAnswer answer = answerInverse(requestJson);
  return answer.request.errors.empty() ? InverseWriter(answer).write() : errorsOf(answer.request);
}

}  // namespace margin
