// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace margin {

/// Why an input was refused. Closed: every refusal is one of these.
enum class ErrorCode {
  Malformed,     ///< Not the expected kind of value, or not readable at all.
  Missing,       ///< A required value is absent.
  Unknown,       ///< A key, word, asset, contract or rulebook that is not defined.
  Duplicate,     ///< Given twice where once is allowed.
  NotFinite,     ///< A number that no double can hold.
  OutOfRange,    ///< A number outside its stated range.
  Inconsistent,  ///< Values that contradict each other.
  Unsupported,   ///< Understood, but not computed. One of the documents' words; this version has no case of
                 ///< it.
  TooLarge,      ///< Beyond a stated limit of size or depth.
};

/// The word of a code in documents, e.g. "out-of-range".
constexpr std::string_view word(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::Malformed:
      return "malformed";
    case ErrorCode::Missing:
      return "missing";
    case ErrorCode::Unknown:
      return "unknown";
    case ErrorCode::Duplicate:
      return "duplicate";
    case ErrorCode::NotFinite:
      return "not-finite";
    case ErrorCode::OutOfRange:
      return "out-of-range";
    case ErrorCode::Inconsistent:
      return "inconsistent";
    case ErrorCode::Unsupported:
      return "unsupported";
    case ErrorCode::TooLarge:
      return "too-large";
  }
  return "malformed";
}

/// One refusal: what, where, and a sentence that says what would be right.
struct Error {
  ErrorCode code = ErrorCode::Malformed;
  std::string path;     ///< JSON Pointer (RFC 6901) of the culprit, relative to the refused value.
  std::string message;  ///< One sentence.
};

/// A value, or the reason why there is none. Named after std::expected, which the older toolchain lacks.
template <class T>
class Result {
 public:
  Result(T value) : content_(std::move(value)) {}          // NOLINT: implicit by intent, as in std::expected
  Result(Error refusal) : content_(std::move(refusal)) {}  // NOLINT

  bool has_value() const noexcept { return content_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }
  const T& operator*() const& noexcept { return *std::get_if<0>(&content_); }
  T&& operator*() && noexcept { return std::move(*std::get_if<0>(&content_)); }
  const T* operator->() const noexcept { return std::get_if<0>(&content_); }
  const Error& error() const noexcept { return *std::get_if<1>(&content_); }

 private:
  std::variant<T, Error> content_;
};

}  // namespace margin
