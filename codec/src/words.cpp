// SPDX-License-Identifier: MIT
#include "margin/words.hpp"

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

std::string_view word(OrderType type) noexcept {
  switch (type) {
    case OrderType::Limit:
      return "limit";
    case OrderType::Market:
      return "market";
    case OrderType::Stop:
      return "stop";
    case OrderType::TakeProfit:
      return "take-profit";
    case OrderType::TriggerEntry:
      return "trigger-entry";
  }
  return "limit";
}

std::string_view word(TriggerSignal signal) noexcept {
  switch (signal) {
    case TriggerSignal::Mark:
      return "mark";
    case TriggerSignal::Index:
      return "index";
    case TriggerSignal::Last:
      return "last";
  }
  return "mark";
}

std::string_view word(Liquidity liquidity) noexcept {
  return liquidity == Liquidity::Maker ? "maker" : "taker";
}

std::string_view word(RejectionCode code) noexcept {
  switch (code) {
    case RejectionCode::InsufficientAvailableFunds:
      return "insufficientAvailableFunds";
    case RejectionCode::WouldCauseLiquidation:
      return "wouldCauseLiquidation";
    case RejectionCode::MaxPositionViolation:
      return "maxPositionViolation";
    case RejectionCode::FixedLeverageTooHigh:
      return "fixedLeverageTooHigh";
    case RejectionCode::WouldNotReducePosition:
      return "wouldNotReducePosition";
    case RejectionCode::PostWouldExecute:
      return "postWouldExecute";
    case RejectionCode::IocWouldNotExecute:
      return "iocWouldNotExecute";
    case RejectionCode::InvalidPrice:
      return "invalidPrice";
    case RejectionCode::InvalidSize:
      return "invalidSize";
    case RejectionCode::ContractExpired:
      return "contractExpired";
  }
  return "invalidSize";
}

}  // namespace margin
