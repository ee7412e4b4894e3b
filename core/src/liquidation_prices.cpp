// SPDX-License-Identifier: MIT
#include "margin/liquidation_prices.hpp"

#include "shocked_pool.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// Of a wallet that has no cross pool of several assets: its report after each shock.
class ReportedPrices {
 public:
  ReportedPrices(const Wallet& wallet, const Terms& terms)
      : wallet_(wallet), terms_(terms), market_(terms.market), then_(at(market_, withoutSteps(terms))) {
    clearPreviews(wallet_);
    market_.orderBooks.clear();
  }

  void add(const Shock& shock) {
    move(shock);
    for (const FactorReport& factor : situationOf(wallet_, then_).standing.factors) {
      addNearest(prices_, factor.current, factor.liquidation);
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
  if (const auto* multi = std::get_if<MultiCollateralWallet>(&wallet)) {
    return ShockedPool(*multi, terms).factors();
  }
  std::vector<std::optional<AssetIndex>> factors;
  for (const FactorReport& factor : situationOf(wallet, terms).standing.factors) {
    factors.push_back(factor.asset);
  }
  return factors;
}

std::vector<double> liquidationPrices(const Wallet& wallet, const std::vector<Shock>& shocks,
                                      const Terms& terms) {
  if (const auto* multi = std::get_if<MultiCollateralWallet>(&wallet)) {
    ShockedPool pool(*multi, terms);
    std::vector<double> prices;
    for (const Shock& shock : shocks) pool.addTo(prices, shock);
    return prices;
  }
  ReportedPrices prices(wallet, terms);
  for (const Shock& shock : shocks) prices.add(shock);
  return prices.take();
}

}  // namespace margin
