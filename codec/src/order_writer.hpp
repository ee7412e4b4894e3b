// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "json_writer.hpp"
#include "margin/order_report.hpp"
#include "margin/rulebook.hpp"

namespace margin {

/// Writes the member "orders"; nothing where there is none.
void writeOrders(JsonWriter& writer, const Rulebook& rulebook, const std::vector<Order>& orders,
                 const std::vector<OrderReport>& reports);

/// Writes the member "transfers"; nothing where there is none.
void writeTransfers(JsonWriter& writer, const Rulebook& rulebook, const std::vector<Transfer>& transfers,
                    const std::vector<TransferReport>& reports);

/// Writes the members that say how a wallet stands.
void writeStanding(JsonWriter& writer, const Rulebook& rulebook, const Standing& standing);

}  // namespace margin
