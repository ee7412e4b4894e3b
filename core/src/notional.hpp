// SPDX-License-Identifier: MIT
#pragma once

#include "arithmetic.hpp"
#include "margin/contract.hpp"

namespace margin {

/// Units in one contract: of its underlying; of an inverse contract USD; of a US one USD a point.
inline double unitsOf(const Contract& contract) noexcept {
  return contract.us ? contract.us->valuePerPoint : contract.contractSize;
}

/// What units are worth at a price, in the wallet's currency: units x price; inverse: units / price.
inline Figure notionalOf(Symbol symbol, const Contract& contract, const Figure& units, const Figure& price,
                         Arithmetic& arithmetic) {
  return contract.type == ContractType::Inverse ? arithmetic.over(symbol, units, price)
                                                : arithmetic.times(symbol, units, price);
}

/// The same of contracts, without steps.
inline double notionalOf(const Contract& contract, double contracts, double price) noexcept {
  const double units = contracts * unitsOf(contract);
  return contract.type == ContractType::Inverse ? units / price : units * price;
}

/// What units bought at one price have gained at another: side x units x (to - from); inverse: of
/// 1/from - 1/to.
Figure gainOf(Symbol symbol, const Contract& contract, const Figure& side, const Figure& units,
              const Figure& from, const Figure& to, Arithmetic& arithmetic);

}  // namespace margin
