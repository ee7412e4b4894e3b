// SPDX-License-Identifier: MIT
#include "margin/liquidation_prices.hpp"

#include <limits>

#include "counted.hpp"
#include "pool.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// The pool of a wallet's cross positions, without the rest of its report.
CrossPool crossPoolOf(const MultiCollateralWallet& wallet, const Terms& terms, Arithmetic& arithmetic) {
  CrossPool pool(terms, profitCurrencyOf(wallet.profitCurrency, terms, arithmetic), arithmetic);
  for (const Holding& holding : wallet.collateral) {
    pool.addCollateral(holding.asset, holding.quantity * countedPerUnit(holding.asset, terms));
  }
  for (const Position& position : wallet.positions) {
    const AssetIndex underlying = terms.rulebook.contracts()[position.contract].underlying;
    const Leg valued = leg(position, terms, arithmetic);
    if (position.margin == MarginMode::Cross) {
      pool.addLeg(underlying, valued);
    } else {
      pool.addIsolated(underlying, allocatedMargin(position, valued, terms, arithmetic));
    }
  }
  pool.close();
  return pool;
}

/// The factors of a wallet's report, of a multi-collateral wallet without the rest of it.
std::vector<FactorReport> factorReports(const Wallet& wallet, const Terms& terms) {
  const auto* multi = std::get_if<MultiCollateralWallet>(&wallet);
  if (!multi) return situationOf(wallet, terms).standing.factors;
  Arithmetic unkept(nullptr, {});
  const CrossPool pool = crossPoolOf(*multi, terms, unkept);
  std::vector<FactorReport> factors;
  factors.reserve(pool.exposures().size() + 1);
  for (const Exposure& exposure : pool.exposures()) {
    factors.push_back({exposure.asset, terms.market.indexPrice[exposure.asset], pool.along({&exposure})});
  }
  factors.push_back({std::nullopt, 1, pool.along(pool.market())});
  return factors;
}

class Prices {
 public:
  Prices(const Wallet& wallet, const Terms& terms)
      : wallet_(wallet), terms_(terms), market_(terms.market), then_(at(market_, withoutSteps(terms))) {
    clearPreviews(wallet_);
    market_.orderBooks.clear();
  }

  void add(const Shock& shock) {
    move(shock);
    for (const FactorReport& factor : factorReports(wallet_, then_)) {
      const LiquidationSet& set = factor.liquidation;
      const double current = factor.current;
      if (set.state == PoolState::Liquidation) {
        prices_.insert(prices_.end(), {current, current});
        continue;
      }
      const auto below = set.below();
      const auto above = set.above();
      prices_.push_back(below ? current * below->ratio : 0);
      prices_.push_back(above ? current * above->ratio : std::numeric_limits<double>::infinity());
    }
  }

  std::vector<double> take() noexcept { return std::move(prices_); }

 private:
  void move(const Shock& shock) {
    for (AssetIndex i = 0; i < market_.indexPrice.size(); ++i) {
      market_.indexPrice[i] = terms_.market.indexPrice[i] * (1 + shock.move[i]);
    }
    for (ContractIndex i = 0; i < market_.markPrice.size(); ++i) {
      const AssetIndex underlying = terms_.rulebook.contracts()[i].underlying;
      market_.markPrice[i] = terms_.market.markPrice[i] * (1 + shock.move[underlying]);
    }
  }

  Wallet wallet_;
  const Terms& terms_;
  Market market_;
  const Terms then_;
  std::vector<double> prices_;
};

}  // namespace

std::vector<std::optional<AssetIndex>> factorsOf(const Wallet& wallet, const Terms& terms) {
  std::vector<std::optional<AssetIndex>> factors;
  for (const FactorReport& factor : factorReports(wallet, terms)) factors.push_back(factor.asset);
  return factors;
}

std::vector<double> liquidationPrices(const Wallet& wallet, const std::vector<Shock>& shocks,
                                      const Terms& terms) {
  Prices prices(wallet, terms);
  for (const Shock& shock : shocks) prices.add(shock);
  return prices.take();
}

}  // namespace margin
