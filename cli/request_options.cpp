// SPDX-License-Identifier: MIT
#include "request_options.hpp"

#include <memory>

#include "request_command.hpp"
#include "subcommand.hpp"

namespace margin {
namespace {

void addCurve(CLI::App& app, int& status) {
  const auto options = std::make_shared<CurveOptions>();
  CLI::App* curve = subcommand(app, status, "curve", "A wallet's amounts along one way for prices to move",
                               options, curveDocument);
  curve->add_option("--wallet", options->wallet, kWallet);
  CLI::Option* factor = curve->add_option("--factor", options->factor, "What moves: an asset, or market");
  curve->add_option("--weights", options->weights, "How much each asset moves with it, e.g. BTC=1,ETH=1.3")
      ->delimiter(',')
      ->excludes(factor);
  curve->add_option("--from", options->from, "Move, fraction (-0.5)");
  curve->add_option("--to", options->to, "Move, fraction (0.5)");
  curve->add_option("--samples", options->samples, "So many evenly spaced places beside the exact points");
}

void addMap(CLI::App& app, int& status) {
  const auto options = std::make_shared<MapOptions>();
  CLI::App* map = subcommand(app, status, "map", "A wallet's liquidation line over the prices of two assets",
                             options, mapDocument);
  map->add_option("--wallet", options->wallet, kWallet);
  map->add_option("--x", options->x, "What moves to the right: an asset, or market");
  map->add_option("--y", options->y, "What moves upwards: an asset, or market");
  map->add_option("--x-range", options->xRange, "Its moves, e.g. -0.5,0.5")->delimiter(',')->expected(2);
  map->add_option("--y-range", options->yRange, "Its moves, e.g. -0.5,0.5")->delimiter(',')->expected(2);
  map->add_option("--columns", options->columns, "Cells of the grid of margin usage");
  map->add_option("--rows", options->rows, "Cells of the grid of margin usage");
}

void addSurvive(CLI::App& app, int& status) {
  const auto options = std::make_shared<SurviveOptions>();
  CLI::App* survive =
      subcommand(app, status, "survive", "What to add or to close so that a wallet lives through a price",
                 options, surviveDocument);
  survive->add_option("--wallet", options->wallet, kWallet);
  survive->add_option("--factor", options->factor, "What moves: an asset, or market")->required();
  CLI::Option* move = survive->add_option("--move", options->move, "By how much, fraction, e.g. -0.3");
  survive->add_option("--price", options->price, "Or to which price, USD")->excludes(move);
}

}  // namespace

void addRequests(CLI::App& app, int& status) {
  addCurve(app, status);
  addMap(app, status);
  addSurvive(app, status);
  const auto options = std::make_shared<InverseOptions>();
  subcommand(app, status, "inverse", "Answer an inverse request: what must be so", options, inverseDocument);
}

}  // namespace margin
