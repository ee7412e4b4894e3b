// SPDX-License-Identifier: MIT
#include "risk_command.hpp"

#include <fstream>
#include <iostream>

#include "files.hpp"
#include "margin/risk_requests.hpp"
#include "request_document.hpp"
#include "risk_text.hpp"

namespace margin {
namespace {

/// The list of shocks that options give, as JSON text; empty where they give none, nullopt where their file
/// cannot be read.
std::optional<std::string> shocksOf(const LadderOptions& options) {
  if (!options.shocks.empty()) return contentsOf(options.shocks);
  std::string shocks;
  for (const double move : options.moves) {
    shocks += (shocks.empty() ? "[{" : ",{") + quoted(options.factor) + ":" + numbered(move) + "}";
  }
  return shocks.empty() ? shocks : shocks + "]";
}

/// One scenario at a time is held, however many there are.
bool ladderLines(std::istream& input, const LadderOptions& options, const std::string& shocks) {
  std::string line;
  while (std::getline(input, line)) {
    std::string request = requestOf("margin-ladder-request/1", line, options.wallet);
    if (!shocks.empty()) request += ",\"shocks\":" + shocks;
    std::cout << ladder(request + "}") << '\n';
  }
  return !input.bad();
}

/// "BTC/ETH=0.8" as a correlation.
std::string correlationOf(const std::string& given) {
  const Pair pair = pairOf(given);
  const std::size_t at = pair.name.find('/');
  const std::string second = at == std::string::npos ? "" : pair.name.substr(at + 1);
  return "{\"assets\":[" + quoted(pair.name.substr(0, at)) + "," + quoted(second) +
         "],\"correlation\":" + pair.value + "}";
}

std::string motionOf(const std::string& given, double drift) {
  const Pair pair = pairOf(given);
  return "{\"asset\":" + quoted(pair.name) + ",\"volatility\":" + pair.value +
         ",\"drift\":" + numbered(drift) + "}";
}

template <class Member>
std::string arrayOf(const std::vector<std::string>& given, Member member) {
  std::string array = "[";
  for (const std::string& each : given) array += (array.size() > 1 ? "," : "") + member(each);
  return array + "]";
}

std::string rangeOf(const std::vector<double>& range) {
  return "{\"from\":" + numbered(range[0]) + ",\"to\":" + numbered(range[1]) + "}";
}

}  // namespace

int ladderDocument(const LadderOptions& options) {
  const auto shocks = shocksOf(options);
  if (!shocks) return unreadable(options.shocks);
  if (options.byLine) {
    if (options.file == "-") {
      return ladderLines(std::cin, options, *shocks) ? kAccepted : unreadable(options.file);
    }
    std::ifstream input(options.file, std::ios::binary);
    return input && ladderLines(input, options, *shocks) ? kAccepted : unreadable(options.file);
  }
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  std::string request = *text;
  if (!shocks->empty()) {
    request = requestOf("margin-ladder-request/1", *text, options.wallet) + ",\"shocks\":" + *shocks + "}";
  }
  return print(answerLadder(request), request, options.asText, ladder);
}

int sensitivityDocument(const SensitivityOptions& options) {
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  std::string request = *text;
  if (!options.factor.empty()) {
    request = requestOf("margin-sensitivity-request/1", *text, options.wallet) +
              ",\"factor\":" + quoted(options.factor) + "}";
  }
  return print(answerSensitivity(request), request, options.asText, sensitivity);
}

int holdingTimeDocument(const HoldingTimeOptions& options) {
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  const std::string request = requestOf("margin-holding-time-request/1", *text, options.wallet) + "}";
  return print(answerHoldingTime(request), request, options.asText, holdingTime);
}

int oddsDocument(const OddsOptions& options) {
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  std::string request = *text;
  if (!options.factor.empty() || !options.motions.empty()) {
    request =
        requestOf("margin-odds-request/1", *text, options.wallet) + ",\"horizons\":" + listOf(options.days);
    if (options.motions.empty()) {
      request += ",\"factor\":" + quoted(options.factor) + ",\"drift\":" + numbered(options.drift);
      if (options.volatility) request += ",\"volatility\":" + numbered(*options.volatility);
    } else {
      const auto motion = [&](const std::string& given) { return motionOf(given, options.drift); };
      request += ",\"motions\":" + arrayOf(options.motions, motion) +
                 ",\"correlations\":" + arrayOf(options.correlations, correlationOf) +
                 ",\"blocks\":" + std::to_string(options.blocks) +
                 ",\"stepsPerDay\":" + std::to_string(options.stepsPerDay) +
                 ",\"seed\":" + std::to_string(options.seed);
    }
    request += "}";
  }
  return print(answerOdds(request), request, options.asText, odds);
}

int replayDocument(const ReplayOptions& options) {
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  std::string request = *text;
  if (!options.prices.empty()) {
    const auto csv = contentsOf(options.prices);
    if (!csv) return unreadable(options.prices);
    request = requestOf("margin-replay-request/1", *text, options.wallet) + ",\"csv\":" + quoted(*csv) +
              ",\"points\":" + (options.points ? "true" : "false") + "}";
  }
  return print(answerReplay(request), request, options.asText, replay);
}

int planMapDocument(const PlanMapOptions& options) {
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  std::string request = *text;
  if (!options.contract.empty()) {
    request = requestOf("margin-plan-map-request/1", *text, options.wallet) +
              ",\"contract\":" + quoted(options.contract) + ",\"side\":" + quoted(options.side) +
              ",\"size\":" + numbered(options.size) + ",\"entryPrice\":" + rangeOf(options.entryRange) +
              ",\"leverage\":" + rangeOf(options.leverageRange) +
              ",\"columns\":" + std::to_string(options.columns) +
              ",\"rows\":" + std::to_string(options.rows) + "}";
  }
  return print(answerPlanMap(request), request, options.asText, planMap);
}

}  // namespace margin
