// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document.hpp"

namespace margin {

/// Where in a document a value stands. Written out as a JSON Pointer only when something is refused.
class Place {
 public:
  Place() = default;
  Place(const Place& parent, std::string_view key) : parent_(&parent), key_(key) {}
  Place(const Place& parent, std::size_t index) : parent_(&parent), index_(index), isIndex_(true) {}

  std::string pointer() const;

 private:
  const Place* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
  bool isIndex_ = false;
};

/// The parts of a sentence joined.
std::string joined(std::initializer_list<std::string_view> parts);

/// Everything refused in one document, up to kMaxErrors.
class Refusals {
 public:
  void add(ErrorCode code, const Place& place, std::string_view message);
  /// The message in parts.
  void add(ErrorCode code, const Place& place, std::initializer_list<std::string_view> message);
  /// An error whose path is relative to a place.
  void add(const Place& at, const Error& error);

  bool empty() const noexcept { return errors_.empty(); }
  /// How many were added, told or not.
  std::size_t count() const noexcept { return count_; }
  std::vector<Error> take() noexcept { return std::move(errors_); }
  void take(std::vector<Error> errors) { errors_ = std::move(errors); }

 private:
  /// Whether one more is told; the last one says that there are more.
  bool room();

  std::vector<Error> errors_;
  std::size_t count_ = 0;
};

/// No sensible amount, price or size is larger; products of several stay far from overflow.
inline constexpr double kLargestNumber = 1e15;
/// No sensible number but 0 is nearer to 0; quotients stay far from overflow.
inline constexpr double kSmallestNumber = 1e-15;

/// The range a number must lie in, and how to say so.
struct Range {
  double least = 0;
  double most = 0;
  bool aboveLeast = false;  ///< `least` itself is refused.
  bool belowMost = false;   ///< `most` itself is refused.
  std::string_view words;   ///< Completes "must be ...".
  double nearest = kSmallestNumber;  ///< What is nearer to 0 is refused, unless it is 0.
};

inline constexpr Range kPositive{kSmallestNumber, kLargestNumber, false, false,
                                 "a number above 0 (1e-15 to 1e15)"};
inline constexpr Range kNotNegative{0, kLargestNumber, false, false, "a number from 0 to 1e15"};
inline constexpr Range kAtLeastOne{1, kLargestNumber, false, false, "a number from 1 to 1e15"};
inline constexpr Range kAnyAmount{-kLargestNumber, kLargestNumber, false, false,
                                  "a number from -1e15 to 1e15"};
inline constexpr Range kFraction{0, 1, false, false, "a fraction from 0 to 1 (0.02 is 2 %)"};
inline constexpr Range kFractionBelowOne{0, 1, false, true, "a fraction from 0 to below 1 (0.005 is 0.5 %)"};

/// A word of a document and the enumerator it stands for.
struct Word {
  template <class T>
  constexpr Word(std::string_view text, T enumerator) : word(text), value(static_cast<int>(enumerator)) {}

  std::string_view word;
  int value;
};
using Words = std::initializer_list<Word>;

/// Reads the fields of one JSON object strictly: each is asked for by name, and what was never asked for
/// is refused at the end. Every refusal is collected; nothing is thrown.
class ObjectReader {
 public:
  /// @param what  The object in words, e.g. "a position".
  ObjectReader(const Value& value, const Place& place, Refusals& refusals, std::string_view what);

  const Place& place() const noexcept { return place_; }
  Place at(std::string_view key) const { return Place(place_, key); }
  Refusals& refusals() const noexcept { return refusals_; }

  /// The member of this name, or nullptr.
  const Value* find(std::string_view key);
  /// The same, refused as missing where it is absent.
  const Value* require(std::string_view key, std::string_view mustBe);

  std::optional<double> number(std::string_view key, const Range& range);
  std::optional<double> requireNumber(std::string_view key, const Range& range);
  /// The same, kept in a target that is left alone where there is no such number.
  void number(std::string_view key, const Range& range, double& target);
  void requireNumber(std::string_view key, const Range& range, double& target);
  std::optional<std::string_view> text(std::string_view key);
  std::optional<std::string_view> requireText(std::string_view key, std::string_view mustBe);
  /// A short text that messages may repeat; at most kMaxNameBytes.
  std::optional<std::string_view> name(std::string_view key);
  std::optional<std::string_view> requireName(std::string_view key, std::string_view mustBe);
  std::optional<bool> boolean(std::string_view key);

  template <class T>
  std::optional<T> word(std::string_view key, Words words) {
    return enumerator<T>(wordOf(find(key), key, words));
  }
  template <class T>
  std::optional<T> requireWord(std::string_view key, Words words) {
    return enumerator<T>(wordOf(require(key, words), key, words));
  }

  /// Refuses every member that was not asked for. Call last.
  void finish();

 private:
  template <class T>
  static std::optional<T> enumerator(std::optional<int> value) {
    if (!value) return std::nullopt;
    return static_cast<T>(*value);
  }

  const Value* require(std::string_view key, Words words);
  std::optional<std::string_view> nameOf(const Value& value, std::string_view key, std::string_view mustBe);
  std::optional<int> wordOf(const Value* value, std::string_view key, Words words);

  const Value& value_;
  Place place_;
  Refusals& refusals_;
  std::string_view what_;
  bool isObject_;
  std::vector<std::string_view> asked_;
};

/// The number that a value is; refused where it is none or out of its range.
std::optional<double> readNumber(const Value& value, const Place& place, const Range& range,
                                 Refusals& refusals);

/// Whether a value is an array; refused where it is not.
bool isArray(const Value& value, const Place& place, std::string_view mustBe, Refusals& refusals);

/// Whether a value is an object; refused where it is not.
bool isObject(const Value& value, const Place& place, std::string_view mustBe, Refusals& refusals);

}  // namespace margin
