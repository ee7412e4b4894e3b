// SPDX-License-Identifier: MIT
// The requests that compare.mjs leaves in build/bench-requests, as NAME.FUNCTION.json, answered natively; and the
// closed form of the odds alone. Prints a line for each: benchmark, name and median nanoseconds, between tabs.
#define CATCH_CONFIG_ENABLE_BENCHMARKING  // Catch2 2.13 asks for both.
#define CATCH_CONFIG_MAIN
#include "catch.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "margin/codec.hpp"
#include "margin/odds.hpp"
#include "margin/requests.hpp"
#include "margin/risk_requests.hpp"

namespace {

#if __has_include(<catch2/catch_all.hpp>)
using Listener = Catch::EventListenerBase;
#else
using Listener = Catch::TestEventListenerBase;
#endif

/// Catch2 reports means, which a shared machine spoils: this tells medians.
class Medians : public Listener {
 public:
  using Listener::Listener;

  void benchmarkEnded(Catch::BenchmarkStats<> const& stats) override {
    std::vector<double> nanoseconds;
    for (const auto& sample : stats.samples) nanoseconds.push_back(sample.count());
    const auto middle = nanoseconds.begin() + static_cast<std::ptrdiff_t>(nanoseconds.size() / 2);
    std::nth_element(nanoseconds.begin(), middle, nanoseconds.end());
    std::printf("\nbenchmark\t%s\t%.1f\n", stats.info.name.c_str(), *middle);
  }
};
CATCH_REGISTER_LISTENER(Medians)

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Size of an answer, so that the work cannot be dropped.
using Answer = std::size_t (*)(const std::string&);

const std::map<std::string, Answer> kAnswers = {
    {".evaluate", [](const std::string& text) { return margin::evaluate(text).size(); }},
    {".usageOfMap", [](const std::string& text) { return margin::usageOfMap(text).size(); }},
    {".liquidationPrices",
     [](const std::string& text) { return margin::liquidationPricesOfLadder(text).size(); }},
    {".odds", [](const std::string& text) { return margin::odds(text).size(); }},
};

}  // namespace

TEST_CASE("the requests of the measurements") {
  const std::filesystem::path folder = "build/bench-requests";
  REQUIRE(std::filesystem::is_directory(folder));
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const std::filesystem::path name = file.path().stem();
    const Answer answer = kAnswers.at(name.extension().string());
    const std::string text = contentOf(file.path());
    BENCHMARK(name.stem().string()) { return answer(text); };
  }
}

TEST_CASE("the chance of a touch") {
  double years = 0.1;
  // Another time at each call, so that it is computed.
  BENCHMARK("touch") { return margin::touchProbability({0.8, 1.5}, {0.6, 0}, years += 1e-9); };
}
