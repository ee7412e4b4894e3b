// SPDX-License-Identifier: MIT
// The words that documents use for enumerators.
#pragma once

#include <string_view>

#include "margin/us_report.hpp"

namespace margin {

std::string_view word(Side side) noexcept;
std::string_view word(MarginMode margin) noexcept;
std::string_view word(PoolState state) noexcept;
std::string_view word(WalletStatus status) noexcept;
std::string_view word(UsStatus status) noexcept;
std::string_view word(Regime regime) noexcept;
std::string_view word(OrderType type) noexcept;
std::string_view word(TriggerSignal signal) noexcept;
std::string_view word(Liquidity liquidity) noexcept;
/// Named after the venue's API.
std::string_view word(RejectionCode code) noexcept;

}  // namespace margin
