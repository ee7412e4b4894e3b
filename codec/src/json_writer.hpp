// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "figure_trail.hpp"
#include "margin/working.hpp"

namespace margin {

/// Writes JSON text straight into a string: commas, quoting, and numbers in digits, nearly always
/// the fewest, that read back as the same double.
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

  /// A figure: its number, and its step where a trail is kept.
  JsonWriter& number(std::string_view name, const Figure& value);
  JsonWriter& number(std::string_view name, const std::optional<Figure>& value) {
    return value ? number(name, *value) : key(name).null();
  }

  /// Notes from here on where figures stand; nullptr notes nothing.
  void follow(FigureTrail* trail) noexcept { trail_ = trail; }
  /// Where steps of what is written are kept; nullptr where no trail is.
  Working* working() const noexcept { return trail_ ? trail_->working() : nullptr; }
  JsonWriter& boolean(std::string_view name, bool value) { return key(name).raw(value ? "true" : "false"); }

  /// The text written; the writer is then spent.
  std::string take();

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  /// Where at least so many bytes can be written.
  char* room(std::size_t bytes);
  void wrote(const char* end) noexcept;
  char* separator(char* out) noexcept;

  std::string text_;  // its first size_ bytes are written, the rest is room
  std::size_t size_ = 0;
  bool first_ = true;  // nothing yet in the innermost container
  bool afterKey_ = false;
  FigureTrail* trail_ = nullptr;
};

}  // namespace margin
