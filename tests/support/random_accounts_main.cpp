// SPDX-License-Identifier: MIT
// Prints random scenario documents, one a line: random_accounts COUNT [FIRST_SEED].
#include <cstdlib>
#include <iostream>

#include "random_accounts.hpp"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: random_accounts COUNT [FIRST_SEED]\n";
    return 2;
  }
  const unsigned long long count = std::strtoull(argv[1], nullptr, 10);
  const unsigned long long first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  for (unsigned long long i = 0; i < count; ++i) std::cout << margin::test::randomScenario(first + i) << '\n';
}
