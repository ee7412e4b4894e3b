// SPDX-License-Identifier: MIT
// Any text as a history of prices: rows in order and prices that are numbers, or a refusal.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "margin/codec.hpp"
#include "price_history.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace margin;
  Refusals refusals;
  const auto rulebook = builtInRulebook("kraken-global");
  const HistoryReading reading =
      readHistory({reinterpret_cast<const char*>(data), size}, Place(), *rulebook, refusals);
  const auto& rows = reading.history.rows;
  if (refusals.empty() && rows.empty()) std::abort();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0 && rows[i].at <= rows[i - 1].at) std::abort();
    for (const double price : rows[i].price) {
      if (!(price > 0) || std::isinf(price)) std::abort();
    }
  }
  return 0;
}
