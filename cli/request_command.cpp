// SPDX-License-Identifier: MIT
#include "request_command.hpp"

#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "files.hpp"
#include "margin/requests.hpp"
#include "request_text.hpp"

namespace margin {
namespace {

/// A string as JSON text.
std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string numbered(double value) { return nlohmann::json(value).dump(); }

/// The beginning of a request around a scenario; its questions follow, and a closing brace.
std::string requestOf(const char* format, const std::string& scenario, std::size_t wallet) {
  return std::string("{\"format\":\"") + format + "\",\"scenario\":" + scenario +
         ",\"wallet\":" + std::to_string(wallet);
}

/// Prints an answer as a document or for people, or the errors of its request.
template <class Answer>
int print(const Answer& answer, const std::string& request, bool asText,
          std::string (*document)(std::string_view)) {
  if (!answer.request.errors.empty()) {
    std::cerr << document(request) << '\n';
    return kRefused;
  }
  if (asText) {
    writeText(std::cout, answer);
  } else {
    std::cout << document(request) << '\n';
  }
  return kAccepted;
}

/// "BTC=1.2" as a member of an object; without a number the text stands for itself and is refused as such.
std::string weightOf(const std::string& given) {
  const std::size_t at = given.find('=');
  const std::string value = at == std::string::npos ? "null" : given.substr(at + 1);
  return quoted(given.substr(0, at)) + ":" + (nlohmann::json::accept(value) ? value : quoted(value));
}

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
    if (!options.weights.empty()) {
      request += ",\"weights\":{";
      for (const std::string& weight : options.weights) {
        request += (request.back() == '{' ? "" : ",") + weightOf(weight);
      }
      request += '}';
    }
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
