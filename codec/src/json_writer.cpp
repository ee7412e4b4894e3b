// SPDX-License-Identifier: MIT
#include "json_writer.hpp"

#include <array>
#include <nlohmann/json.hpp>

namespace margin {

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_ += bracket;
  first_ = false;
  return *this;
}

void JsonWriter::separate() {
  if (!first_ && !afterKey_) text_ += ',';
  first_ = false;
  afterKey_ = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  text_ += '"';
  text_ += name;
  text_ += "\":";
  afterKey_ = true;
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  separate();
  // A whole number needs no fraction to read back as the same double.
  constexpr double kWhole = 1e15;
  if (value > -kWhole && value < kWhole && value == static_cast<double>(static_cast<long long>(value))) {
    text_ += std::to_string(static_cast<long long>(value));
    return *this;
  }
  std::array<char, 64> digits;
  char* const first = digits.data();
  const char* const end = nlohmann::detail::to_chars(first, first + digits.size(), value);
  text_.append(first, static_cast<std::size_t>(end - first));
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  separate();
  text_ += '"';
  std::size_t plain = 0;  // start of what needs no escape
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    text_.append(value.substr(plain, i - plain));
    plain = i + 1;
    if (c >= 0x20) {
      text_ += '\\';
      text_ += value[i];
    } else {
      text_ += "\\u00";
      text_ += kHex[c >> 4];
      text_ += kHex[c & 0xf];
    }
  }
  text_.append(value.substr(plain));
  text_ += '"';
  return *this;
}

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

}  // namespace margin
