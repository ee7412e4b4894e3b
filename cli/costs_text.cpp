// SPDX-License-Identifier: MIT
#include "costs_text.hpp"

#include <cstddef>
#include <optional>
#include <string>

#include "names_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

/// An amount of a wallet; of coin, what it is worth in USD beside.
std::string worth(const std::string& currency, double value, const std::optional<double>& usd) {
  return amountIn(currency, value) + (usd ? " (" + amount(*usd) + " USD)" : "");
}

std::string hoursText(const std::optional<double>& hours) {
  constexpr double kHoursOfTenYears = 87600;
  if (!hours) return "never";
  if (!(*hours > 0)) return "now";
  if (*hours > kHoursOfTenYears) return "in more than ten years";
  return "in " + duration(static_cast<Instant>(*hours * static_cast<double>(kSecondsPerHour)));
}

void fees(std::ostream& out, const Scenario& scenario, const std::string& currency,
          const std::vector<Position>& positions, const WalletReport& report) {
  const FeeTier tier = scenario.rulebook->feeTier(scenario.volume30d);
  std::vector<Row> rows = {{"costs", "fee to open", "fee to close", "break-even"}};
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const PositionReport& valued = report.positions[i];
    const auto& usd = valued.inUsd;
    rows.push_back(
        {nameOf(positions[i], *scenario.rulebook),
         worth(currency, valued.openFee, usd ? std::optional<double>(usd->openFee) : std::nullopt),
         worth(currency, valued.closeFee, usd ? std::optional<double>(usd->closeFee) : std::nullopt),
         amountOrNone(valued.breakEvenPrice)});
  }
  table(out, rows);
  out << "  Fees: maker " << percent(tier.maker) << ", taker " << percent(tier.taker) << '\n';
}

void funding(std::ostream& out, const Scenario& scenario, const std::string& currency,
             const std::vector<Position>& positions, const WalletReport& report) {
  constexpr double kHoursPerDay = 24;
  constexpr double kHoursPerMonth = 720;
  std::vector<Row> rows = {{"funding", "rate an hour", "an hour", "a day", "in 30 days", "liquidates alone"}};
  const bool coin = report.inUsd.has_value();
  double usdPerHour = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const PositionReport& valued = report.positions[i];
    const double perHour = valued.fundingPerHour;
    const double usd = valued.inUsd ? valued.inUsd->fundingPerHour.value : 0;
    usdPerHour += usd;
    const auto over = [&](double hours) {
      return worth(currency, perHour * hours, coin ? std::optional(usd * hours) : std::nullopt);
    };
    const bool isolated = positions[i].margin == MarginMode::Isolated;
    rows.push_back({nameOf(positions[i], *scenario.rulebook), percent(valued.fundingRate), over(1),
                    over(kHoursPerDay), over(kHoursPerMonth),
                    isolated ? hoursText(valued.hoursToFundingLiquidation) : ""});
  }
  const auto all = [&](double value, double hours) {
    return worth(currency, value, coin ? std::optional(usdPerHour * hours) : std::nullopt);
  };
  const FundingReport& sum = report.funding;
  rows.push_back({"all, and the cross pool", "", all(sum.perHour, 1), all(sum.perDay, kHoursPerDay),
                  all(sum.perMonth, kHoursPerMonth), hoursText(sum.hoursToLiquidation)});
  out << '\n';
  table(out, rows);
  out << "  Negative is paid.\n";
  if (!sum.nextSettlement) return;
  out << "  It settles next in " << duration(*sum.nextSettlement - *scenario.asOf)
      << "; a whole interval comes to " << amountIn(currency, sum.perSettlement) << ' ' << currency << ".\n";
}

void interest(std::ostream& out, const InterestReport& report) {
  out << "  Interest: " << amount(report.perDay) << " a day on " << amount(report.charged)
      << " (unrealised loss " << amount(report.unrealizedLoss) << ", covered by USD "
      << amount(report.usdCover) << ")\n";
}

/// What the venue sets for a position's contract.
void contractTerms(std::ostream& out, const Rulebook& rulebook, const std::string& currency,
                   const Position& position, const PositionReport& report) {
  const std::string symbol = "  " + symbolOf(position.contract, rulebook);
  if (report.markLimits) {
    out << symbol << ": the mark is kept between " << amount(report.markLimits->lowest) << " and "
        << amount(report.markLimits->highest) << '\n';
  }
  if (report.indicatedFundingRate) {
    out << symbol << ": today's mark points to funding of " << percent(*report.indicatedFundingRate)
        << " an hour\n";
  }
  if (!report.expiry) return;
  const auto& expiry = rulebook.contracts()[position.contract].expiry;
  out << symbol << (report.expiry->expired ? ": expired " : ": expires ") << plain(expiry.value_or(""));
  if (!report.expiry->expired) {
    out << " (" << hoursText(report.expiry->hours) << ')';
  }
  out << "; settlement costs a fee of " << amountIn(currency, report.expiry->settlementFee) << ' ' << currency
      << '\n';
}

}  // namespace

void writeCosts(std::ostream& out, const Scenario& scenario, const std::string& currency,
                const std::vector<Position>& positions, const WalletReport& report) {
  if (positions.empty()) return;
  out << '\n';
  fees(out, scenario, currency, positions, report);
  funding(out, scenario, currency, positions, report);
  if (report.interest && report.interest->unrealizedLoss > 0) interest(out, *report.interest);
  for (std::size_t i = 0; i < positions.size(); ++i) {
    contractTerms(out, *scenario.rulebook, currency, positions[i], report.positions[i]);
  }
}

}  // namespace margin
