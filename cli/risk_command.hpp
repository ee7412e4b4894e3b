// SPDX-License-Identifier: MIT
// Commands that ask one wallet about shocks, time and chance.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace margin {

/// What a request asks, from options of the command line. With nothing asked, the file is the request.
struct LadderOptions {
  std::string file;
  std::size_t wallet = 0;
  std::string shocks;  ///< A file that holds the list of shocks; empty where moves are given.
  std::string factor = "market";
  std::vector<double> moves;  ///< Of the factor.
  bool byLine = false;        ///< A scenario a line in, an answer a line out.
  bool asText = false;
};
int ladderDocument(const LadderOptions& options);

struct SensitivityOptions {
  std::string file;
  std::size_t wallet = 0;
  std::string factor;
  bool asText = false;
};
int sensitivityDocument(const SensitivityOptions& options);

struct HoldingTimeOptions {
  std::string file;
  std::size_t wallet = 0;
  bool asText = false;
};
int holdingTimeDocument(const HoldingTimeOptions& options);

struct OddsOptions {
  std::string file;
  std::size_t wallet = 0;
  std::string factor;
  std::optional<double> volatility;  ///< Of the factor, which needs one.
  double drift = 0;
  std::vector<std::string> motions;       ///< Each "BTC=0.6".
  std::vector<std::string> correlations;  ///< Each "BTC/ETH=0.8".
  std::vector<double> days;
  std::size_t blocks = 16;
  std::size_t stepsPerDay = 4;
  std::size_t seed = 1;
  bool asText = false;
};
int oddsDocument(const OddsOptions& options);

struct ReplayOptions {
  std::string file;
  std::string prices;  ///< A CSV file; empty: the file is the request.
  std::size_t wallet = 0;
  bool points = false;
  bool asText = false;
};
int replayDocument(const ReplayOptions& options);

struct PlanMapOptions {
  std::string file;
  std::size_t wallet = 0;
  std::string contract;
  std::string side = "long";
  double size = 0;
  std::vector<double> entryRange;
  std::vector<double> leverageRange{1, 50};
  std::size_t columns = 8;
  std::size_t rows = 8;
  bool asText = false;
};
int planMapDocument(const PlanMapOptions& options);

}  // namespace margin
