// SPDX-License-Identifier: MIT
// Closed-form odds against what is known of them.
#include "margin/odds.hpp"

#include <cmath>

#include "catch.hpp"

using namespace margin;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

double normal(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

/// The drift with which the logarithm of the price has none.
PriceMotion level(double volatility) { return {volatility, volatility * volatility / 2}; }

}  // namespace

TEST_CASE("Without drift of the logarithm a touch is twice the chance of ending beyond", "[odds]") {
  const double ended = normal(std::log(0.8) / 0.6);
  CHECK_THAT(touchProbability({0.8, {}}, level(0.6), 1), WithinRel(2 * ended, 1e-14));
  CHECK_THAT(touchProbability({{}, 1 / 0.8}, level(0.6), 1), WithinRel(2 * ended, 1e-14));
}

TEST_CASE("With drift, the formula of the first passage", "[odds]") {
  const double rate = 0.1 - 0.18;
  const double barrier = std::log(0.7);
  const double expected =
      normal((barrier - rate * 2) / (0.6 * std::sqrt(2.0))) +
      std::exp(2 * rate * barrier / 0.36) * normal((barrier + rate * 2) / (0.6 * std::sqrt(2.0)));
  CHECK_THAT(touchProbability({0.7, {}}, {0.6, 0.1}, 2), WithinRel(expected, 1e-13));
}

TEST_CASE("Two barriers: known values of the exit of an interval", "[odds]") {
  // Driftless and symmetric: 1 - 4/pi (e^(-pi^2/8 t) - 1/3 e^(-9 pi^2/8 t) + ...), half width 1.
  const double pi = std::acos(-1.0);
  const double half = std::exp(1.0);
  for (const double time : {0.05, 0.3, 1.0, 3.0}) {
    double survival = 0;
    for (int k = 0; k < 60; ++k) {
      const double odd = 2 * k + 1;
      survival += (k % 2 == 0 ? 4 : -4) / (pi * odd) * std::exp(-odd * odd * pi * pi * time / 8);
    }
    CHECK_THAT(touchProbability({1 / half, half}, level(1), time), WithinAbs(1 - survival, 1e-12));
  }
}

TEST_CASE("Images and waves agree where they meet", "[odds]") {
  const Barriers barriers{0.8, 1.5};
  const double width = std::log(1.5 / 0.8);
  for (const double drift : {-2.0, 0.0, 0.3, 3.0}) {
    const double meeting = width / 2 / 0.6;
    const double years = meeting * meeting;
    CHECK_THAT(touchProbability(barriers, {0.6, drift}, years * (1 - 1e-9)),
               WithinAbs(touchProbability(barriers, {0.6, drift}, years * (1 + 1e-9)), 1e-8));
  }
}

TEST_CASE("Two barriers are touched more often than either, less than their sum", "[odds]") {
  for (const double years : {0.01, 0.1, 1.0, 10.0}) {
    const PriceMotion motion{0.7, 0.05};
    const double below = touchProbability({0.75, {}}, motion, years);
    const double above = touchProbability({{}, 1.4}, motion, years);
    const double either = touchProbability({0.75, 1.4}, motion, years);
    CHECK(either >= std::max(below, above) - 1e-12);
    CHECK(either <= below + above + 1e-12);
  }
}

TEST_CASE("A barrier out of reach changes nothing", "[odds]") {
  CHECK_THAT(touchProbability({0.8, 1e5}, {0.6, 0}, 0.5),
             WithinRel(touchProbability({0.8, {}}, {0.6, 0}, 0.5), 1e-10));
}

TEST_CASE("Limits: no time, no volatility, a long time", "[odds]") {
  CHECK(touchProbability({0.8, 1.2}, {0.6, 0}, 0) == 0);
  CHECK(touchProbability({}, {0.6, 0}, 1) == 0);
  CHECK(touchProbability({0.8, 1.2}, {0, 0}, 100) == 0);
  CHECK(touchProbability({0.8, {}}, {0, -0.3}, 1) == 1);
  CHECK(touchProbability({{}, 1.2}, {0, 0.3}, 1) == 1);
  CHECK_THAT(touchProbability({0.8, 1.2}, {0.6, 0}, 1000), WithinAbs(1.0, 1e-12));
  // A price whose logarithm falls comes to every barrier below; to one above with chance b^(-1).
  CHECK_THAT(touchProbability({0.5, {}}, {0.6, 0}, 1e5), WithinAbs(1.0, 1e-9));
  CHECK_THAT(touchProbability({{}, 2.0}, {0.6, 0}, 1e5), WithinRel(0.5, 1e-9));
}

TEST_CASE("Drifts and barriers far out overflow nothing", "[odds]") {
  for (const double volatility : {1e-3, 0.01, 1.0, 10.0}) {
    for (const double drift : {-5.0, 0.0, 5.0}) {
      for (const double years : {1e-6, 0.1, 10.0}) {
        for (const Barriers& barriers :
             {Barriers{1e-6, {}}, Barriers{{}, 1e6}, Barriers{0.999, 1.001}, Barriers{1e-6, 1e6}}) {
          const double chance = touchProbability(barriers, {volatility, drift}, years);
          CHECK(chance >= 0);
          CHECK(chance <= 1);
        }
      }
    }
  }
}
