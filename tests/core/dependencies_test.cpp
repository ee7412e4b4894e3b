// SPDX-License-Identifier: MIT
// Dependencies point one way: web -> wasm -> codec -> core -> standard library.
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"

namespace {

/// What a pattern's first group finds in the lines of a folder's files.
std::set<std::string> found(const std::string& folder, const std::regex& pattern) {
  std::set<std::string> all;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(MARGIN_SOURCE_DIR) + "/" + folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".hpp" && extension != ".cpp") continue;
    std::ifstream file(entry.path());
    std::string line;
    std::smatch match;
    while (std::getline(file, line)) {
      if (std::regex_search(line, match, pattern)) all.insert(match[1]);
    }
  }
  return all;
}

/// What the files of a folder include, e.g. "vector" or "margin/asset.hpp".
std::set<std::string> includesOf(const std::string& folder) {
  static const std::regex kInclude("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
  return found(folder, kInclude);
}

bool isStandard(const std::string& include) {
  return include.find('/') == std::string::npos && include.find('.') == std::string::npos;
}

bool exists(const std::string& file) {
  return std::filesystem::exists(std::string(MARGIN_SOURCE_DIR) + "/" + file);
}

}  // namespace

TEST_CASE("Core includes its own headers and the standard library alone", "[dependencies]") {
  const auto includes = includesOf("core");
  REQUIRE(includes.count("vector") == 1);
  const std::set<std::string> forbidden = {"chrono", "thread", "iostream", "fstream", "filesystem",
                                           "locale", "ctime",  "cstdio",   "mutex"};
  for (const std::string& include : includes) {
    INFO(include);
    if (isStandard(include)) {
      CHECK(forbidden.count(include) == 0);
    } else {
      CHECK((exists("core/include/" + include) || exists("core/src/" + include)));
    }
  }
}

TEST_CASE("Core's random numbers are the same everywhere: engines alone are", "[dependencies]") {
  CHECK(found("core", std::regex("(mt19937_64)")).size() == 1);
  CHECK(found("core", std::regex("(random_device|default_random_engine|\\w+_distribution)\\b")).empty());
}

TEST_CASE("The codec adds nlohmann/json and nothing else", "[dependencies]") {
  for (const std::string& include : includesOf("codec")) {
    INFO(include);
    CHECK((isStandard(include) || include == "nlohmann/json.hpp" || exists("core/include/" + include) ||
           exists("codec/include/" + include) || exists("codec/src/" + include)));
  }
}

TEST_CASE("The binding sees the codec alone", "[dependencies]") {
  for (const std::string& include : includesOf("wasm")) {
    INFO(include);
    const bool own = exists("wasm/" + include) || exists("codec/include/" + include);
    CHECK((isStandard(include) || include == "emscripten/bind.h" || own));
  }
}
