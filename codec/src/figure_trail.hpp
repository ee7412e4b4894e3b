// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "margin/codec.hpp"

namespace margin {

/// Follows a writer through a document and notes where its figures stand.
class FigureTrail {
 public:
  /// @param working  Where steps are kept that follow from those of the report.
  explicit FigureTrail(Working& working) noexcept : working_(&working) {}

  Working* working() const noexcept { return working_; }
  void key(std::string_view name) noexcept { key_ = name; }
  void open(bool array);
  void close() noexcept { levels_.pop_back(); }
  /// A value that is no container was written: in an array, the next has another index.
  void value() noexcept;
  void figure(StepIndex step) { figures_.push_back({pointer(), step}); }

  /// Where the value that is written next, under the last key, stands.
  std::string pointer() const;
  std::vector<FigureAt> take() noexcept { return std::move(figures_); }

 private:
  struct Level {
    std::string token;  // of this container in the one around it
    bool array = false;
    std::size_t next = 0;  // of an array, the index of its next item
  };

  Working* working_;
  std::vector<Level> levels_;
  std::string_view key_;
  std::vector<FigureAt> figures_;
};

}  // namespace margin
