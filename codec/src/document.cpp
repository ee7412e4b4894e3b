// SPDX-License-Identifier: MIT
// The one place that parses JSON: nlohmann's SAX parser with a handler that keeps the JSON Pointer.
#include "document.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace margin {
namespace {

class Handler {
 public:
  Handler(Document& document, std::string_view text) : document_(document), text_(text) {}

  bool null() { return put({}); }
  bool boolean(bool value) {
    Value boolean;
    boolean.kind = Value::Kind::Boolean;
    boolean.boolean = value;
    return put(std::move(boolean));
  }
  bool number_integer(std::int64_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return number(static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return number(value); }
  bool string(std::string& value) {
    Value text;
    text.kind = Value::Kind::Text;
    text.text = keep(value);
    return put(std::move(text));
  }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(std::size_t) { return open(Value::Kind::Object); }
  bool key(std::string& value) {
    if (value.size() > kMaxNameBytes) {
      refuse(ErrorCode::TooLarge,
             "A key is longer than " + std::to_string(kMaxNameBytes) + " bytes, the most that is read.");
      return false;
    }
    open_.back()->members.push_back({keep(value), {}});
    return true;
  }
  bool end_object() {
    refuseRepeatedKeys(open_.back()->members);
    open_.pop_back();
    return true;
  }
  bool start_array(std::size_t) { return open(Value::Kind::Array); }
  bool end_array() {
    open_.pop_back();
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::json::exception& exception) {
    constexpr int kNumberOverflow = 406;
    if (exception.id == kNumberOverflow) {
      refuse(ErrorCode::NotFinite, "The number " + token + " is beyond what a double holds (about 1.8e308).");
    } else {
      refuse(ErrorCode::Malformed, "Not valid JSON at " + lineAndColumn(position) + ".");
    }
    return false;
  }

 private:
  bool number(double value) {
    Value number;
    number.kind = Value::Kind::Number;
    number.number = value;
    return put(std::move(number));
  }

  /// Puts a value where the document is now; returns whether to go on.
  bool put(Value value) {
    place() = std::move(value);
    return true;
  }

  bool open(Value::Kind kind) {
    if (open_.size() == kMaxDocumentDepth) {
      refuse(ErrorCode::TooLarge,
             "Nested deeper than " + std::to_string(kMaxDocumentDepth) + " levels, the most that is read.");
      return false;
    }
    Value& value = place();
    value.kind = kind;
    open_.push_back(&value);
    return true;
  }

  /// Where the next value goes. Addresses of open containers stay valid: a parent grows only after its
  /// last child is closed.
  Value& place() {
    if (open_.empty()) return document_.root;
    Value& parent = *open_.back();
    if (parent.kind == Value::Kind::Object) return parent.members.back().value;
    return parent.items.emplace_back();
  }

  /// Decoded text is never longer than its source, so the reserved room is enough and views stay valid.
  std::string_view keep(const std::string& text) {
    const std::size_t start = document_.texts.size();
    document_.texts += text;
    return std::string_view(document_.texts).substr(start);
  }

  void refuseRepeatedKeys(const std::vector<Member>& members) {
    constexpr std::size_t kFew = 16;
    if (members.size() <= kFew) {
      for (std::size_t i = 1; i < members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (members[i].key == members[j].key) {
            refuseKey(members[i].key);
            break;
          }
        }
      }
      return;
    }
    std::set<std::string_view> seen;
    for (const Member& member : members) {
      if (!seen.insert(member.key).second) refuseKey(member.key);
    }
  }

  void refuseKey(std::string_view key) {
    if (document_.errors.size() >= kMaxErrors) return;
    document_.errors.push_back({ErrorCode::Duplicate, pointer(open_.size() - 1) + pointerToken(key),
                                "The key \"" + std::string(key) + "\" is given twice; give it once."});
  }

  void refuse(ErrorCode code, std::string message) {
    document_.errors.push_back({code, pointer(open_.size()), std::move(message)});
  }

  /// Pointer to where the outermost `depth` open containers stand now.
  std::string pointer(std::size_t depth) const {
    std::string path;
    for (std::size_t i = 0; i < depth; ++i) {
      const Value& value = *open_[i];
      if (value.kind == Value::Kind::Object) {
        if (!value.members.empty()) path += pointerToken(value.members.back().key);
      } else {
        // A nested container is already in the list, a number that failed is not.
        const bool inside = i + 1 < open_.size();
        path += "/" + std::to_string(value.items.size() - (inside ? 1 : 0));
      }
    }
    return path;
  }

  std::string lineAndColumn(std::size_t position) const {
    const std::string_view before = text_.substr(0, position == 0 ? 0 : position - 1);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n');
    const std::size_t column = before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
  }

  Document& document_;
  std::string_view text_;
  std::vector<Value*> open_;
};

}  // namespace

void parse(std::string_view text, Document& document) {
  if (text.size() > kMaxDocumentBytes) {
    document.errors.push_back({ErrorCode::TooLarge, "",
                               "The document is larger than " + std::to_string(kMaxDocumentBytes >> 20) +
                                   " MiB, the most that is read."});
    return;
  }
  document.texts.reserve(text.size());  // Handler::keep
  Handler handler(document, text);
  document.complete = nlohmann::json::sax_parse(text.begin(), text.end(), &handler);
}

std::string pointerToken(std::string_view key) {
  std::string token = "/";
  for (const char c : key) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

}  // namespace margin
