// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace margin::test {

/// Small deterministic generator (SplitMix64): the same numbers with every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits();
  double between(double least, double most);  ///< Uniform.
  double spread(double least, double most);   ///< Uniform in the logarithm; 0 < least < most.
  std::size_t below(std::size_t count);       ///< 0 to count - 1.
  bool chance(double probability);

 private:
  std::uint64_t state_;
};

/// A scenario document in one line: a random but plausible multi-collateral account, with every choice of
/// policy, cross and isolated positions, premiums, funding, debts and profit currencies.
std::string randomScenario(std::uint64_t seed);

}  // namespace margin::test
