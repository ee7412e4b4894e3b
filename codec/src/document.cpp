// SPDX-License-Identifier: MIT
// The one place that parses JSON. The tokens are nlohmann's, strings and numbers with them; the few rules of
// how they follow each other are here, for its own parser keeps no JSON Pointer, and what its error messages
// are made with (printf above all) would be a tenth of the WebAssembly module.
#include "document.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace margin {
namespace {

using Input = decltype(nlohmann::detail::input_adapter(std::string_view().begin(), std::string_view().end()));
using Lexer = nlohmann::detail::lexer<nlohmann::json, Input>;
using Token = Lexer::token_type;

/// Puts the tokens of a text together into a document.
class Reading {
 public:
  Reading(Document& document, std::string_view text)
      : document_(document),
        text_(text),
        lexer_(nlohmann::detail::input_adapter(text.begin(), text.end())),
        token_(lexer_.scan()) {}

  /// Returns whether the whole text was read; an error says why not.
  bool run() {
    if (!value()) return false;
    while (!open_.empty()) {
      const Value& container = *open_.back();
      const bool object = container.kind == Value::Kind::Object;
      if (token_ == (object ? Token::end_object : Token::end_array)) {
        close();
        continue;
      }
      const bool first = container.members.empty() && container.items.empty();
      if (!first && !pass(Token::value_separator)) return false;
      if (object && !(key() && pass(Token::name_separator))) return false;
      if (!value()) return false;
    }
    return token_ == Token::end_of_input || malformed();
  }

 private:
  void next() { token_ = lexer_.scan(); }

  /// Goes past a token that must stand here.
  bool pass(Token token) {
    if (token_ != token) return malformed();
    next();
    return true;
  }

  /// Goes past a value, or past the bracket that opens one.
  bool value() {
    Value value;
    switch (token_) {
      case Token::begin_object:
        return open(Value::Kind::Object);
      case Token::begin_array:
        return open(Value::Kind::Array);
      case Token::literal_null:
        break;
      case Token::literal_true:
      case Token::literal_false:
        value.kind = Value::Kind::Boolean;
        value.boolean = token_ == Token::literal_true;
        break;
      case Token::value_string:
        value.kind = Value::Kind::Text;
        value.text = keep(lexer_.get_string());
        break;
      case Token::value_integer:
      case Token::value_unsigned:
      case Token::value_float:
        value.kind = Value::Kind::Number;
        value.number = number();
        if (!std::isfinite(value.number)) return overflow();
        break;
      default:
        return malformed();
    }
    place() = std::move(value);
    next();
    return true;
  }

  double number() const {
    if (token_ == Token::value_integer) return static_cast<double>(lexer_.get_number_integer());
    if (token_ == Token::value_unsigned) return static_cast<double>(lexer_.get_number_unsigned());
    return lexer_.get_number_float();
  }

  bool key() {
    if (token_ != Token::value_string) return malformed();
    const std::string& name = lexer_.get_string();
    if (name.size() > kMaxNameBytes) {
      return refuse(ErrorCode::TooLarge, "A key is longer than " + std::to_string(kMaxNameBytes) +
                                             " bytes, the most that is read.");
    }
    open_.back()->members.push_back({keep(name), {}});
    next();
    return true;
  }

  bool open(Value::Kind kind) {
    if (open_.size() == kMaxDocumentDepth) {
      return refuse(ErrorCode::TooLarge, "Nested deeper than " + std::to_string(kMaxDocumentDepth) +
                                             " levels, the most that is read.");
    }
    Value& value = place();
    value.kind = kind;
    open_.push_back(&value);
    next();
    return true;
  }

  void close() {
    refuseRepeatedKeys(open_.back()->members);
    open_.pop_back();
    next();
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

  bool malformed() {
    return refuse(ErrorCode::Malformed, "Not valid JSON at " + lineAndColumn(charactersRead()) + ".");
  }

  /// The number just scanned is infinite.
  bool overflow() {
    const std::string_view read = text_.substr(0, charactersRead());
    const std::string number(read.substr(read.find_last_not_of("+-.0123456789eE") + 1));
    return refuse(ErrorCode::NotFinite,
                  "The number " + number + " is beyond what a double holds (about 1.8e308).");
  }

  std::size_t charactersRead() const { return lexer_.get_position().chars_read_total; }

  /// Returns false: the reading ends.
  bool refuse(ErrorCode code, std::string message) {
    document_.errors.push_back({code, pointer(open_.size()), std::move(message)});
    return false;
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
  Lexer lexer_;
  Token token_;  // where the reading stands
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
  document.texts.reserve(text.size());  // Reading::keep
  document.complete = Reading(document, text).run();
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
