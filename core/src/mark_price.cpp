// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>

#include "mark_cap.hpp"

namespace margin {

namespace {

/// Between two listed caps by a straight line, level outside.
Figure datedMarkCap(const MarkPriceRules& rules, const Figure& days, Arithmetic& a) {
  const auto listed = [&](double cap) { return a.input(Symbol::ListedCap, cap); };
  const std::vector<DatedMarkCap>& caps = rules.datedCaps;
  if (caps.empty()) return listed(rules.perpetualCap);
  if (days <= caps.front().days) return a.choice(Symbol::MarkCap, listed(caps.front().cap), days);
  for (std::size_t i = 1; i < caps.size(); ++i) {
    if (days > caps[i].days) continue;
    const Figure from = a.input(Symbol::ListedDays, caps[i - 1].days);
    const Figure until = a.input(Symbol::ListedDays, caps[i].days);
    const Figure gone = a.minus(Symbol::Intermediate, days, from);
    const Figure share = a.over(Symbol::Intermediate, gone, a.minus(Symbol::Intermediate, until, from));
    const Figure low = listed(caps[i - 1].cap);
    const Figure rise = a.minus(Symbol::Intermediate, listed(caps[i].cap), low);
    return a.plus(Symbol::MarkCap, low, a.times(Symbol::Intermediate, share, rise));
  }
  return a.choice(Symbol::MarkCap, listed(caps.back().cap), days);
}

}  // namespace

double datedMarkCap(const MarkPriceRules& rules, double days) noexcept {
  Arithmetic unkept(nullptr, {});
  return datedMarkCap(rules, days, unkept);
}

std::optional<Figure> markCap(const MarkPriceRules& rules, const Contract& contract,
                              std::optional<Instant> asOf, Arithmetic& a) {
  if (contract.perpetual) return a.input(Symbol::ListedCap, rules.perpetualCap);
  if (!contract.expires || !asOf) return std::nullopt;
  const Figure seconds = secondsLeft(*contract.expires, *asOf, a);
  const Figure day = a.input(Symbol::SecondsPerDay, static_cast<double>(kSecondsPerDay));
  return datedMarkCap(rules, a.over(Symbol::DaysLeft, seconds, day), a);
}

Figure secondsLeft(Instant expires, Instant asOf, Arithmetic& a) {
  const Figure end = a.input(Symbol::Expiry, static_cast<double>(expires));
  const Figure now = a.input(Symbol::AsOf, static_cast<double>(asOf));
  return a.larger(Symbol::SecondsLeft, a.minus(Symbol::Intermediate, end, now), 0);
}

std::optional<double> markCap(const MarkPriceRules& rules, const Contract& contract,
                              std::optional<Instant> asOf) noexcept {
  Arithmetic unkept(nullptr, {});
  const auto cap = markCap(rules, contract, asOf, unkept);
  if (!cap) return std::nullopt;
  return cap->value;
}

}  // namespace margin
