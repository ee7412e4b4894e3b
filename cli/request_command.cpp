// SPDX-License-Identifier: MIT
#include "request_command.hpp"

#include <set>

#include "files.hpp"
#include "margin/requests.hpp"
#include "request_document.hpp"
#include "request_text.hpp"

namespace margin {
namespace {

std::string axisOf(const std::string& factor, const std::vector<double>& range) {
  return "{\"factor\":" + quoted(factor) + ",\"from\":" + numbered(range[0]) +
         ",\"to\":" + numbered(range[1]) + "}";
}

/// The questions of surviving: each asset held and dollars to add, each cross position to close.
std::string survivalQuestions(const Scenario& scenario, std::size_t index, const std::string& goal) {
  const Rulebook& rulebook = *scenario.rulebook;
  std::string questions;
  const auto ask = [&](const char* question, const char* key, const std::string& name) {
    questions += std::string(questions.empty() ? "" : ",") + "{\"question\":\"" + question + "\",\"" + key +
                 "\":" + quoted(name) + goal + "}";
  };
  const Wallet& wallet = scenario.wallets[index];
  std::set<AssetIndex> assets;
  if (const auto* multi = std::get_if<MultiCollateralWallet>(&wallet)) {
    assets.insert(kUsd);
    for (const Holding& holding : multi->collateral) assets.insert(holding.asset);
  } else if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    assets.insert(single->asset);
  } else {
    assets.insert(kUsd);
  }
  for (const AssetIndex asset : assets) ask("collateral-to-survive", "asset", rulebook.assets()[asset].name);
  const auto& positions =
      std::visit([](const auto& each) -> const std::vector<Position>& { return each.positions; }, wallet);
  for (const Position& position : positions) {
    if (position.margin != MarginMode::Cross) continue;
    ask("size-to-close", "contract", rulebook.contracts()[position.contract].symbol);
  }
  return questions;
}

}  // namespace

int curveDocument(const CurveOptions& options) {
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  std::string request = *text;
  if (!options.factor.empty() || !options.weights.empty()) {
    request = requestOf("margin-curve-request/1", *text, options.wallet);
    if (!options.factor.empty()) request += ",\"factor\":" + quoted(options.factor);
    if (!options.weights.empty()) request += ",\"weights\":" + objectOf(options.weights);
    request += ",\"from\":" + numbered(options.from) + ",\"to\":" + numbered(options.to) +
               ",\"samples\":" + std::to_string(options.samples) + "}";
  }
  return print(answerCurve(request), request, options.asText, curve);
}

int mapDocument(const MapOptions& options) {
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  std::string request = *text;
  if (!options.x.empty() || !options.y.empty()) {
    request = requestOf("margin-map-request/1", *text, options.wallet) +
              ",\"x\":" + axisOf(options.x, options.xRange) + ",\"y\":" + axisOf(options.y, options.yRange);
    if (options.columns > 0 || options.rows > 0) {
      request +=
          ",\"columns\":" + std::to_string(options.columns) + ",\"rows\":" + std::to_string(options.rows);
    }
    request += '}';
  }
  return print(answerMap(request), request, options.asText, liquidationMap);
}

int inverseDocument(const InverseOptions& options) {
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  return print(answerInverse(*text), *text, options.asText, inverse);
}

int surviveDocument(const SurviveOptions& options) {
  const auto text = contentsOf(options.file);
  if (!text) return unreadable(options.file);
  std::string goal = ",\"factor\":" + quoted(options.factor);
  if (options.move) goal += ",\"move\":" + numbered(*options.move);
  if (options.price) goal += ",\"price\":" + numbered(*options.price);
  const std::string begin = requestOf("margin-inverse-request/1", *text, options.wallet) + ",\"questions\":[";
  // What can be asked follows from the wallet.
  const InverseAnswer empty = answerInverse(begin + "]}");
  std::string request = begin;
  if (empty.request.errors.empty()) {
    request += survivalQuestions(empty.request.scenario, options.wallet, goal);
  }
  request += "]}";
  return print(answerInverse(request), request, options.asText, inverse);
}

}  // namespace margin
