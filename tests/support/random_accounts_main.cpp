// SPDX-License-Identifier: MIT
// Prints random scenario documents, one a line: random_accounts COUNT [FIRST_SEED [KIND]].
#include <array>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string_view>

#include "random_accounts.hpp"

namespace {

using margin::test::Kind;

std::optional<Kind> kindOf(std::string_view word) {
  constexpr std::array<std::string_view, 6> kWords = {"plain", "multi", "single", "us", "orders", "mixed"};
  for (std::size_t place = 0; place < kWords.size(); ++place) {
    if (word == kWords[place]) return static_cast<Kind>(place);
  }
  return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  const std::optional<Kind> kind = argc > 3 ? kindOf(argv[3]) : Kind::Plain;
  if (argc < 2 || !kind) {
    std::cerr << "usage: random_accounts COUNT [FIRST_SEED [plain|multi|single|us|orders|mixed]]\n";
    return 2;
  }
  const unsigned long long count = std::strtoull(argv[1], nullptr, 10);
  const unsigned long long first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  for (unsigned long long i = 0; i < count; ++i) {
    std::cout << margin::test::randomScenario(first + i, *kind) << '\n';
  }
}
