// SPDX-License-Identifier: MIT
// A cross pool over the prices of several assets at once, each with an amount of its own.
#pragma once

#include <cstddef>
#include <vector>

#include "course.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// What one asset adds to a pool as its price moves. USD.
class AssetCourse {
 public:
  /// @param collateral, profit  Lines of the ratio of the asset's price.
  AssetCourse(Line collateral, Line profit, const Track& requirement);

  /// The requirement's line at a ratio. Ratios that follow each other closely are found at once.
  const Line& requirementAt(double ratio) noexcept;

  Line collateral;
  Line profit;

 private:
  std::vector<double> from_;  ///< Where each piece of the requirement begins; the first is 0.
  std::vector<Line> pieces_;
  std::size_t piece_ = 0;
};

/// The excess of a pool's equity over its requirement.
class AssetCourses {
 public:
  /// @param wallet  Multi-collateral or US.
  AssetCourses(const Wallet& wallet, const std::vector<AssetIndex>& assets, const Terms& terms);

  /// @param ratios  Of the assets' prices over today's.
  /// @param slopes  Receives by how much the excess changes for a ratio raised by 1.
  double excess(const std::vector<double>& ratios, std::vector<double>& slopes) noexcept;

 private:
  std::vector<AssetCourse> courses_;
  double collateral_ = 0;  ///< Of what stands still.
  double profit_ = 0;
  double requirement_ = 0;
  double keptGain_ = 1;
};

}  // namespace margin
