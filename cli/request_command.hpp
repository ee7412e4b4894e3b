// SPDX-License-Identifier: MIT
// Commands that ask more of one wallet than its report.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace margin {

/// What a request asks, from options of the command line. With nothing asked, the file is the request.
struct CurveOptions {
  std::string file;
  std::size_t wallet = 0;
  std::string factor;                ///< An asset or market; empty where weights are given.
  std::vector<std::string> weights;  ///< Each "BTC=1.2".
  double from = -0.5;
  double to = 0.5;
  std::size_t samples = 0;
  bool asText = false;
};
int curveDocument(const CurveOptions& options);

struct MapOptions {
  std::string file;
  std::size_t wallet = 0;
  std::string x;
  std::string y;
  std::vector<double> xRange{-0.5, 0.5};
  std::vector<double> yRange{-0.5, 0.5};
  std::size_t columns = 0;
  std::size_t rows = 0;
  bool asText = false;
};
int mapDocument(const MapOptions& options);

struct InverseOptions {
  std::string file;
  bool asText = false;
};
int inverseDocument(const InverseOptions& options);

/// What of each collateral to add, or of each position to close, so that a wallet lives through a price.
struct SurviveOptions {
  std::string file;
  std::size_t wallet = 0;
  std::string factor;
  std::optional<double> move;
  std::optional<double> price;
  bool asText = false;
};
int surviveDocument(const SurviveOptions& options);

}  // namespace margin
