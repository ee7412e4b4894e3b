// SPDX-License-Identifier: MIT
#include "margin/explanation.hpp"

#include "arithmetic.hpp"

namespace margin {

BoundaryPrice priceOf(const Boundary& boundary, Figure current, Working* working) {
  const bool shown = boundary.ratio.step != kNoStep;
  Arithmetic a(shown ? working : nullptr, {});
  if (a.keeps() && current.step != kNoStep) a.setSubject(working->steps[current.step].subject);
  // The market has no price but the ratio itself.
  const Symbol symbol = current.step == kNoStep ? Symbol::Ratio : Symbol::LiquidationPrice;
  BoundaryPrice result;
  result.price = a.times(symbol, current, boundary.ratio);
  result.move = a.minus(Symbol::Move, boundary.ratio, 1);
  return result;
}

FeeFigures feesOf(const Rulebook& rulebook, double volume30d, Working* working) {
  const FeeTier tier = rulebook.feeTier(volume30d);
  Arithmetic a(working, {});
  const Figure volume = a.input(Symbol::Volume, volume30d);
  const Figure maker = a.input(Symbol::MakerFee, tier.maker);
  const Figure taker = a.input(Symbol::TakerFee, tier.taker);
  const Figure chosen = a.choice(Symbol::MakerFee, maker, volume);
  return {chosen, a.choice(Symbol::TakerFee, taker, volume)};
}

}  // namespace margin
