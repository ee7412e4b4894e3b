// SPDX-License-Identifier: MIT
#include "request_document.hpp"

#include <nlohmann/json.hpp>

namespace margin {

std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string numbered(double value) { return nlohmann::json(value).dump(); }

std::string listOf(const std::vector<double>& values) { return nlohmann::json(values).dump(); }

Pair pairOf(const std::string& given) {
  const std::size_t at = given.find('=');
  const std::string value = at == std::string::npos ? "null" : given.substr(at + 1);
  return {given.substr(0, at), nlohmann::json::accept(value) ? value : quoted(value)};
}

std::string objectOf(const std::vector<std::string>& pairs) {
  std::string object = "{";
  for (const std::string& given : pairs) {
    const Pair pair = pairOf(given);
    object += (object.size() > 1 ? "," : "") + quoted(pair.name) + ":" + pair.value;
  }
  return object + "}";
}

std::string requestOf(const char* format, const std::string& scenario, std::size_t wallet) {
  return std::string("{\"format\":\"") + format + "\",\"scenario\":" + scenario +
         ",\"wallet\":" + std::to_string(wallet);
}

}  // namespace margin
