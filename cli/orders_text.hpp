// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "margin/codec.hpp"

namespace margin {

/// Writes what each order does to margin while it rests, and how the wallet stands once it has traded.
/// Nothing without orders.
void writeOrders(std::ostream& out, const Rulebook& rulebook, const std::string& currency,
                 const std::vector<Order>& orders, const std::vector<OrderReport>& reports);

/// Writes how the wallet stands after each transfer. Nothing without transfers.
void writeTransfers(std::ostream& out, const Rulebook& rulebook, const std::string& currency,
                    const std::vector<Transfer>& transfers, const std::vector<TransferReport>& reports);

}  // namespace margin
