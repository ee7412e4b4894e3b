// SPDX-License-Identifier: MIT
#include "json_writer.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace margin {

JsonWriter& JsonWriter::open(char bracket) {
  if (trail_) trail_->open(bracket == '[');
  char* out = room(2);
  out = separator(out);
  *out++ = bracket;
  wrote(out);
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  if (trail_) trail_->close();
  char* out = room(1);
  *out++ = bracket;
  wrote(out);
  first_ = false;
  return *this;
}

char* JsonWriter::room(std::size_t bytes) {
  if (text_.size() - size_ < bytes) text_.resize(2 * text_.size() + bytes);
  return text_.data() + size_;
}

void JsonWriter::wrote(const char* end) noexcept { size_ = static_cast<std::size_t>(end - text_.data()); }

char* JsonWriter::separator(char* out) noexcept {
  if (!first_ && !afterKey_) *out++ = ',';
  first_ = false;
  afterKey_ = false;
  return out;
}

JsonWriter& JsonWriter::number(std::string_view name, const Figure& value) {
  key(name);
  if (trail_ && value.step != kNoStep) trail_->figure(value.step);
  return number(value.value);
}

JsonWriter& JsonWriter::key(std::string_view name) {
  if (trail_) trail_->key(name);
  char* out = separator(room(name.size() + 4));
  *out++ = '"';
  out = std::copy(name.begin(), name.end(), out);
  *out++ = '"';
  *out++ = ':';
  wrote(out);
  afterKey_ = true;
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (trail_) trail_->value();
  constexpr std::size_t kDigits = 40;
  char* out = separator(room(kDigits + 1));
  // A whole number needs no fraction to read back as the same double.
  constexpr double kWhole = 1e15;
  if (value > -kWhole && value < kWhole && value == static_cast<double>(static_cast<long long>(value))) {
    wrote(std::to_chars(out, out + kDigits, static_cast<long long>(value)).ptr);
  } else {
    wrote(nlohmann::detail::to_chars(out, out + kDigits, value));
  }
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::size_t kLongestEscape = 6;
  char* out = separator(room(kLongestEscape * value.size() + 3));
  *out++ = '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) {
      if (c == '"' || c == '\\') *out++ = '\\';
      *out++ = c;
    } else {
      for (const char escape : {'\\', 'u', '0', '0', kHex[byte >> 4], kHex[byte & 0xf]}) *out++ = escape;
    }
  }
  *out++ = '"';
  wrote(out);
  return *this;
}

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  char* out = separator(room(json.size() + 1));
  wrote(std::copy(json.begin(), json.end(), out));
  return *this;
}

std::string JsonWriter::take() {
  text_.resize(size_);
  return std::move(text_);
}

}  // namespace margin
