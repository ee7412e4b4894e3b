// SPDX-License-Identifier: MIT
// The chance that a drifting Brownian motion leaves an interval, in closed form.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "margin/odds.hpp"

namespace margin {
namespace {

using std::numbers::pi;

/// Logarithm of the normal distribution function, right also where the function itself would be 0.
double logNormal(double z) noexcept {
  if (z > -30) return std::log(std::erfc(-z / std::numbers::sqrt2) / 2);
  const double far = 1 / (z * z);
  return -z * z / 2 - std::log(-z * std::sqrt(2 * pi)) + std::log1p(-far * (1 - 3 * far));
}

/// e^exponent Phi(z), of which neither factor need be a double.
double scaledNormal(double exponent, double z) noexcept { return std::exp(exponent + logNormal(z)); }

/// e^exponent (Phi(to) - Phi(from)), without losing the digits of two values near 1.
double scaledBetween(double exponent, double from, double to) noexcept {
  if (from > 0) return scaledBetween(exponent, -to, -from);
  return scaledNormal(exponent, to) - scaledNormal(exponent, from);
}

/// Logarithm of the ratio after a time: normal, with this mean and deviation.
struct Spread {
  double mean = 0;
  double deviation = 0;
  double tilt = 0;  ///< Mean over variance.
};

/// @param level  Logarithm of a barrier, < 0 and below.
double touchBelow(double level, const Spread& s) noexcept {
  return scaledNormal(0, (level - s.mean) / s.deviation) +
         scaledNormal(2 * s.tilt * level, (level + s.mean) / s.deviation);
}

/// Survival between two levels by the images of the start in both: few terms where the time is short.
double survivalByImages(double below, double above, const Spread& s) noexcept {
  constexpr int kTerms = 8;
  const double width = above - below;
  double survival = 0;
  for (int n = -kTerms; n <= kTerms; ++n) {
    for (const bool mirrored : {false, true}) {
      const double image = 2 * n * width + (mirrored ? 2 * below : 0);
      const double term = scaledBetween(s.tilt * image, (below - image - s.mean) / s.deviation,
                                        (above - image - s.mean) / s.deviation);
      survival += mirrored ? -term : term;
    }
  }
  return survival;
}

/// The same as a series of decaying waves: few terms where the time is long.
double survivalByWaves(double below, double above, const Spread& s) noexcept {
  constexpr int kTerms = 24;
  const double width = above - below;
  double survival = 0;
  for (int k = 1; k <= kTerms; ++k) {
    const double wave = k * pi / width;
    const double decay = s.tilt * s.mean / 2 + wave * wave * s.deviation * s.deviation / 2;
    const double end = k % 2 == 0 ? -1 : 1;
    // The start lies at -below from the lower level.
    const double whole = std::exp(s.tilt * below - decay) + end * std::exp(s.tilt * above - decay);
    survival += 2 / width * std::sin(-wave * below) * wave / (s.tilt * s.tilt + wave * wave) * whole;
  }
  return survival;
}

double touchEither(double below, double above, const Spread& s) noexcept {
  const bool isShort = s.deviation < (above - below) / 2;
  return 1 - (isShort ? survivalByImages(below, above, s) : survivalByWaves(below, above, s));
}

/// Without volatility the price goes where its drift takes it.
double touchWithout(const Barriers& barriers, double mean) noexcept {
  const bool falls = barriers.below && mean <= std::log(*barriers.below);
  const bool rises = barriers.above && mean >= std::log(*barriers.above);
  return falls || rises ? 1 : 0;
}

}  // namespace

double touchProbability(const Barriers& barriers, const PriceMotion& motion, double years) noexcept {
  if (!(years > 0) || (!barriers.below && !barriers.above)) return 0;
  const double variance = motion.volatility * motion.volatility;
  const double rate = motion.drift - variance / 2;
  const double deviation = motion.volatility * std::sqrt(years);
  if (!(deviation > 0)) return touchWithout(barriers, rate * years);
  const Spread spread{rate * years, deviation, rate / variance};
  double touch = 0;
  if (!barriers.above) {
    touch = touchBelow(std::log(*barriers.below), spread);
  } else if (!barriers.below) {
    touch = touchBelow(-std::log(*barriers.above), {-spread.mean, deviation, -spread.tilt});
  } else {
    touch = touchEither(std::log(*barriers.below), std::log(*barriers.above), spread);
  }
  return std::clamp(touch, 0.0, 1.0);
}

}  // namespace margin
