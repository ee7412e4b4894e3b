// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "json_writer.hpp"
#include "margin/codec.hpp"

namespace margin {
namespace {

std::string fraction(double value, const char* of) { return JsonWriter().number(value).take() + of; }

Assumption assumption(const char* subject, std::string value, const char* reason) {
  return {subject, std::move(value), reason, {}, false};
}

}  // namespace

std::vector<Assumption> protectionAssumptions(const Scenario& scenario, const Wallet& wallet) {
  if (std::holds_alternative<UsFuturesWallet>(wallet)) {
    return {assumption("forced close", "all positions, at the mark",
                       "The broker chooses which positions it closes, and closes them at market.")};
  }
  std::vector<Assumption> found;
  if (std::holds_alternative<MultiCollateralWallet>(wallet)) {
    const EquityProtectionRules& rules = scenario.rulebook->equityProtection;
    found.push_back(
        assumption("partialStep", fraction(rules.partialStep, " of each position"),
                   "That positions are closed in parts is published, how large a part is is not: a "
                   "field of the rulebook."));
    found.push_back(assumption("stop", "once equity is above maintenance margin",
                               "When no further part is closed is not published."));
    found.push_back(
        assumption("liquidationFee", fraction(rules.liquidationFee, " of what is closed"),
                   "That there is a fee is published, its rate is not: a field of the rulebook."));
  }
  found.push_back(assumption("zeroEquityPrice", "every order equally far from its mark",
                             "How several orders share what the pool may lose is not published."));
  const auto& positions =
      std::visit([](const auto& each) -> const std::vector<Position>& { return each.positions; }, wallet);
  const auto hasBook = [&](const Position& position) {
    const std::vector<OrderBook>& books = scenario.market.orderBooks;
    return std::any_of(books.begin(), books.end(),
                       [&](const OrderBook& book) { return book.contract == position.contract; });
  };
  if (std::any_of(positions.begin(), positions.end(), hasBook)) {
    found.push_back(assumption("orderBooks", "as given, moved with the mark",
                               "What a book will hold at the trigger cannot be known."));
  }
  return found;
}

}  // namespace margin
