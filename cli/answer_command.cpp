// SPDX-License-Identifier: MIT
#include "answer_command.hpp"

#include <cstddef>
#include <iostream>

#include "comparison_text.hpp"
#include "equity_protection_text.hpp"
#include "explanation_text.hpp"
#include "files.hpp"
#include "margin/codec.hpp"
#include "text_report.hpp"

namespace margin {
namespace {

/// A document in, a document or an errors document out.
using Answer = std::string (*)(std::string_view);

/// Prints the answer to a document; an errors document goes to standard error.
int printAnswer(const std::string& text, Answer answer) {
  const std::string document = answer(text);
  const bool refused = document.starts_with("{\"errors\":");
  (refused ? std::cerr : std::cout) << document << '\n';
  return refused ? kRefused : kAccepted;
}

/// Prints what is told of each wallet of a scenario.
template <class Tell>
int printWallets(const std::string& text, Tell tell) {
  const Evaluation evaluation = evaluateScenario(text);
  if (!evaluation.errors.empty()) {
    std::cerr << toJson(evaluation) << '\n';
    return kRefused;
  }
  writeHeading(std::cout, evaluation.scenario);
  for (std::size_t i = 0; i < evaluation.scenario.wallets.size(); ++i) tell(evaluation.scenario, i);
  return kAccepted;
}

void tellPledgeOrSell(const Scenario& scenario, std::size_t index) {
  const auto* multi = std::get_if<MultiCollateralWallet>(&scenario.wallets[index]);
  writeText(std::cout, index + 1, *scenario.rulebook,
            multi ? pledgeOrSell(*multi, termsOf(scenario)) : std::nullopt);
}

}  // namespace

int explainDocument(const std::string& file, const std::string& path, bool asText) {
  const auto text = contentsOf(file);
  if (!text) return unreadable(file);
  const Explanation explanation = explainScenario(*text, path);
  if (!explanation.evaluation.errors.empty()) {
    std::cerr << toJson(explanation) << '\n';
    return kRefused;
  }
  if (asText) {
    writeText(std::cout, explanation);
  } else {
    std::cout << toJson(explanation) << '\n';
  }
  return kAccepted;
}

int protectionOf(const std::string& file, bool asText) {
  const auto text = contentsOf(file);
  if (!text) return unreadable(file);
  if (!asText) return printAnswer(*text, equityProtection);
  return printWallets(*text, [](const Scenario& scenario, std::size_t index) {
    writeProtection(std::cout, scenario, index);
  });
}

int pledgeOrSellOf(const std::string& file, bool asText) {
  const auto text = contentsOf(file);
  if (!text) return unreadable(file);
  return asText ? printWallets(*text, tellPledgeOrSell) : printAnswer(*text, pledgeOrSell);
}

int compareDocument(const std::string& file, bool asText) {
  const auto text = contentsOf(file);
  if (!text) return unreadable(file);
  if (!asText) return printAnswer(*text, compare);
  const TradeComparison comparison = compareTrade(*text);
  if (!comparison.errors.empty()) return printAnswer(*text, compare);
  writeText(std::cout, comparison);
  return kAccepted;
}

}  // namespace margin
