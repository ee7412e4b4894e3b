// SPDX-License-Identifier: MIT
#include "names_text.hpp"

#include "text_table.hpp"

namespace margin {

std::string words(WalletStatus status) {
  switch (status) {
    case WalletStatus::Healthy:
      return "healthy";
    case WalletStatus::ReduceOnly:
      return "reduce-only";
    case WalletStatus::Liquidation:
      return "in liquidation";
  }
  return "healthy";
}

std::string words(UsStatus status) {
  switch (status) {
    case UsStatus::Healthy:
      return "healthy";
    case UsStatus::Warning:
      return "warning";
    case UsStatus::LiquidationRisk:
      return "at risk of liquidation";
  }
  return "healthy";
}

std::string words(const std::variant<WalletStatus, UsStatus>& status) {
  return std::visit([](auto each) { return words(each); }, status);
}

std::string nameOf(const Position& position, const Rulebook& rulebook) {
  return (position.side == Side::Long ? "long " : "short ") + symbolOf(position.contract, rulebook) +
         (position.margin == MarginMode::Isolated ? " isolated" : "");
}

std::string symbolOf(ContractIndex contract, const Rulebook& rulebook) {
  return plain(rulebook.contracts()[contract].symbol);
}

std::string assetName(AssetIndex asset, const Rulebook& rulebook) {
  return plain(rulebook.assets()[asset].name);
}

const char* typeOf(const Wallet& wallet) {
  if (std::holds_alternative<MultiCollateralWallet>(wallet)) return "multi-collateral";
  return std::holds_alternative<SingleCollateralWallet>(wallet) ? "single-collateral" : "us-futures";
}

std::string currencyOf(const Wallet& wallet, const Rulebook& rulebook) {
  const auto* single = std::get_if<SingleCollateralWallet>(&wallet);
  return single ? assetName(single->asset, rulebook) : "USD";
}

std::string factorText(std::optional<AssetIndex> factor, const Rulebook& rulebook) {
  return factor ? assetName(*factor, rulebook) : "the market";
}

void heading(std::ostream& out, const Request& request) {
  if (!request.scenario.title.empty()) out << plain(request.scenario.title) << '\n';
  out << "Wallet " << request.wallet + 1 << ", " << typeOf(request.asked()) << '\n';
}

}  // namespace margin
