// SPDX-License-Identifier: MIT
#include <utility>
#include <vector>

#include "margin/conversion.hpp"
#include "outcome.hpp"
#include "previews.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// Moves an amount into or out of a wallet.
void apply(Wallet& wallet, const Transfer& transfer) {
  if (auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    us->cash += transfer.quantity;
  } else if (auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    single->balance += transfer.quantity;
  } else {
    credit(std::get<MultiCollateralWallet>(wallet).collateral, transfer.asset, transfer.quantity);
  }
}

/// Units of an asset that can leave.
double most(const std::vector<WithdrawableReport>& withdrawable, AssetIndex asset) noexcept {
  for (const WithdrawableReport& each : withdrawable) {
    if (each.asset == asset) return each.quantity;
  }
  return 0;
}

}  // namespace

std::vector<TransferReport> previewTransfers(const Wallet& wallet, const Terms& terms) {
  std::vector<TransferReport> reports;
  Wallet now = wallet;
  const ContractIndex none = terms.rulebook.contracts().size();
  const Terms quiet = withoutSteps(terms);
  for (const Transfer& transfer : transfersOf(wallet)) {
    const double allowed = most(outcomeOf(now, quiet, none).withdrawable, transfer.asset);
    Wallet then = now;
    apply(then, transfer);
    TransferReport report;
    report.allowed = -transfer.quantity <= allowed * (1 + 1e-12);
    const bool kept = terms.working && terms.working->keepsTransfer(reports.size());
    report.standing = outcomeOf(then, kept ? terms : quiet, none).standing;
    if (report.allowed) now = std::move(then);
    reports.push_back(std::move(report));
  }
  return reports;
}

}  // namespace margin
