// SPDX-License-Identifier: MIT
#include "notional.hpp"

namespace margin {

Figure gainOf(Symbol symbol, const Contract& contract, const Figure& side, const Figure& units,
              const Figure& from, const Figure& to, Arithmetic& a) {
  if (contract.type == ContractType::Inverse) {
    const Figure paid = notionalOf(Symbol::EntryNotional, contract, units, from, a);
    const Figure worth = notionalOf(Symbol::Notional, contract, units, to, a);
    return a.times(symbol, side, a.minus(Symbol::Intermediate, paid, worth));
  }
  const Figure exposure = a.times(Symbol::Intermediate, side, units);
  return a.times(symbol, exposure, a.minus(Symbol::PriceChange, to, from));
}

}  // namespace margin
