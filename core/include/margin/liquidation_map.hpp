// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "margin/asset.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// How far a map reaches: two such ratios multiplied stay within a millionth and a million.
inline constexpr double kLeastMapMove = -0.999;
inline constexpr double kMostMapMove = 999;

/// What one axis of a map moves, and how far.
struct MapAxis {
  std::optional<AssetIndex> factor;  ///< nullopt is the market: all crypto.
  double from = -0.5;                ///< Move, fraction, kLeastMapMove or more.
  double to = 0.5;                   ///< Move, fraction, above `from`, at most kMostMapMove.
};

/// Two different factors. An asset of both, as BTC where the market is the other, moves by the two ratios
/// multiplied.
struct MapAxes {
  MapAxis x;
  MapAxis y;
};

struct MapPoint {
  double x = 0;  ///< Move along the x axis.
  double y = 0;  ///< Move along the y axis.
};

/// A piece of the line between safe and liquidation.
struct MapLine {
  std::vector<MapPoint> points;
  bool closed = false;  ///< The last point is joined to the first; else it ends at the map's edge.
};

/// All pieces of the line between safe and liquidation of the cross pool within a map, from the breakpoints
/// of the account and not from a grid. Every point is on the line. Where no asset is on both axes the line is
/// straight from point to point; else it is curved between them, by less than can be seen.
///
/// @return  nullopt where the account has more breakpoints than kMostMapCells allows.
std::optional<std::vector<MapLine>> liquidationLines(const Wallet& wallet, const MapAxes& axes,
                                                     const Terms& terms);

/// Most pieces of a map in which everything is affine.
inline constexpr std::size_t kMostMapCells = 25'000'000;

/// Margin usage of the cross pool over an even grid with its ends on the ends of the axes: maintenance margin
/// over margin equity; infinite where no equity is left, 0 without positions. At 1 and above it is
/// liquidated.
///
/// @param columns, rows  At least 2 each.
/// @return  Row by row, of ascending y.
std::vector<double> usageGrid(const Wallet& wallet, const MapAxes& axes, std::size_t columns,
                              std::size_t rows, const Terms& terms);

}  // namespace margin
