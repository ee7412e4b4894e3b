// SPDX-License-Identifier: MIT
#include "evaluate_command.hpp"

#include <fstream>
#include <iostream>

#include "files.hpp"
#include "margin/codec.hpp"
#include "text_report.hpp"

namespace margin {
namespace {

bool evaluateLines(std::istream& input) {
  std::string line;
  while (std::getline(input, line)) std::cout << evaluate(line) << '\n';
  return !input.bad();
}

}  // namespace

int evaluateDocument(const std::string& file, bool asText) {
  const auto text = contentsOf(file);
  if (!text) return unreadable(file);
  const Evaluation evaluation = evaluateScenario(*text);
  if (!evaluation.errors.empty()) {
    std::cerr << toJson(evaluation) << '\n';
    return kRefused;
  }
  if (asText) {
    writeText(std::cout, evaluation);
  } else {
    std::cout << toJson(evaluation) << '\n';
  }
  return kAccepted;
}

int evaluateLines(const std::string& file) {
  if (file == "-") return evaluateLines(std::cin) ? kAccepted : unreadable(file);
  std::ifstream input(file, std::ios::binary);
  return input && evaluateLines(input) ? kAccepted : unreadable(file);
}

}  // namespace margin
