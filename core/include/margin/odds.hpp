// SPDX-License-Identifier: MIT
// How likely a liquidation is within a time, where prices move as geometric Brownian motions. A model, not a
// forecast: prices also jump, and volatility changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "margin/wallet.hpp"

namespace margin {

/// How one price moves: d price / price = drift dt + volatility dW.
struct PriceMotion {
  double volatility = 0;  ///< A year (of 365 days), fraction, >= 0.
  double drift = 0;       ///< A year, fraction.
};

/// Barriers around a price, as ratios of it.
struct Barriers {
  std::optional<double> below;  ///< 0 to 1, both excluded.
  std::optional<double> above;  ///< > 1.
};

/// The chance that a price touches a barrier within so many years, in closed form: one barrier by the
/// reflection principle, two by images or (where the time is long) by the sine series, whichever needs few
/// terms.
/// @source Borodin and Salminen, "Handbook of Brownian Motion", first exit of Brownian motion with drift.
double touchProbability(const Barriers& barriers, const PriceMotion& motion, double years) noexcept;

/// What moves in a simulation. Every other price stands still.
struct PriceModel {
  std::vector<AssetIndex> assets;    ///< Each once, not USD.
  std::vector<PriceMotion> motions;  ///< By asset.
  /// Lower triangle of the square root of the correlations: row i holds i + 1 numbers.
  std::vector<std::vector<double>> root;
};

/// The lower triangular square root (Cholesky's) of a correlation matrix; nullopt where it is not positive
/// semidefinite: no prices can move together like that.
std::optional<std::vector<std::vector<double>>> correlationRoot(
    const std::vector<std::vector<double>>& correlations);

/// What a simulation runs through.
struct SimulationPlan {
  std::vector<double> horizons;  ///< Days, ascending, > 0, each a whole number of steps.
  int stepsPerDay = 1;           ///< >= 1.
  std::uint64_t seed = 0;
};

/// Paths run so far. Blocks follow each other: the same number of them gives the same state, however they
/// were cut into slices.
struct SimulationState {
  std::uint64_t blocks = 0;
  std::vector<double> sum;      ///< By horizon, over pairs of paths: of their chance of liquidation.
  std::vector<double> squares;  ///< Of the same.
};

/// Pairs of opposite paths in a block.
inline constexpr std::size_t kPairsPerBlock = 256;

/// Goes on with a simulation of the cross pool of a multi-collateral or US wallet by some blocks. Each pair
/// is a path and its mirror; between two steps the chance of having touched the line in between is counted.
/// Prices are drawn from the same stream of random bits on every machine.
///
/// @param state  Empty sums begin anew.
/// @pre          The pool is safe today and has a cross position.
void simulate(const Wallet& wallet, const PriceModel& model, const SimulationPlan& plan, std::size_t blocks,
              SimulationState& state, const Terms& terms);

/// The chance of liquidation within a horizon, and how far it may be off.
struct Estimate {
  double probability = 0;
  double standardError = 0;
};
Estimate estimateOf(const SimulationState& state, std::size_t horizon) noexcept;

}  // namespace margin
