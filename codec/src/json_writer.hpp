// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace margin {

/// Writes JSON text straight into a string: commas, quoting, and numbers in their shortest digits that
/// read back as the same double.
class JsonWriter {
 public:
  JsonWriter& beginObject() { return open('{'); }
  JsonWriter& endObject() { return close('}'); }
  JsonWriter& beginArray() { return open('['); }
  JsonWriter& endArray() { return close(']'); }

  /// A key of our own: plain letters, nothing to escape.
  JsonWriter& key(std::string_view name);

  JsonWriter& number(double value);
  /// @param value  UTF-8, as the parser has accepted it.
  JsonWriter& text(std::string_view value);
  JsonWriter& null();
  /// A JSON value that is text already.
  JsonWriter& raw(std::string_view json);

  JsonWriter& number(std::string_view name, double value) { return key(name).number(value); }
  JsonWriter& number(std::string_view name, const std::optional<double>& value) {
    return value ? key(name).number(*value) : key(name).null();
  }
  JsonWriter& text(std::string_view name, std::string_view value) { return key(name).text(value); }

  std::string take() noexcept { return std::move(text_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string text_;
  bool first_ = true;  // nothing yet in the innermost container
  bool afterKey_ = false;
};

}  // namespace margin
