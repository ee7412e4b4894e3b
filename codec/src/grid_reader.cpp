// SPDX-License-Identifier: MIT
#include "grid_reader.hpp"

#include <cmath>
#include <string_view>

namespace margin {
namespace {

constexpr Range kSide{2, kMostSamples, false, false, "a whole number of cells from 2 to 4096"};

std::size_t readCount(RequestReader& reader, std::string_view key) {
  const double count = reader.fields().number(key, kSide).value_or(0);
  if (count != std::floor(count)) {
    reader.refusals().add(ErrorCode::OutOfRange, reader.fields().at(key), {"Must be ", kSide.words, "."});
  }
  return static_cast<std::size_t>(count);
}

}  // namespace

void readGrid(RequestReader& reader, std::size_t& columns, std::size_t& rows) {
  columns = readCount(reader, "columns");
  rows = readCount(reader, "rows");
}

}  // namespace margin
