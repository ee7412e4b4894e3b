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

/// What a random scenario has in it. All but Plain have a rulebook of their own, with every kind of contract,
/// fees, funding rates, caps of marks, interest and conversion, and a clock.
enum class Kind : std::uint8_t {
  Plain,      ///< as randomScenario(seed)
  Multi,      ///< one multi-collateral wallet
  Single,     ///< one single-collateral wallet
  UsFutures,  ///< one US wallet
  Orders,     ///< one wallet of any type with order books, orders and transfers
  Mixed,      ///< one to four wallets of any type, some with orders and transfers
};

std::string randomScenario(std::uint64_t seed, Kind kind);

}  // namespace margin::test
