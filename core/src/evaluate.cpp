// SPDX-License-Identifier: MIT
// A wallet's own answers, and the previews of its orders and transfers beside them.
#include <utility>
#include <vector>

#include "margin/report.hpp"
#include "margin/us_report.hpp"
#include "previews.hpp"
#include "us_wallet.hpp"

namespace margin {
namespace {

template <class Report, class Valued>
void addPreviews(Report& report, const Valued& wallet, Figure availableMargin, const Terms& terms) {
  if (wallet.orders.empty() && wallet.transfers.empty()) return;
  const Wallet any(wallet);
  Today today{availableMargin, {}, report.factors, report.status};
  for (const auto& position : report.positions) today.liquidation.push_back(&position.liquidation);
  report.orders = previewOrders(any, today, terms);
  report.transfers = previewTransfers(any, terms);
}

template <class Valued>
WalletReport evaluated(const Valued& wallet, const Terms& terms) {
  WalletReport report = valued(wallet, terms);
  addPreviews(report, wallet, report.cross.marginEquity - report.cross.initialMargin, terms);
  return report;
}

}  // namespace

Standing standing(WalletReport report) {
  Standing standing{
      report.marginEquity,      report.initialMargin, report.maintenanceMargin,  report.availableMargin,
      report.effectiveLeverage, report.status,        std::move(report.factors), {}};
  if (const auto& usd = report.inUsd) {
    standing.inUsd = {usd->marginEquity, usd->initialMargin, usd->maintenanceMargin, usd->availableMargin};
  }
  return standing;
}

WalletReport evaluate(const MultiCollateralWallet& wallet, const Terms& terms) {
  return evaluated(wallet, terms);
}

WalletReport evaluate(const SingleCollateralWallet& wallet, const Terms& terms) {
  return evaluated(wallet, terms);
}

UsReport evaluate(const UsFuturesWallet& wallet, const Terms& terms) {
  UsReport report = valued(wallet, terms);
  addPreviews(report, wallet, report.equity - report.requirement, terms);
  return report;
}

}  // namespace margin
