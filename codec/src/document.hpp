// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "margin/codec.hpp"
#include "margin/result.hpp"

namespace margin {

struct Member;

/// A JSON value as it stands in a document. Every number is a double.
struct Value {
  enum class Kind { Null, Boolean, Number, Text, Array, Object };

  Kind kind = Kind::Null;
  bool boolean = false;
  double number = 0;
  std::string_view text;
  std::vector<Value> items;     ///< Of an array.
  std::vector<Member> members;  ///< Of an object, in the document's order.
};

struct Member {
  std::string_view key;
  Value value;
};

/// A parsed document. Its views point into its own text, so it stays where it is.
struct Document {
  Document() = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  Value root;
  std::vector<Error>
      errors;  ///< Syntax, size, depth, overflowing numbers (the parse stopped there); repeated keys.
  bool complete = false;  ///< The whole text was read; repeated keys may still stand in errors.
  std::string texts;      ///< What the views point into.
};

/// Deepest nesting read.
inline constexpr std::size_t kMaxDocumentDepth = 32;

/// Longest key and longest name read, bytes: what refusals repeat must stay small.
inline constexpr std::size_t kMaxNameBytes = 256;
/// Most refusals told of one document.
inline constexpr std::size_t kMaxErrors = 1000;

/// Parses JSON text strictly. Repeated keys are refused, numbers that no double holds too.
void parse(std::string_view text, Document& document);

/// One token of a JSON Pointer, escaped after RFC 6901.
std::string pointerToken(std::string_view key);

}  // namespace margin
