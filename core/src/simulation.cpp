// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <random>

#include "asset_courses.hpp"
#include "margin/odds.hpp"
#include "normal_quantile.hpp"

namespace margin {
namespace {

constexpr double kDaysPerYear = 365;

/// Random bits of one block: those of the standard's engine, alike everywhere.
class Stream {
 public:
  Stream(std::uint64_t seed, std::uint64_t block) {
    const auto low = [](std::uint64_t value) { return static_cast<std::uint32_t>(value); };
    std::seed_seq sequence{low(seed), low(seed >> 32), low(block), low(block >> 32)};
    engine_.seed(sequence);
  }

  /// Standard normal.
  double normal() {
    // The middle of one of 2^53 equal parts of (0, 1).
    const double uniform = (static_cast<double>(engine_() >> 11) + 0.5) * 0x1p-53;
    return normalQuantile(uniform);
  }

 private:
  std::mt19937_64 engine_;
};

/// A path of prices, and the chance that it has not come to a liquidation so far.
struct Path {
  explicit Path(std::size_t assets) : logarithm(assets), ratio(assets, 1.0), slope(assets) {}

  std::vector<double> logarithm;
  std::vector<double> ratio;
  std::vector<double> slope;  ///< Of the excess, by asset.
  double excess = 0;
  double survival = 1;
};

class Simulation {
 public:
  Simulation(const Wallet& wallet, const PriceModel& model, const SimulationPlan& plan, const Terms& terms)
      : model_(model),
        plan_(plan),
        courses_(wallet, model.assets, terms),
        step_(1.0 / (kDaysPerYear * plan.stepsPerDay)),
        today_(model.assets.size()),
        normals_(model.assets.size()),
        shocks_(model.assets.size()) {
    today_.excess = courses_.excess(today_.ratio, today_.slope);
    for (const double days : plan.horizons) {
      ends_.push_back(std::lround(days * plan.stepsPerDay));
    }
  }

  void run(std::uint64_t block, SimulationState& state) {
    Stream stream(plan_.seed, block);
    for (std::size_t pair = 0; pair < kPairsPerBlock; ++pair) runPair(stream, state);
  }

 private:
  void runPair(Stream& stream, SimulationState& state) {
    Path path = today_;
    Path mirror = today_;
    long step = 0;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      for (; step < ends_[i]; ++step) {
        draw(stream);
        advance(path, 1);
        advance(mirror, -1);
      }
      const double liquidated = 1 - (path.survival + mirror.survival) / 2;
      state.sum[i] += liquidated;
      state.squares[i] += liquidated * liquidated;
    }
  }

  /// One normal for each asset, correlated.
  void draw(Stream& stream) {
    for (double& normal : normals_) normal = stream.normal();
    for (std::size_t i = 0; i < shocks_.size(); ++i) {
      shocks_[i] = 0;
      for (std::size_t j = 0; j <= i; ++j) shocks_[i] += model_.root[i][j] * normals_[j];
    }
  }

  void advance(Path& path, double sign) {
    if (path.survival == 0) return;
    const double variance = varianceOf(path);
    const double before = path.excess;
    const double deviation = std::sqrt(step_);
    for (std::size_t i = 0; i < path.ratio.size(); ++i) {
      const PriceMotion& motion = model_.motions[i];
      const double drift = (motion.drift - motion.volatility * motion.volatility / 2) * step_;
      path.logarithm[i] += drift + sign * motion.volatility * deviation * shocks_[i];
      path.ratio[i] = std::exp(path.logarithm[i]);
    }
    path.excess = courses_.excess(path.ratio, path.slope);
    if (path.excess <= 0) {
      path.survival = 0;
    } else if (variance > 0) {
      // A Brownian bridge between two excesses touches 0 with this chance.
      path.survival *= 1 - std::exp(-2 * before * path.excess / variance);
    }
  }

  /// Variance of the excess over one step from here, to first order.
  double varianceOf(const Path& path) const noexcept {
    double variance = 0;
    for (std::size_t j = 0; j < path.ratio.size(); ++j) {
      double loading = 0;
      for (std::size_t i = j; i < path.ratio.size(); ++i) {
        loading += path.slope[i] * path.ratio[i] * model_.motions[i].volatility * model_.root[i][j];
      }
      variance += loading * loading;
    }
    return variance * step_;
  }

  const PriceModel& model_;
  const SimulationPlan& plan_;
  AssetCourses courses_;
  const double step_;       ///< Years.
  std::vector<long> ends_;  ///< Steps to each horizon.
  Path today_;
  std::vector<double> normals_;
  std::vector<double> shocks_;
};

}  // namespace

std::optional<std::vector<std::vector<double>>> correlationRoot(
    const std::vector<std::vector<double>>& correlations) {
  // Perfectly correlated prices leave a pivot of nothing but rounding.
  constexpr double kNothing = 1e-12;
  std::vector<std::vector<double>> root;
  for (std::size_t i = 0; i < correlations.size(); ++i) {
    std::vector<double> row(i + 1);
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = correlations[i][j];
      for (std::size_t k = 0; k < j; ++k) rest -= row[k] * (j == i ? row[k] : root[j][k]);
      if (j == i) {
        if (rest < -kNothing) return std::nullopt;
        row[i] = rest > kNothing ? std::sqrt(rest) : 0;
      } else if (root[j][j] > 0) {
        row[j] = rest / root[j][j];
      } else if (std::abs(rest) > kNothing) {
        return std::nullopt;
      }
    }
    root.push_back(row);
  }
  return root;
}

void simulate(const Wallet& wallet, const PriceModel& model, const SimulationPlan& plan, std::size_t blocks,
              SimulationState& state, const Terms& terms) {
  state.sum.resize(plan.horizons.size());
  state.squares.resize(plan.horizons.size());
  Simulation simulation(wallet, model, plan, terms);
  for (std::size_t i = 0; i < blocks; ++i) simulation.run(state.blocks++, state);
}

Estimate estimateOf(const SimulationState& state, std::size_t horizon) noexcept {
  const double pairs = static_cast<double>(state.blocks * kPairsPerBlock);
  if (!(pairs > 1)) return {};
  const double mean = state.sum[horizon] / pairs;
  const double variance = (state.squares[horizon] - pairs * mean * mean) / (pairs - 1);
  return {mean, std::sqrt(std::max(variance, 0.0) / pairs)};
}

}  // namespace margin
