// SPDX-License-Identifier: MIT
#pragma once

#include "margin/us_report.hpp"

namespace margin {

/// A US wallet as its positions alone make it: everything of its report but orders and transfers.
UsReport valued(const UsFuturesWallet& wallet, const Terms& terms);

/// How a valued wallet stands.
Standing standing(const UsReport& report);

}  // namespace margin
