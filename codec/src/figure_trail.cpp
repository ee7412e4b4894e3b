// SPDX-License-Identifier: MIT
#include "figure_trail.hpp"

namespace margin {

void FigureTrail::open(bool array) {
  std::string token;
  if (!levels_.empty()) {
    Level& around = levels_.back();
    token = around.array ? std::to_string(around.next++) : std::string(key_);
  }
  levels_.push_back({std::move(token), array, 0});
}

void FigureTrail::value() noexcept {
  if (!levels_.empty() && levels_.back().array) ++levels_.back().next;
}

std::string FigureTrail::pointer() const {
  std::string path;
  for (std::size_t i = 1; i < levels_.size(); ++i) path += "/" + levels_[i].token;
  if (levels_.empty()) return path;
  const Level& last = levels_.back();
  return path + "/" + (last.array ? std::to_string(last.next) : std::string(key_));
}

}  // namespace margin
