// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <fstream>
#include <iostream>

#include "margin/codec.hpp"

namespace margin {
namespace {

std::optional<std::string> contents(std::istream& input) {
  std::string text;
  std::string block(1 << 16, '\0');
  while (input && text.size() <= kMaxDocumentBytes) {
    input.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block, 0, static_cast<std::size_t>(input.gcount()));
  }
  if (input.bad()) return std::nullopt;
  return text;
}

}  // namespace

std::optional<std::string> contentsOf(const std::string& file) {
  if (file == "-") return contents(std::cin);
  std::ifstream input(file, std::ios::binary);
  return input ? contents(input) : std::nullopt;
}

int unreadable(const std::string& file) {
  std::cerr << "margin: cannot read " << file << '\n';
  return kRefused;
}

}  // namespace margin
