// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "leg.hpp"
#include "margin/report.hpp"
#include "order_margin.hpp"
#include "pool.hpp"
#include "position_costs.hpp"
#include "previews.hpp"
#include "settlement.hpp"

namespace margin {
namespace {

/// A price in the mark of a position's contract, from its pool's ratio on the losing side.
std::optional<Figure> bankruptcyPrice(const PoolAnswer& answer, Side side, Figure markPrice,
                                      Arithmetic& arithmetic) {
  const std::optional<Figure> ratio = side == Side::Long ? answer.bankruptcyBelow : answer.bankruptcyAbove;
  if (!ratio) return std::nullopt;
  return arithmetic.times(Symbol::BankruptcyPrice, markPrice, *ratio);
}

/// Sums over all positions of a wallet, and over its isolated ones alone. USD.
struct Totals {
  FigureSum balanceValue;
  FigureSum notional;
  FigureSum unrealizedPnl;
  FigureSum unrealizedFunding;
  FigureSum closeFee;
  FigureSum fundingPerHour;
  FigureSum crossFundingPerHour;
  FigureSum isolatedUnrealizedAsMargin;
  FigureSum isolatedInitialMargin;
  FigureSum isolatedMaintenanceMargin;
};

class Evaluation {
 public:
  Evaluation(const MultiCollateralWallet& wallet, const Terms& terms)
      : wallet_(wallet),
        terms_(terms),
        arithmetic_(terms.working, terms.rulebook.assets()[kUsd].name),
        profitCurrency_(profitCurrencyOf(wallet.profitCurrency, terms, arithmetic_)),
        pool_(terms, profitCurrency_, arithmetic_) {}

  WalletReport run() {
    report_.collateral.reserve(wallet_.collateral.size());
    report_.positions.reserve(wallet_.positions.size());
    for (const Holding& holding : wallet_.collateral) add(holding);
    for (const Position& position : wallet_.positions) add(position);
    pool_.close();
    arithmetic_.setSubject({});
    amounts();
    status();
    factors();
    costs();
    return std::move(report_);
  }

 private:
  AssetIndex underlying(const Position& position) const noexcept {
    return terms_.rulebook.contracts()[position.contract].underlying;
  }

  void add(const Holding& holding) {
    const Asset& asset = terms_.rulebook.assets()[holding.asset];
    Arithmetic& a = arithmetic_;
    a.setSubject(asset.name);
    HoldingReport report;
    report.price = a.input(Symbol::IndexPrice, terms_.market.indexPrice[holding.asset]);
    report.value = a.times(Symbol::Value, a.input(Symbol::Quantity, holding.quantity), report.price);
    report.haircut = a.input(Symbol::Haircut, asset.haircut, asset.assumed);
    const Figure kept = a.minus(Symbol::Kept, 1, report.haircut);
    report.collateralValue = a.times(Symbol::CollateralValue, report.value, kept);
    if (terms_.policy.collateralFee) {
      const Figure fee = a.input(Symbol::ConversionFee, asset.conversionFee, asset.assumed);
      report.collateralValue =
          a.times(Symbol::CollateralValue, report.collateralValue, a.minus(Symbol::Kept, 1, fee));
    }
    totals_.balanceValue.add(a, report.value);
    pool_.addCollateral(holding.asset, report.collateralValue);
    report_.collateral.push_back(report);
  }

  void add(const Position& position) {
    const Leg valued = leg(position, terms_, arithmetic_);
    PositionReport report = describe(valued);
    addCosts(report, position, valued, terms_, arithmetic_);
    totals_.notional.add(arithmetic_, valued.markNotional);
    totals_.unrealizedPnl.add(arithmetic_, valued.unrealizedPnl);
    totals_.unrealizedFunding.add(arithmetic_, valued.unrealizedFunding);
    totals_.closeFee.add(arithmetic_, report.closeFee);
    totals_.fundingPerHour.add(arithmetic_, report.fundingPerHour);
    if (position.margin == MarginMode::Cross) {
      pool_.addLeg(underlying(position), valued);
      totals_.crossFundingPerHour.add(arithmetic_, report.fundingPerHour);
    } else {
      isolate(position, valued, report);
    }
    report.returnOnEquity =
        arithmetic_.over(Symbol::ReturnOnEquity, report.unrealizedPnl, report.initialMargin);
    report_.positions.push_back(std::move(report));
  }

  void isolate(const Position& position, const Leg& valued, PositionReport& report) {
    Arithmetic& a = arithmetic_;
    const Figure allocated = allocatedMargin(position, valued, terms_, a);
    const IsolatedPool own = isolatedPool(valued, allocated, profitCurrency_, terms_, a);
    report.initialMargin = allocated;
    report.equity = own.equity;
    report.effectiveLeverage = ratioOf(Symbol::EffectiveLeverage, valued.markNotional, own.equity, a);
    report.liquidation = own.answer.liquidation;
    report.bankruptcyPrice = bankruptcyPrice(own.answer, position.side, report.markPrice, a);
    const Figure unrealized = a.plus(Symbol::Intermediate, valued.unrealizedPnl, valued.unrealizedFunding);
    report.hoursToFundingLiquidation =
        hoursToLiquidation({true, own.equity, valued.maintenanceMargin, unrealized, own.unrealizedAsMargin,
                            report.fundingPerHour},
                           profitCurrency_, a);
    pool_.addIsolated(underlying(position), allocated);
    totals_.isolatedUnrealizedAsMargin.add(a, own.unrealizedAsMargin);
    totals_.isolatedInitialMargin.add(a, allocated);
    totals_.isolatedMaintenanceMargin.add(a, valued.maintenanceMargin);
  }

  void amounts() {
    Arithmetic& a = arithmetic_;
    WalletReport& r = report_;
    r.balanceValue = totals_.balanceValue.total(a, Symbol::BalanceValue);
    r.collateralValue = pool_.collateralValue();
    r.unrealizedPnl = totals_.unrealizedPnl.total(a, Symbol::UnrealizedPnl);
    r.unrealizedFunding = totals_.unrealizedFunding.total(a, Symbol::UnrealizedFunding);
    FigureSum asMargin = totals_.isolatedUnrealizedAsMargin;
    asMargin.add(a, pool_.unrealizedAsMargin());
    r.totalUnrealizedAsMargin = asMargin.total(a, Symbol::TotalUnrealizedAsMargin);
    r.marginEquity = a.plus(Symbol::MarginEquity, r.collateralValue, r.totalUnrealizedAsMargin);
    FigureSum portfolio;
    portfolio.add(a, r.balanceValue);
    portfolio.add(a, r.unrealizedPnl);
    portfolio.add(a, r.unrealizedFunding);
    r.portfolioValue = portfolio.total(a, Symbol::PortfolioValue);
    r.cross = {pool_.marginEquity(), pool_.initialMargin(), pool_.maintenanceMargin()};
    r.initialMargin =
        withIsolated(totals_.isolatedInitialMargin, r.cross.initialMargin, Symbol::InitialMargin);
    r.maintenanceMargin =
        withIsolated(totals_.isolatedMaintenanceMargin, r.cross.maintenanceMargin, Symbol::MaintenanceMargin);
    r.availableMargin = a.minus(Symbol::AvailableMargin, r.cross.marginEquity, r.cross.initialMargin);
    if (!wallet_.orders.empty()) {
      const Figure resting =
          orderMargin({wallet_.positions, wallet_.orders, terms_}, wallet_.orders.size(), a);
      r.availableMargin = a.minus(Symbol::AvailableMargin, r.availableMargin, resting);
    }
    r.riskBuffer = a.minus(Symbol::RiskBuffer, r.cross.marginEquity, r.cross.maintenanceMargin);
    r.marginUsage = ratioOf(Symbol::MarginUsage, r.cross.maintenanceMargin, r.cross.marginEquity, a);
    r.effectiveLeverage =
        ratioOf(Symbol::EffectiveLeverage, totals_.notional.total(a, Symbol::Notional), r.marginEquity, a);
  }

  /// A margin of the cross pool and of the isolated positions together.
  Figure withIsolated(FigureSum isolated, Figure cross, Symbol symbol) {
    isolated.add(arithmetic_, cross);
    return isolated.total(arithmetic_, symbol);
  }

  void status() {
    if (pool_.open() && report_.riskBuffer <= 0) {
      report_.status = WalletStatus::Liquidation;
    } else if (!wallet_.positions.empty() && report_.cross.marginEquity < report_.cross.initialMargin) {
      report_.status = WalletStatus::ReduceOnly;
    }
  }

  void factors() {
    std::vector<PoolAnswer> answers;
    answers.reserve(pool_.exposures().size());
    report_.factors.reserve(pool_.exposures().size() + 1);
    for (const Exposure& exposure : pool_.exposures()) {
      answers.push_back(pool_.along(exposure));
      arithmetic_.setSubject(terms_.rulebook.assets()[exposure.asset].name);
      const double price = terms_.market.indexPrice[exposure.asset];
      report_.factors.push_back(
          {exposure.asset, arithmetic_.input(Symbol::IndexPrice, price), answers.back().liquidation});
    }
    report_.factors.push_back({std::nullopt, 1, market(answers)});
    for (std::size_t i = 0; i < wallet_.positions.size(); ++i) {
      const Position& position = wallet_.positions[i];
      if (position.margin != MarginMode::Cross) continue;
      PositionReport& report = report_.positions[i];
      const PoolAnswer& answer = answers[pool_.exposureOf(underlying(position))];
      arithmetic_.setSubject(terms_.rulebook.contracts()[position.contract].symbol);
      report.liquidation = answer.liquidation;
      report.bankruptcyPrice = bankruptcyPrice(answer, position.side, report.markPrice, arithmetic_);
      report.effectiveLeverage =
          ratioOf(Symbol::EffectiveLeverage, report.notional, report_.portfolioValue, arithmetic_);
    }
    arithmetic_.setSubject({});
  }

  /// Where the market is one asset, that asset's answer is the market's.
  LiquidationSet market(const std::vector<PoolAnswer>& answers) const {
    const std::vector<const Exposure*> moving = pool_.market();
    if (moving.size() == 1) return answers[pool_.exposureOf(moving.front()->asset)].liquidation;
    return pool_.along(moving);
  }

  void costs() {
    Arithmetic& a = arithmetic_;
    const Figure perHour = totals_.fundingPerHour.total(a, Symbol::FundingPerHour);
    const FundedPool cross{pool_.open(),
                           report_.cross.marginEquity,
                           report_.cross.maintenanceMargin,
                           pool_.unrealized(),
                           pool_.unrealizedAsMargin(),
                           totals_.crossFundingPerHour.total(a, Symbol::FundingPerHour)};
    report_.funding =
        fundingOf(perHour, hoursToLiquidation(cross, profitCurrency_, a), terms_.rulebook.funding, a);
    report_.funding.nextSettlement = nextSettlement(wallet_.positions, terms_);
    settlement();
    interest();
    automaticConversion();
    withdrawable();
  }

  /// A gain is paid in the profit currency, a loss and the fees in USD.
  void settlement() {
    SettlementReport& r = report_.settlement;
    r.realizedPnl = arithmetic_.plus(Symbol::RealizedPnl, report_.unrealizedPnl, report_.unrealizedFunding);
    r.closeFee = totals_.closeFee.total(arithmetic_, Symbol::CloseFee);
    r.waterfall =
        convert(balancesAfter(wallet_, r.realizedPnl, r.closeFee, terms_, arithmetic_), terms_, arithmetic_);
    arithmetic_.setSubject({});
  }

  double dollars() const noexcept {
    double held = 0;
    for (const Holding& holding : wallet_.collateral)
      held += holding.asset == kUsd ? holding.quantity.value : 0;
    return held;
  }

  void interest() {
    const std::optional<InterestRules>& rules = terms_.rulebook.interest;
    if (!rules) return;
    Arithmetic& a = arithmetic_;
    InterestReport r;
    r.unrealizedLoss =
        a.larger(Symbol::UnrealizedLoss, a.minus(Symbol::Intermediate, 0, report_.settlement.realizedPnl), 0);
    r.usdCover = a.larger(Symbol::UsdCover, a.input(Symbol::Usd, dollars()), 0);
    const Figure threshold = a.input(Symbol::InterestThreshold, rules->threshold);
    const Figure uncovered =
        a.larger(Symbol::Uncovered, a.minus(Symbol::Intermediate, r.unrealizedLoss, r.usdCover), 0);
    r.charged =
        a.choice(Symbol::InterestCharged, r.unrealizedLoss > threshold ? uncovered : Figure(0), threshold);
    const Figure perYear =
        a.times(Symbol::Intermediate, r.charged, a.input(Symbol::InterestRate, rules->ratePerYear, true));
    r.perDay = a.over(Symbol::InterestPerDay, perYear, a.input(Symbol::DaysPerYear, 365));
    report_.interest = r;
  }

  void automaticConversion() {
    Arithmetic& a = arithmetic_;
    if (!(dollars() < 0)) return;
    AutomaticConversion conversion;
    conversion.owed = a.minus(Symbol::Owed, 0, a.input(Symbol::Usd, dollars()));
    conversion.threshold = a.input(Symbol::ConversionThreshold, terms_.rulebook.conversion.threshold, true);
    if (conversion.owed > conversion.threshold) {
      conversion.waterfall = convert(wallet_.collateral, terms_, a);
      a.setSubject({});
    } else {
      conversion.waterfall.uncovered = conversion.owed;
    }
    report_.automaticConversion = std::move(conversion);
  }

  /// An unrealised gain that is paid in USD may leave while its position stays open.
  void withdrawable() {
    Arithmetic& a = arithmetic_;
    const double gain = wallet_.profitCurrency == kUsd ? std::max(pool_.unrealized().value, 0.0) : 0;
    std::vector<Holding> balances = balancesOf(wallet_.collateral);
    const auto isUsd = [](const Holding& balance) { return balance.asset == kUsd; };
    if (gain > 0 && std::none_of(balances.begin(), balances.end(), isUsd)) balances.push_back({kUsd, 0});
    for (const Holding& balance : balances) {
      a.setSubject(terms_.rulebook.assets()[balance.asset].name);
      Figure most = a.input(Symbol::Quantity, balance.quantity);
      if (balance.asset == kUsd && gain > 0) most = a.plus(Symbol::Intermediate, most, pool_.unrealized());
      if (const Figure each = countedPerUnit(balance.asset); each > 0) {
        const Figure free = a.larger(Symbol::Intermediate, report_.availableMargin, 0);
        most = a.smaller(Symbol::Intermediate, most, a.over(Symbol::Intermediate, free, each));
      }
      report_.withdrawable.push_back({balance.asset, a.larger(Symbol::Withdrawable, most, 0)});
    }
  }

  /// USD that one unit of an asset counts as margin.
  Figure countedPerUnit(AssetIndex index) {
    Arithmetic& a = arithmetic_;
    const Asset& asset = terms_.rulebook.assets()[index];
    const Figure price = a.input(Symbol::IndexPrice, terms_.market.indexPrice[index]);
    const Figure haircut = a.input(Symbol::Haircut, asset.haircut, asset.assumed);
    const Figure each = a.times(Symbol::Intermediate, price, a.minus(Symbol::Kept, 1, haircut));
    if (!terms_.policy.collateralFee) return each;
    const Figure fee = a.input(Symbol::ConversionFee, asset.conversionFee, asset.assumed);
    return a.times(Symbol::Intermediate, each, a.minus(Symbol::Kept, 1, fee));
  }

  const MultiCollateralWallet& wallet_;
  const Terms& terms_;
  Arithmetic arithmetic_;
  ProfitCurrency profitCurrency_;
  CrossPool pool_;
  Totals totals_;
  WalletReport report_;
};

}  // namespace

WalletReport valued(const MultiCollateralWallet& wallet, const Terms& terms) {
  return Evaluation(wallet, terms).run();
}

}  // namespace margin
