// SPDX-License-Identifier: MIT
// Documents in, documents out: the border that the command line and the WebAssembly module share.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "margin/comparison.hpp"
#include "margin/report.hpp"
#include "margin/rulebook.hpp"
#include "margin/us_report.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// Largest document read, bytes.
inline constexpr std::size_t kMaxDocumentBytes = 16u << 20;

/// A scenario document as values.
struct Scenario {
  std::string title;
  std::shared_ptr<const Rulebook> rulebook;
  Policy policy;  ///< The rulebook's, overridden by the scenario's.
  Client client = Client::Professional;
  double volume30d = 0;         ///< USD traded in 30 days.
  std::optional<Instant> asOf;  ///< The clock.
  Market market;
  std::vector<Wallet> wallets;
};

/// Something a reader of the report should know; no reason to refuse.
struct Warning {
  std::string code;
  std::string path;  ///< JSON Pointer into the scenario.
  std::string message;
};

/// Of a multi-collateral or single-collateral wallet, or of a US one.
using AnyReport = std::variant<WalletReport, UsReport>;

/// A scenario, what was found, or why it was refused.
struct Evaluation {
  Scenario scenario;
  std::vector<AnyReport> wallets;  ///< In the scenario's order.
  std::vector<Warning> warnings;
  std::vector<Error> errors;  ///< Not empty: the scenario was refused and nothing was evaluated.
};

/// What a scenario's wallets are judged by. Refers to the scenario.
Terms termsOf(const Scenario& scenario);

/// Reads, checks and evaluates a scenario document ("margin-scenario/1"). Never throws for bad input.
///
/// @param working  Where the steps of the figures are kept; nullptr keeps none. Refers to the evaluation.
/// @param only     The wallet whose steps are kept; nullopt: all of them.
Evaluation evaluateScenario(std::string_view scenarioJson, Working* working = nullptr,
                            std::optional<std::size_t> only = std::nullopt);

/// A report document ("margin-report/1"), or an errors document where the scenario was refused.
std::string toJson(const Evaluation& evaluation);

/// evaluateScenario and toJson in one.
std::string evaluate(std::string_view scenarioJson);

/// A figure of a report: where it stands, and the step that made it.
struct FigureAt {
  std::string path;  ///< JSON Pointer into the report.
  StepIndex step = kNoStep;
};

/// An evaluation and the working behind its figures.
struct Explanation {
  Evaluation evaluation;
  Working working;
  std::vector<FigureAt> figures;
  /// JSON Pointers into the report: of previews whose valuation is not shown, for there are too many steps.
  std::vector<std::string> omitted;
};

/// evaluateScenario with the steps that lead to each figure, or to one. Never throws for bad input.
///
/// @param path  JSON Pointer of the one figure asked for: only what it rests on is kept, and nothing is
///              omitted. Empty: all. What is no figure of the report is refused.
Explanation explainScenario(std::string_view scenarioJson, std::string_view path = {});

/// Leaves only the steps that the figures rest on, each once, in an order that follows from the figures
/// alone: not from the order in which a compiler evaluates arguments.
void keepUsedSteps(Explanation& explanation);

/// An explanation document ("margin-explanation/1"), or an errors document where the scenario was refused.
std::string toJson(const Explanation& explanation);

/// The steps that lead to each figure of a scenario's report ("margin-explanation/1"), or errors.
std::string explain(std::string_view scenarioJson);

/// The steps that lead to one figure, by its JSON Pointer into the report.
std::string explainFigure(std::string_view scenarioJson, std::string_view path);

/// What the story of a wallet's liquidation assumes, for nothing of it is published: the size of a part and
/// when the parts end, the fee, how several orders share the equity, where an order book stands.
std::vector<Assumption> protectionAssumptions(const Scenario& scenario, const Wallet& wallet);

/// What happens where each pool reaches its nearest liquidation ("margin-equity-protection/1"), or errors.
std::string equityProtection(std::string_view scenarioJson);

/// Each multi-collateral wallet beside the same money in USD ("margin-pledge-or-sell/1"), or errors.
std::string pledgeOrSell(std::string_view scenarioJson);

/// A trade put into one kind of account.
struct TradeInAccount {
  ContractType type = ContractType::Linear;
  std::shared_ptr<const Rulebook> rulebook;
  Trade trade;
  std::optional<AccountComparison> account;  ///< nullopt: the rulebook lists no such contract on the asset.
};

/// A trade in three kinds of account, or why it was refused.
struct TradeComparison {
  std::vector<TradeInAccount> accounts;  ///< Multi-collateral, single-collateral, US.
  std::vector<Error> errors;             ///< Not empty: nothing was compared.
};

/// Reads a trade document ("margin-trade/1") and puts it into the accounts. Never throws for bad input.
TradeComparison compareTrade(std::string_view tradeJson);

/// Why there is no contract, or what was rounded; empty where nothing is to be said.
std::string_view noteOf(const TradeInAccount& trade) noexcept;

/// Why the venue would reject an order, in a sentence.
std::string_view messageOf(RejectionCode code) noexcept;

/// A trade document ("margin-trade/1") in three kinds of account ("margin-comparison/1"), or errors.
std::string compare(std::string_view tradeJson);

/// A built-in rulebook: its id and its document ("margin-rulebook/1"), as text without white space.
struct BuiltInRulebook {
  std::string_view id;
  std::string_view json;
};

/// The rulebooks compiled in, by id.
const std::vector<BuiltInRulebook>& builtInRulebooks();

/// The built-in rulebook of this id, parsed once a process and kept; nullptr where there is none.
std::shared_ptr<const Rulebook> builtInRulebook(std::string_view id);

/// A rulebook document as values, or why it was refused.
struct RulebookReading {
  std::shared_ptr<const Rulebook> rulebook;  ///< nullptr where errors is not empty.
  std::vector<Error> errors;
};

/// Reads and checks a rulebook document ("margin-rulebook/1") alone. Never throws for bad input.
RulebookReading readRulebook(std::string_view rulebookJson);

/// An errors document of what readRulebook refuses; its list is empty where the rulebook is right.
std::string checkRulebook(std::string_view rulebookJson);

/// A JSON array of the built-in rulebooks' documents.
std::string rulebooksJson();

/// The version of this program, e.g. "1.2.3".
std::string_view version();

}  // namespace margin
