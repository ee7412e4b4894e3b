// SPDX-License-Identifier: MIT
// What is asked of one wallet beyond its report: curves, maps, and what must be so. A request document holds
// the scenario and the question; paths of errors point into it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "margin/codec.hpp"
#include "margin/curve.hpp"
#include "margin/inverse.hpp"
#include "margin/liquidation_map.hpp"

namespace margin {

/// The part that all requests have.
struct Request {
  Scenario scenario;
  std::size_t wallet = 0;     ///< Index of the wallet asked of.
  std::vector<Error> errors;  ///< Not empty: nothing was answered.

  const Wallet& asked() const { return scenario.wallets[wallet]; }
};

/// A wallet along a ray.
struct CurveAnswer {
  Request request;
  std::optional<AssetIndex> factor;  ///< Present where the ray is that of one asset.
  Ray ray;
  Curve curve;
};

/// Answers a curve request ("margin-curve-request/1"). Never throws for bad input.
CurveAnswer answerCurve(std::string_view requestJson);

/// Its answer as a document ("margin-curve/1"), or errors.
std::string curve(std::string_view requestJson);

/// Most samples of a curve, and most cells along one side of a map.
inline constexpr std::size_t kMostSamples = 4096;

/// A wallet over two factors.
struct MapAnswer {
  Request request;
  MapAxes axes;
  std::size_t columns = 0;  ///< 0: no grid was asked for.
  std::size_t rows = 0;
  std::vector<MapLine> lines;
};

/// Answers a map request ("margin-map-request/1"), without its grid. Never throws for bad input.
MapAnswer answerMap(std::string_view requestJson);

/// Its answer as a document ("margin-map/1"), or errors.
std::string liquidationMap(std::string_view requestJson);

/// The grid of a map request, row by row of ascending y; empty where the request is refused or asks for none.
std::vector<double> usageOfMap(std::string_view requestJson);

/// The questions that are asked backwards, and their answers.
struct AskedCollateral {
  AssetIndex asset = kUsd;
  Survival goal;
  Solution solution;
};
struct AskedClose {
  ContractIndex contract = 0;
  Survival goal;
  Solution solution;
};
struct AskedLargest {
  ContractIndex contract = 0;
  Side side = Side::Long;
  SizeLimit limit;
  Solution solution;
};
struct AskedPlan {
  Position position;
  double price = 0;
  IsolatedPlan plan;
};
struct AskedHedge {
  ContractIndex contract = 0;
  std::optional<Hedge> hedge;
};
struct AskedHaircut {
  AssetIndex asset = kUsd;
  Solution solution;
};
using Asked = std::variant<AskedCollateral, AskedClose, AskedLargest, AskedPlan, AskedHedge, AskedHaircut>;

struct InverseAnswer {
  Request request;
  std::vector<Asked> answers;  ///< In the order of the questions.
};

/// Answers an inverse request ("margin-inverse-request/1"). Never throws for bad input.
InverseAnswer answerInverse(std::string_view requestJson);

/// Its answers as a document ("margin-inverse/1"), or errors.
std::string inverse(std::string_view requestJson);

}  // namespace margin
