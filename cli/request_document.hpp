// SPDX-License-Identifier: MIT
// Requests put together from options of the command line.
#pragma once

#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "files.hpp"

namespace margin {

/// A string as JSON text.
std::string quoted(const std::string& text);

std::string numbered(double value);

/// Numbers as a JSON array.
std::string listOf(const std::vector<double>& values);

/// Given as "BTC=1.2": a name and, as JSON text, its number. What is no number stays a string and is refused
/// as such.
struct Pair {
  std::string name;
  std::string value;
};
Pair pairOf(const std::string& given);

/// Pairs as the members of a JSON object.
std::string objectOf(const std::vector<std::string>& pairs);

/// The beginning of a request around a scenario; its questions follow, and a closing brace.
std::string requestOf(const char* format, const std::string& scenario, std::size_t wallet);

/// Prints an answer as a document or for people, or the errors of its request.
template <class Answer>
int print(const Answer& answer, const std::string& request, bool asText,
          std::string (*document)(std::string_view)) {
  if (!answer.request.errors.empty()) {
    std::cerr << document(request) << '\n';
    return kRefused;
  }
  if (asText) {
    writeText(std::cout, answer);
  } else {
    std::cout << document(request) << '\n';
  }
  return kAccepted;
}

}  // namespace margin
