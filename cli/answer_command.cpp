// SPDX-License-Identifier: MIT
#include "answer_command.hpp"

#include <iostream>

#include "files.hpp"

namespace margin {

int printAnswer(const std::string& file, Answer answer) {
  const auto text = contentsOf(file);
  if (!text) return unreadable(file);
  const std::string document = answer(*text);
  const bool refused = document.starts_with("{\"errors\":");
  (refused ? std::cerr : std::cout) << document << '\n';
  return refused ? kRefused : kAccepted;
}

}  // namespace margin
