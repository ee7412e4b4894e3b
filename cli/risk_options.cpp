// SPDX-License-Identifier: MIT
#include "risk_options.hpp"

#include <memory>

#include "risk_command.hpp"
#include "subcommand.hpp"

namespace margin {
namespace {

void addLadder(CLI::App& app, int& status) {
  const auto options = std::make_shared<LadderOptions>();
  CLI::App* ladder =
      subcommand(app, status, "ladder", "A wallet under one shock after another", options, ladderDocument);
  ladder->add_option("--wallet", options->wallet, kWallet);
  CLI::Option* shocks = ladder->add_option(
      "--shocks", options->shocks, "A file with a JSON list of shocks, e.g. [{\"BTC\":-0.2,\"ETH\":-0.3}]");
  ladder->add_option("--factor", options->factor, "What moves: an asset, or market (the default)");
  ladder->add_option("--moves", options->moves, "Its moves, e.g. -0.5,-0.3,-0.1,0.1")
      ->delimiter(',')
      ->excludes(shocks);
  ladder
      ->add_flag("--lines", options->byLine,
                 "One scenario a line in, one answer or errors document a line out")
      ->excludes(ladder->get_option("--text"));
}

void addSensitivity(CLI::App& app, int& status) {
  const auto options = std::make_shared<SensitivityOptions>();
  CLI::App* sensitivity =
      subcommand(app, status, "sensitivity", "Which input moves the nearest liquidation most", options,
                 sensitivityDocument);
  sensitivity->add_option("--wallet", options->wallet, kWallet);
  sensitivity->add_option("--factor", options->factor, kFactor);
}

void addHoldingTime(CLI::App& app, int& status) {
  const auto options = std::make_shared<HoldingTimeOptions>();
  CLI::App* time = subcommand(app, status, "holding-time",
                              "How long funding and interest can be paid while prices stand still", options,
                              holdingTimeDocument);
  time->add_option("--wallet", options->wallet, kWallet);
}

void addOdds(CLI::App& app, int& status) {
  const auto options = std::make_shared<OddsOptions>();
  CLI::App* odds =
      subcommand(app, status, "odds", "How likely a liquidation is within some days", options, oddsDocument);
  odds->add_option("--wallet", options->wallet, kWallet);
  odds->add_option("--days", options->days, "Within how many days, ascending, e.g. 1,7,30")->delimiter(',');
  CLI::Option* factor = odds->add_option("--factor", options->factor, kFactor);
  odds->add_option("--volatility", options->volatility, "Of the factor a year, fraction, e.g. 0.6");
  odds->add_option("--drift", options->drift, "Of every price a year, fraction (0)");
  odds->add_option("--motions", options->motions,
                   "Several assets and their volatilities, e.g. BTC=0.6,ETH=0.8")
      ->delimiter(',')
      ->excludes(factor);
  odds->add_option("--correlations", options->correlations, "How they move together, e.g. BTC/ETH=0.8 (0)")
      ->delimiter(',');
  odds->add_option("--blocks", options->blocks, "Of 512 paths each (16)");
  odds->add_option("--steps-per-day", options->stepsPerDay, "Of each path (4)");
  odds->add_option("--seed", options->seed, "Of the random numbers (1)");
}

void addReplay(CLI::App& app, int& status) {
  const auto options = std::make_shared<ReplayOptions>();
  CLI::App* replay = subcommand(app, status, "replay", "When a wallet would have been liquidated in the past",
                                options, replayDocument);
  replay->add_option("prices", options->prices,
                     "A CSV file with a date and a column of prices for each asset");
  replay->add_option("--wallet", options->wallet, kWallet);
  replay->add_flag("--points", options->points, "Tell the margin usage of every row");
}

void addPlanMap(CLI::App& app, int& status) {
  const auto options = std::make_shared<PlanMapOptions>();
  CLI::App* plan = subcommand(app, status, "plan-map",
                              "Liquidation prices of a planned isolated position by entry price and leverage",
                              options, planMapDocument);
  plan->add_option("--wallet", options->wallet, kWallet);
  CLI::Option* contract = plan->add_option("--contract", options->contract, "E.g. PF_XBTUSD");
  plan->add_option("--side", options->side, "long (the default) or short");
  plan->add_option("--size", options->size, "Contracts")->needs(contract);
  CLI::Option* entry =
      plan->add_option("--entry-range", options->entryRange, "Entry prices, e.g. 80000,120000");
  entry->delimiter(',')->expected(2);
  contract->needs(entry);
  plan->add_option("--leverage-range", options->leverageRange, "Leverages (1,50)")
      ->delimiter(',')
      ->expected(2);
  plan->add_option("--columns", options->columns, "Entry prices (8)");
  plan->add_option("--rows", options->rows, "Leverages (8)");
}

}  // namespace

void addRiskRequests(CLI::App& app, int& status) {
  addLadder(app, status);
  addSensitivity(app, status);
  addHoldingTime(app, status);
  addOdds(app, status);
  addReplay(app, status);
  addPlanMap(app, status);
}

}  // namespace margin
