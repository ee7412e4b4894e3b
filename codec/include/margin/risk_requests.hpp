// SPDX-License-Identifier: MIT
// What is asked of one wallet about shocks, time and chance. Request documents as in requests.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "margin/holding_time.hpp"
#include "margin/liquidation_prices.hpp"
#include "margin/odds.hpp"
#include "margin/plan_map.hpp"
#include "margin/replay.hpp"
#include "margin/requests.hpp"
#include "margin/sensitivity.hpp"
#include "margin/shock.hpp"

namespace margin {

/// A move of one factor, as a shock's document has it.
struct NamedMove {
  std::optional<AssetIndex> factor;  ///< nullopt is the market: all crypto that the shock does not name.
  double move = 0;
};

/// Most shocks of one request.
inline constexpr std::size_t kMostShocks = 10'000;

/// A wallet under shocks.
struct LadderAnswer {
  Request request;
  std::vector<std::vector<NamedMove>> shocks;  ///< As given.
  std::vector<ShockOutcome> outcomes;          ///< In their order.
};

/// Answers a ladder request ("margin-ladder-request/1"). Never throws for bad input.
LadderAnswer answerLadder(std::string_view requestJson);
/// Its answer as a document ("margin-ladder/1"), or errors.
std::string ladder(std::string_view requestJson);

/// Liquidation prices after each shock of a ladder request: see liquidationPrices() of the core. Empty where
/// the request is refused.
std::vector<double> liquidationPricesOfLadder(std::string_view requestJson);

/// What moves a wallet's nearest liquidation.
struct SensitivityAnswer {
  Request request;
  std::optional<AssetIndex> factor;
  Sensitivities sensitivities;
};

/// Answers a sensitivity request ("margin-sensitivity-request/1"). Never throws for bad input.
SensitivityAnswer answerSensitivity(std::string_view requestJson);
/// Its answer as a document ("margin-sensitivity/1"), or errors.
std::string sensitivity(std::string_view requestJson);

/// What holding a wallet costs.
struct HoldingTimeAnswer {
  Request request;
  HoldingTime time;
};

/// Answers a holding time request ("margin-holding-time-request/1"). Never throws for bad input.
HoldingTimeAnswer answerHoldingTime(std::string_view requestJson);
/// Its answer as a document ("margin-holding-time/1"), or errors.
std::string holdingTime(std::string_view requestJson);

/// The chance of a liquidation within each of some times.
struct OddsAnswer {
  struct OneFactor {
    std::optional<AssetIndex> factor;
    PriceMotion motion;
    Barriers barriers;
  };

  Request request;
  PoolState state = PoolState::None;   ///< Today.
  std::optional<OneFactor> oneFactor;  ///< Present: in closed form. Else by simulation.
  PriceModel model;
  SimulationPlan plan;         ///< Its horizons hold for both.
  SimulationState paths;       ///< Of the simulation so far.
  std::vector<Estimate> odds;  ///< By horizon.
};

/// Answers an odds request ("margin-odds-request/1"): in closed form for one factor, else some blocks of a
/// simulation, which goes on where the state of a former answer stands. Never throws for bad input.
OddsAnswer answerOdds(std::string_view requestJson);
/// Its answer as a document ("margin-odds/1"), or errors.
std::string odds(std::string_view requestJson);

/// A wallet held through the past.
struct ReplayAnswer {
  Request request;
  PriceHistory history;
  std::vector<std::size_t> lines;  ///< By row, its line in the CSV text, counted from 1.
  bool withPoints = false;
  Replay replay;
};

/// Answers a replay request ("margin-replay-request/1"), whose prices are CSV text. Never throws for bad
/// input.
ReplayAnswer answerReplay(std::string_view requestJson);
/// Its answer as a document ("margin-replay/1"), or errors.
std::string replay(std::string_view requestJson);

/// Most cells of a plan map.
inline constexpr std::size_t kMostPlanCells = 65'536;

/// A planned position over entry prices and leverages.
struct PlanMapAnswer {
  Request request;
  PlannedPosition planned;
  PlanAxes axes;
  std::size_t columns = 0;
  std::size_t rows = 0;
  std::vector<PlanCell> cells;
};

/// Answers a plan map request ("margin-plan-map-request/1"). Never throws for bad input.
PlanMapAnswer answerPlanMap(std::string_view requestJson);
/// Its answer as a document ("margin-plan-map/1"), or errors.
std::string planMap(std::string_view requestJson);

}  // namespace margin
