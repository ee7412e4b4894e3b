// SPDX-License-Identifier: MIT
#include "position_costs.hpp"

#include <algorithm>
#include <cmath>

#include "mark_cap.hpp"

namespace margin {
namespace {

/// A price that is one: above 0.
std::optional<Figure> priceOf(Symbol symbol, Figure dividend, Figure divisor, Arithmetic& arithmetic) {
  const double price = dividend / divisor;
  if (!(price > 0) || !std::isfinite(price)) return std::nullopt;
  return arithmetic.over(symbol, dividend, divisor);
}

/// The mark at which profit and funding pay both taker fees:
///   linear:  side x units x (P - entry) + funding - openFee - taker x units x P = 0
///   inverse: side x units x (1/entry - 1/P) + funding - openFee - taker x units / P = 0
std::optional<Figure> breakEvenPrice(const Leg& leg, Figure openFee, Figure takerFee, bool inverse,
                                     Arithmetic& arithmetic) {
  const Figure side = arithmetic.input(Symbol::Side, sign(leg.side));
  const Figure entry = arithmetic.times(Symbol::Intermediate, side, leg.entryNotional);
  if (inverse) {
    const Figure paid = arithmetic.minus(
        Symbol::Intermediate, arithmetic.plus(Symbol::Intermediate, entry, leg.unrealizedFunding), openFee);
    const Figure perPrice = arithmetic.times(Symbol::Intermediate, leg.units,
                                             arithmetic.plus(Symbol::Intermediate, side, takerFee));
    return priceOf(Symbol::BreakEvenPrice, perPrice, paid, arithmetic);
  }
  const Figure paid = arithmetic.plus(
      Symbol::Intermediate, arithmetic.minus(Symbol::Intermediate, entry, leg.unrealizedFunding), openFee);
  const Figure perPrice = arithmetic.times(Symbol::Intermediate, leg.units,
                                           arithmetic.minus(Symbol::Intermediate, side, takerFee));
  return priceOf(Symbol::BreakEvenPrice, paid, perPrice, arithmetic);
}

/// The rate that today's mark points to: premium over the coefficient, within the limit.
/// @source Reading of a third party who checked it against real rates; Kraken's formula is not published.
std::optional<Figure> indicatedFundingRate(const Contract& contract, Figure mark, Figure index,
                                           Arithmetic& arithmetic) {
  if (!contract.perpetual || !contract.fundingCoefficient || !contract.maxFundingRate) return std::nullopt;
  const Figure premium =
      arithmetic.minus(Symbol::Intermediate, arithmetic.over(Symbol::Intermediate, mark, index), 1);
  const Figure coefficient = arithmetic.input(Symbol::Intermediate, *contract.fundingCoefficient, true);
  const Figure rate = arithmetic.over(Symbol::Intermediate, premium, coefficient);
  return arithmetic.larger(Symbol::IndicatedFundingRate,
                           arithmetic.smaller(Symbol::Intermediate, rate, *contract.maxFundingRate),
                           -*contract.maxFundingRate);
}

std::optional<MarkLimits> markLimits(const Contract& contract, const Terms& terms, Figure index,
                                     Arithmetic& a) {
  if (!terms.rulebook.markPrice) return std::nullopt;
  const auto cap = markCap(*terms.rulebook.markPrice, contract, terms.asOf, a);
  if (!cap) return std::nullopt;
  const Figure lowest = a.times(Symbol::LowestMark, index, a.minus(Symbol::Intermediate, 1, *cap));
  return MarkLimits{lowest, a.times(Symbol::HighestMark, index, a.plus(Symbol::Intermediate, 1, *cap))};
}

std::optional<ExpiryReport> expiryOf(const Contract& contract, const Terms& terms, Figure closeFee,
                                     Arithmetic& a) {
  if (!contract.expires || !terms.asOf) return std::nullopt;
  const Figure left = secondsLeft(*contract.expires, *terms.asOf, a);
  const Figure hour = a.input(Symbol::SecondsPerHour, static_cast<double>(kSecondsPerHour));
  return ExpiryReport{*contract.expires, left == 0, a.over(Symbol::HoursLeft, left, hour), closeFee};
}

PositionInUsd inUsd(const PositionReport& report, Figure index, Arithmetic& arithmetic) {
  const auto usd = [&](Figure coin) { return arithmetic.times(Symbol::Usd, coin, index); };
  return {usd(report.unrealizedPnl), usd(report.initialMargin), usd(report.maintenanceMargin),
          usd(report.openFee),       usd(report.closeFee),      usd(report.fundingPerHour)};
}

}  // namespace

PositionReport describe(const Leg& leg) {
  PositionReport report;
  report.markPrice = leg.markPrice;
  report.notional = leg.markNotional;
  report.unrealizedPnl = leg.unrealizedPnl;
  report.initialMargin = leg.initialMargin;
  report.maintenanceMargin = leg.maintenanceMargin;
  report.level = leg.levelNumber;
  return report;
}

void addCosts(PositionReport& report, const Position& position, const Leg& leg, const Terms& terms,
              Arithmetic& arithmetic) {
  const Contract& contract = terms.rulebook.contracts()[position.contract];
  const bool inverse = contract.type == ContractType::Inverse;
  const double indexPrice = terms.market.indexPrice[contract.underlying];
  const Figure index = arithmetic.input(Symbol::IndexPrice, indexPrice);
  const Figure taker = arithmetic.input(Symbol::TakerFee, terms.takerFee);
  report.openFee = arithmetic.times(Symbol::OpenFee, taker, leg.entryNotional);
  report.closeFee = arithmetic.times(Symbol::CloseFee, taker, leg.markNotional);
  report.breakEvenPrice = breakEvenPrice(leg, report.openFee, taker, inverse, arithmetic);

  report.fundingRate = arithmetic.input(Symbol::FundingRate, terms.market.fundingRate[position.contract]);
  report.absoluteFundingRate = inverse
                                   ? arithmetic.over(Symbol::AbsoluteFundingRate, report.fundingRate, index)
                                   : arithmetic.times(Symbol::AbsoluteFundingRate, report.fundingRate, index);
  const Figure paying = arithmetic.input(Symbol::Side, -sign(leg.side));
  report.fundingPerHour =
      arithmetic.times(Symbol::FundingPerHour, arithmetic.times(Symbol::Intermediate, paying, leg.units),
                       report.absoluteFundingRate);
  report.indicatedFundingRate = indicatedFundingRate(contract, leg.markPrice, index, arithmetic);
  report.markLimits = markLimits(contract, terms, index, arithmetic);
  report.expiry = expiryOf(contract, terms, report.closeFee, arithmetic);
  if (inverse) report.inUsd = inUsd(report, index, arithmetic);
}

FundingReport fundingOf(Figure perHour, std::optional<Figure> hoursToLiquidation, const FundingRules& rules,
                        Arithmetic& arithmetic) {
  const Figure interval = arithmetic.input(Symbol::IntervalHours, rules.intervalHours);
  const Figure perSettlement = arithmetic.times(Symbol::FundingPerSettlement, perHour, interval);
  const Figure perDay =
      arithmetic.times(Symbol::FundingPerDay, perHour, arithmetic.input(Symbol::HoursPerDay, 24));
  const Figure perMonth =
      arithmetic.times(Symbol::FundingPerMonth, perHour, arithmetic.input(Symbol::HoursPerMonth, 720));
  return {perHour, perSettlement, perDay, perMonth, hoursToLiquidation, std::nullopt};
}

Instant nextSettlement(const FundingRules& rules, Instant moment) noexcept {
  const auto interval = static_cast<Instant>(std::floor(rules.intervalHours * kSecondsPerHour + 0.5));
  const Instant since = (moment % interval + interval) % interval;
  return moment - since + interval;
}

std::optional<Instant> nextSettlement(const std::vector<Position>& positions, const Terms& terms) noexcept {
  const auto funded = [&](const Position& position) {
    return terms.rulebook.contracts()[position.contract].perpetual;
  };
  if (!terms.asOf || std::none_of(positions.begin(), positions.end(), funded)) return std::nullopt;
  return nextSettlement(terms.rulebook.funding, *terms.asOf);
}

std::optional<Figure> hoursToLiquidation(const FundedPool& pool, const ProfitCurrency& profitCurrency,
                                         Arithmetic& arithmetic) {
  if (!pool.open) return std::nullopt;
  if (!(pool.equity > pool.maintenanceMargin)) return arithmetic.input(Symbol::HoursToLiquidation, 0);
  if (!(pool.fundingPerHour < 0)) return std::nullopt;
  // The amount of profit, loss and funding at which equity is the maintenance margin.
  const Figure rest = arithmetic.minus(Symbol::Intermediate, pool.equity, pool.unrealizedAsMargin);
  Figure end = arithmetic.minus(Symbol::Intermediate, pool.maintenanceMargin, rest);
  if (end > 0 && profitCurrency.keptGain > 0 && profitCurrency.keptGain != 1) {
    end = arithmetic.over(Symbol::Intermediate, end, profitCurrency.keptGain);
  }
  return arithmetic.over(Symbol::HoursToLiquidation,
                         arithmetic.minus(Symbol::Intermediate, end, pool.unrealized), pool.fundingPerHour);
}

std::optional<Figure> ratioOf(Symbol symbol, Figure dividend, Figure divisor, Arithmetic& arithmetic) {
  if (!(divisor > 0)) return std::nullopt;
  return arithmetic.over(symbol, dividend, divisor);
}

}  // namespace margin
