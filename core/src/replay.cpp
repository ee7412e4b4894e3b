// SPDX-License-Identifier: MIT
#include "margin/replay.hpp"

#include <algorithm>
#include <utility>

#include "margin/report.hpp"
#include "margin/shock.hpp"
#include "previews.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// Funding per hour of each position, in the wallet's currency.
std::vector<double> fundingPerHour(const Wallet& wallet, const Terms& terms) {
  std::vector<double> perHour(positionsOf(wallet).size());
  const auto* single = std::get_if<SingleCollateralWallet>(&wallet);
  const auto* multi = std::get_if<MultiCollateralWallet>(&wallet);
  // Perpetuals of the US venue settle their funding in cash once a day, at rates of each day.
  if (!single && !multi) return perHour;
  const WalletReport report = single ? valued(*single, terms) : valued(*multi, terms);
  for (std::size_t i = 0; i < perHour.size(); ++i) perHour[i] = report.positions[i].fundingPerHour;
  return perHour;
}

class Holder {
 public:
  Holder(const Wallet& wallet, const PriceHistory& history, const Terms& terms)
      : wallet_(wallet), history_(history), terms_(withoutSteps(terms)), market_(terms.market) {
    clearPreviews(wallet_);
  }

  Replay run() {
    move(shockTo(0));
    const Shock still{std::vector<double>(market_.indexPrice.size())};
    if (!hold(0, still)) return std::move(result_);
    for (std::size_t row = 1; row < history_.rows.size(); ++row) {
      accrue(row);
      if (!hold(row, shockTo(row))) break;
    }
    return std::move(result_);
  }

 private:
  Instant timeOf(std::size_t row) const noexcept { return history_.rows[row].at; }

  /// The moves from the market as it is to a row's prices.
  Shock shockTo(std::size_t row) const {
    Shock shock{std::vector<double>(market_.indexPrice.size())};
    for (std::size_t i = 0; i < history_.assets.size(); ++i) {
      const AssetIndex asset = history_.assets[i];
      const double before = market_.indexPrice[asset];
      // What nothing was known of has no contract to move either.
      shock.move[asset] = before > 0 ? history_.rows[row].price[i] / before - 1 : 0;
    }
    return shock;
  }

  void move(const Shock& shock) {
    const Rulebook& rulebook = terms_.rulebook;
    for (AssetIndex i = 0; i < shock.move.size(); ++i) market_.indexPrice[i] *= 1 + shock.move[i];
    for (ContractIndex i = 0; i < market_.markPrice.size(); ++i) {
      market_.markPrice[i] *= 1 + shock.move[rulebook.contracts()[i].underlying];
    }
  }

  Terms termsAt(std::size_t row) const {
    Terms then = at(market_, terms_);
    then.asOf = timeOf(row);
    return then;
  }

  /// Funding from the row before to this one, at the prices of the row before.
  void accrue(std::size_t row) {
    const double hours =
        static_cast<double>(timeOf(row) - timeOf(row - 1)) / static_cast<double>(kSecondsPerHour);
    const std::vector<double> perHour = fundingPerHour(wallet_, termsAt(row - 1));
    std::vector<Position>& positions = positionsOf(wallet_);
    for (std::size_t i = 0; i < positions.size(); ++i) {
      const double accrued = perHour[i] * hours;
      positions[i].unrealizedFunding += accrued;
      result_.funding += accrued;
    }
  }

  /// Goes to a row's prices; whether the cross pool lives.
  bool hold(std::size_t row, const Shock& shock) {
    const ShockOutcome outcome = shockLadder(wallet_, {shock}, termsAt(row)).front();
    move(shock);
    if (outcome.liquidatedAt) result_.liquidation = {row, *outcome.liquidatedAt};
    for (const ContractIndex contract : outcome.isolatedLiquidated) lose(row, contract);
    // What is liquidated is gone with its margin, whatever it has lost beyond that.
    const double equity = outcome.isolatedLiquidated.empty()
                              ? outcome.amounts.marginEquity
                              : situationOf(wallet_, termsAt(row)).standing.marginEquity.value;
    result_.points.push_back({row, equity, outcome.marginUsage});
    note(result_.points.size() - 1);
    return !result_.liquidation;
  }

  void lose(std::size_t row, ContractIndex contract) {
    result_.isolated.push_back({row, contract});
    const double margin = marginOf(contract, termsAt(row));
    std::vector<Position>& positions = positionsOf(wallet_);
    positions.erase(std::find_if(positions.begin(), positions.end(),
                                 [&](const Position& each) { return each.contract == contract; }));
    pay(wallet_, -margin, 0, terms_);
  }

  double marginOf(ContractIndex contract, const Terms& then) const {
    const Situation situation = situationOf(wallet_, then);
    const std::vector<Position>& positions = positionsOf(wallet_);
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (positions[i].contract == contract) return situation.allocatedMargin[i];
    }
    return 0;
  }

  void note(std::size_t point) {
    const auto worse = [&](std::size_t than) {
      const std::optional<double>& usage = result_.points[point].marginUsage;
      const std::optional<double>& known = result_.points[than].marginUsage;
      return known && (!usage || *usage > *known);
    };
    if (!result_.worst || worse(*result_.worst)) result_.worst = point;
  }

  Wallet wallet_;
  const PriceHistory& history_;
  const Terms terms_;
  Market market_;
  Replay result_;
};

}  // namespace

Replay replay(const Wallet& wallet, const PriceHistory& history, const Terms& terms) {
  return Holder(wallet, history, terms).run();
}

}  // namespace margin
