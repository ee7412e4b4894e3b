// SPDX-License-Identifier: MIT
#pragma once

#include "margin/us_report.hpp"

namespace margin {

/// Everything of evaluate() but the previews of orders and transfers.
UsReport valued(const UsFuturesWallet& wallet, const Terms& terms);

/// How a valued wallet stands.
Standing standing(const UsReport& report);

}  // namespace margin
