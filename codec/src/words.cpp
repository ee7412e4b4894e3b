// SPDX-License-Identifier: MIT
#include "words.hpp"

namespace margin {

std::string_view word(Side side) noexcept { return side == Side::Long ? "long" : "short"; }

std::string_view word(MarginMode margin) noexcept {
  return margin == MarginMode::Cross ? "cross" : "isolated";
}

std::string_view word(PoolState state) noexcept {
  switch (state) {
    case PoolState::None:
      return "none";
    case PoolState::Safe:
      return "safe";
    case PoolState::Liquidation:
      return "liquidation";
  }
  return "none";
}

std::string_view word(WalletStatus status) noexcept {
  switch (status) {
    case WalletStatus::Healthy:
      return "healthy";
    case WalletStatus::ReduceOnly:
      return "reduce-only";
    case WalletStatus::Liquidation:
      return "liquidation";
  }
  return "healthy";
}

std::string_view word(UsStatus status) noexcept {
  switch (status) {
    case UsStatus::Healthy:
      return "healthy";
    case UsStatus::Warning:
      return "warning";
    case UsStatus::LiquidationRisk:
      return "liquidation-risk";
  }
  return "healthy";
}

std::string_view word(Regime regime) noexcept {
  switch (regime) {
    case Regime::Intraday:
      return "intraday";
    case Regime::Initial:
      return "initial";
    case Regime::Maintenance:
      return "maintenance";
  }
  return "initial";
}

}  // namespace margin
