// SPDX-License-Identifier: MIT
#include "margin/holding_time.hpp"

#include <algorithm>

#include "margin/report.hpp"
#include "pool.hpp"
#include "previews.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

constexpr double kHoursPerYear = 365 * 24.0;

double crossFundingPerHour(const std::vector<Position>& positions, const WalletReport& report) {
  double perHour = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    if (positions[i].margin == MarginMode::Cross) perHour += report.positions[i].fundingPerHour;
  }
  return perHour;
}

/// A multi-collateral wallet that pays by the hour.
class Hours {
 public:
  Hours(const MultiCollateralWallet& wallet, const WalletReport& report, const InterestRules& rules,
        const Terms& terms)
      : rules_(rules),
        crossPerHour_(crossFundingPerHour(wallet.positions, report)),
        perHour_(report.funding.perHour),
        maintenance_(report.cross.maintenanceMargin),
        loss_(-(report.unrealizedPnl + report.unrealizedFunding)) {
    Arithmetic unkept(nullptr, {});
    profitCurrency_ = profitCurrencyOf(wallet.profitCurrency, terms, unkept);
    for (std::size_t i = 0; i < wallet.positions.size(); ++i) {
      if (wallet.positions[i].margin != MarginMode::Cross) continue;
      gain_ += report.positions[i].unrealizedPnl + wallet.positions[i].unrealizedFunding;
      open_ = true;
    }
    for (const Holding& holding : wallet.collateral)
      dollars_ += holding.asset == kUsd ? holding.quantity.value : 0;
    rest_ = report.cross.marginEquity - profitCurrency_.asMargin(gain_);
  }

  double interestPerHour() const noexcept {
    if (!(loss_ > rules_.threshold)) return 0;
    return std::max(loss_ - std::max(dollars_, 0.0), 0.0) * rules_.ratePerYear / kHoursPerYear;
  }

  /// Runs until the liquidation or to the end.
  void run(HoldingTime& time) {
    double before = excess();
    for (double hour = 0; open_ && hour < kLongestHolding; ++hour) {
      if (before <= 0) {
        time.hoursToLiquidation = hour;
        return;
      }
      const double interest = interestPerHour();
      pass(interest);
      const double after = excess();
      const double share = after <= 0 ? before / (before - after) : 1;
      time.paid += share * (interest - crossPerHour_);
      if (after <= 0) {
        time.hoursToLiquidation = hour + share;
        return;
      }
      before = after;
    }
  }

 private:
  double excess() const noexcept { return rest_ + profitCurrency_.asMargin(gain_) - maintenance_; }

  void pass(double interest) noexcept {
    gain_ += crossPerHour_;
    loss_ -= perHour_;
    rest_ -= interest;
    dollars_ -= interest;
  }

  const InterestRules& rules_;
  ProfitCurrency profitCurrency_;
  const double crossPerHour_;
  const double perHour_;
  const double maintenance_;
  double loss_;         ///< Of all positions, with funding owed; negative is a gain.
  double gain_ = 0;     ///< Of the cross positions, with funding.
  double dollars_ = 0;  ///< Held.
  double rest_ = 0;     ///< Cross equity beside that gain.
  bool open_ = false;
};

HoldingTime byFundingAlone(double perHour, const std::optional<Figure>& hours) {
  HoldingTime time;
  time.fundingPerHour = perHour;
  if (hours && *hours <= kLongestHolding) time.hoursToLiquidation = hours->value;
  time.paid = -perHour * time.hoursToLiquidation.value_or(kLongestHolding);
  return time;
}

}  // namespace

HoldingTime holdingTime(const Wallet& wallet, const Terms& terms) {
  const Terms quiet = withoutSteps(terms);
  if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    const WalletReport report = valued(*single, quiet);
    return byFundingAlone(report.funding.perHour, report.funding.hoursToLiquidation);
  }
  const auto* multi = std::get_if<MultiCollateralWallet>(&wallet);
  if (!multi) return {};
  const WalletReport report = valued(*multi, quiet);
  const double perHour = crossFundingPerHour(multi->positions, report);
  const std::optional<InterestRules>& rules = terms.rulebook.interest;
  if (!rules || rules->ratePerYear == 0) return byFundingAlone(perHour, report.funding.hoursToLiquidation);
  Hours hours(*multi, report, *rules, quiet);
  HoldingTime time;
  time.fundingPerHour = perHour;
  time.interestPerHour = hours.interestPerHour();
  hours.run(time);
  return time;
}

}  // namespace margin
