// SPDX-License-Identifier: MIT
#include "margin/mark_price.hpp"

#include <algorithm>
#include <cstddef>

namespace margin {

double datedMarkCap(const MarkPriceRules& rules, double days) noexcept {
  const std::vector<DatedMarkCap>& caps = rules.datedCaps;
  if (caps.empty()) return rules.perpetualCap;
  if (days <= caps.front().days) return caps.front().cap;
  for (std::size_t i = 1; i < caps.size(); ++i) {
    if (days > caps[i].days) continue;
    const double share = (days - caps[i - 1].days) / (caps[i].days - caps[i - 1].days);
    return caps[i - 1].cap + share * (caps[i].cap - caps[i - 1].cap);
  }
  return caps.back().cap;
}

std::optional<double> markCap(const MarkPriceRules& rules, const Contract& contract,
                              std::optional<Instant> asOf) noexcept {
  if (contract.perpetual) return rules.perpetualCap;
  if (!contract.expires || !asOf) return std::nullopt;
  const double days = static_cast<double>(*contract.expires - *asOf) / static_cast<double>(kSecondsPerDay);
  return datedMarkCap(rules, std::max(0.0, days));
}

}  // namespace margin
