// SPDX-License-Identifier: MIT
#include "reader.hpp"

#include <algorithm>

namespace margin {
namespace {

std::string_view kindWords(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::Null:
      return "null";
    case Value::Kind::Boolean:
      return "true or false";
    case Value::Kind::Number:
      return "a number";
    case Value::Kind::Text:
      return "text";
    case Value::Kind::Array:
      return "a list";
    case Value::Kind::Object:
      return "an object";
  }
  return "null";
}

/// The words to choose from, as a sentence has them: "long" or "short".
std::string choice(Words words) {
  std::string list;
  for (const Word& word : words) {
    if (!list.empty()) list += " or ";
    list += '"';
    list += word.word;
    list += '"';
  }
  return list;
}

void refuseKind(const Value& value, const Place& place, std::string_view mustBe, Refusals& refusals) {
  refusals.add(ErrorCode::Malformed, place, {"Must be ", mustBe, ", but is ", kindWords(value.kind), "."});
}

bool within(double number, const Range& range) {
  const bool low = range.aboveLeast ? number > range.least : number >= range.least;
  const bool high = range.belowMost ? number < range.most : number <= range.most;
  const bool nearZero = number != 0 && number < range.nearest && number > -range.nearest;
  return low && high && !nearZero;
}

bool isKind(const Value& value, Value::Kind kind, const Place& place, std::string_view what,
            Refusals& refusals) {
  if (value.kind == kind) return true;
  refuseKind(value, place, what, refusals);
  return false;
}

}  // namespace

std::string Place::pointer() const {
  if (!parent_) return "";
  std::string path = parent_->pointer();
  if (!isIndex_) return path + pointerToken(key_);
  path += '/';
  return path += std::to_string(index_);
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

void Refusals::add(ErrorCode code, const Place& place, std::string_view message) {
  add(code, place, {message});
}

void Refusals::add(ErrorCode code, const Place& place, std::initializer_list<std::string_view> message) {
  if (room()) errors_.push_back({code, place.pointer(), joined(message)});
}

void Refusals::add(const Place& at, const Error& error) {
  if (room()) errors_.push_back({error.code, at.pointer() + error.path, error.message});
}

bool Refusals::room() {
  ++count_;
  if (errors_.size() < kMaxErrors) return true;
  if (errors_.size() == kMaxErrors) {
    errors_.push_back(
        {ErrorCode::TooLarge, "",
         "There are more than " + std::to_string(kMaxErrors) + " errors; these are the first."});
  }
  return false;
}

std::optional<double> readNumber(const Value& value, const Place& place, const Range& range,
                                 Refusals& refusals) {
  if (!isKind(value, Value::Kind::Number, place, range.words, refusals)) return std::nullopt;
  if (within(value.number, range)) return value.number;
  refusals.add(ErrorCode::OutOfRange, place, {"Must be ", range.words, "."});
  return std::nullopt;
}

bool isArray(const Value& value, const Place& place, std::string_view what, Refusals& refusals) {
  return isKind(value, Value::Kind::Array, place, what, refusals);
}

bool isObject(const Value& value, const Place& place, std::string_view what, Refusals& refusals) {
  return isKind(value, Value::Kind::Object, place, what, refusals);
}

ObjectReader::ObjectReader(const Value& value, const Place& place, Refusals& refusals, std::string_view what)
    : value_(value),
      place_(place),
      refusals_(refusals),
      what_(what),
      isObject_(isObject(value, place, what, refusals)) {
  asked_.reserve(16);
}

const Value* ObjectReader::find(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.push_back(key);
  for (const Member& member : value_.members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

const Value* ObjectReader::require(std::string_view key, std::string_view what) {
  const Value* value = find(key);
  if (!value && isObject_) {
    refusals_.add(ErrorCode::Missing, at(key), {"Missing: must be ", what, "."});
  }
  return value;
}

std::optional<double> ObjectReader::number(std::string_view key, const Range& range) {
  const Value* value = find(key);
  return value ? readNumber(*value, at(key), range, refusals_) : std::nullopt;
}

std::optional<double> ObjectReader::requireNumber(std::string_view key, const Range& range) {
  const Value* value = require(key, range.words);
  return value ? readNumber(*value, at(key), range, refusals_) : std::nullopt;
}

void ObjectReader::number(std::string_view key, const Range& range, double& target) {
  target = number(key, range).value_or(target);
}

void ObjectReader::requireNumber(std::string_view key, const Range& range, double& target) {
  target = requireNumber(key, range).value_or(target);
}

std::optional<std::string_view> ObjectReader::text(std::string_view key) {
  const Value* value = find(key);
  if (!value || !isKind(*value, Value::Kind::Text, at(key), "text", refusals_)) return std::nullopt;
  return value->text;
}

std::optional<std::string_view> ObjectReader::requireText(std::string_view key, std::string_view what) {
  const Value* value = require(key, what);
  if (!value || !isKind(*value, Value::Kind::Text, at(key), what, refusals_)) return std::nullopt;
  if (value->text.empty()) {
    refusals_.add(ErrorCode::OutOfRange, at(key), {"Must not be empty: ", what, "."});
    return std::nullopt;
  }
  return value->text;
}

std::optional<std::string_view> ObjectReader::name(std::string_view key) {
  const Value* value = find(key);
  return value ? nameOf(*value, key, "a name") : std::nullopt;
}

std::optional<std::string_view> ObjectReader::requireName(std::string_view key, std::string_view what) {
  const Value* value = require(key, what);
  return value ? nameOf(*value, key, what) : std::nullopt;
}

std::optional<std::string_view> ObjectReader::nameOf(const Value& value, std::string_view key,
                                                     std::string_view what) {
  if (!isKind(value, Value::Kind::Text, at(key), what, refusals_)) return std::nullopt;
  if (value.text.empty()) {
    refusals_.add(ErrorCode::OutOfRange, at(key), {"Must not be empty: ", what, "."});
  } else if (value.text.size() > kMaxNameBytes) {
    refusals_.add(ErrorCode::TooLarge, at(key), "A name has at most 256 bytes.");
  } else {
    return value.text;
  }
  return std::nullopt;
}

std::optional<bool> ObjectReader::boolean(std::string_view key) {
  const Value* value = find(key);
  if (!value || !isKind(*value, Value::Kind::Boolean, at(key), "true or false", refusals_))
    return std::nullopt;
  return value->boolean;
}

const Value* ObjectReader::require(std::string_view key, Words words) {
  const Value* value = find(key);
  if (!value && isObject_) {
    refusals_.add(ErrorCode::Missing, at(key), {"Missing: must be ", choice(words), "."});
  }
  return value;
}

std::optional<int> ObjectReader::wordOf(const Value* value, std::string_view key, Words words) {
  if (!value) return std::nullopt;
  if (value->kind != Value::Kind::Text) {
    refuseKind(*value, at(key), choice(words), refusals_);
    return std::nullopt;
  }
  for (const Word& word : words) {
    if (word.word == value->text) return word.value;
  }
  refusals_.add(ErrorCode::Unknown, at(key), {"Must be ", choice(words), "."});
  return std::nullopt;
}

void ObjectReader::finish() {
  for (const Member& member : value_.members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    std::string fields;
    for (const std::string_view key : asked_) {
      if (!fields.empty()) fields += ", ";
      fields += key;
    }
    refusals_.add(ErrorCode::Unknown, at(member.key),
                  {"Not a field of ", what_, ". Its fields are ", fields, "."});
  }
}

}  // namespace margin
