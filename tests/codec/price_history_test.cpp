// SPDX-License-Identifier: MIT
// CSV text as exchanges have it, and what is refused of it.
#include "price_history.hpp"

#include "catch.hpp"
#include "margin/codec.hpp"

using namespace margin;

namespace {

struct Read {
  HistoryReading reading;
  std::vector<Error> errors;
};

Read read(std::string_view csv) {
  Refusals refusals;
  Read result;
  result.reading = readHistory(csv, Place(), *builtInRulebook("kraken-global"), refusals);
  result.errors = refusals.take();
  return result;
}

void checkRefused(std::string_view csv, const std::string& message) {
  const Read result = read(csv);
  INFO(csv);
  REQUIRE_FALSE(result.errors.empty());
  INFO(result.errors.front().message);
  CHECK(result.errors.front().message.find(message) != std::string::npos);
}

}  // namespace

TEST_CASE("Dates and a column for each asset", "[history]") {
  const Read result = read("date,BTC,ETH\n2021-05-18,43000,3400.5\n2021-05-19,37000,2.5e3\n");
  CHECK(result.errors.empty());
  const PriceHistory& history = result.reading.history;
  REQUIRE(history.rows.size() == 2);
  CHECK(history.assets.size() == 2);
  CHECK(history.rows[0].at == 1621296000);
  CHECK(history.rows[1].price == std::vector<double>{37000, 2500});
  CHECK(result.reading.lines == std::vector<std::size_t>{2, 3});
}

TEST_CASE("What downloads differ in", "[history]") {
  // A byte order mark, quotes, blanks, line ends of two characters, empty lines, pairs, the newest first.
  const Read result = read(
      "\xEF\xBB\xBFTimestamp , "
      "\"btc/usd\",ETHUSD\r\n\r\n1621382400,37000,2500\r\n\"1621296000\",43000,3400\r\n\r\n");
  for (const Error& error : result.errors) INFO(error.message);
  CHECK(result.errors.empty());
  REQUIRE(result.reading.history.rows.size() == 2);
  CHECK(result.reading.history.rows[0].at == 1621296000);
  CHECK(result.reading.history.rows[0].price[0] == 43000);
  CHECK(result.reading.lines == std::vector<std::size_t>{4, 3});
}

TEST_CASE("Moments in every form", "[history]") {
  for (const char* moment : {"2021-05-19T13:00:00Z", "2021-05-19 13:00:00", "2021-05-19 13:00",
                             "2021-05-19T15:00:00+02:00", "1621429200", "1621429200000"}) {
    const Read result = read(std::string("date,BTC\n") + moment + ",37000\n");
    INFO(moment);
    REQUIRE(result.reading.history.rows.size() == 1);
    CHECK(result.reading.history.rows[0].at == 1621429200);
  }
}

TEST_CASE("Bad rows are told by their line, all of them", "[history]") {
  const Read result = read(
      "date,BTC\n2021-05-18,43000\n2021-05-19,\n19.05.2021,37000\n2021-05-20,37000,1\n2021-05-21,-1\n2021-05-"
      "22,1e9999\n2021-05-18,1\n");
  REQUIRE(result.errors.size() == 6);
  const char* const lines[] = {"Line 3: \"\" is no price",       "Line 4: \"19.05.2021\" is no date",
                               "Line 5: There are 3 cells",      "Line 6: \"-1\" is no price",
                               "Line 7: \"1e9999\" is no price", "Line 8: The date must go on"};
  for (std::size_t i = 0; i < 6; ++i) CHECK(result.errors[i].message.starts_with(lines[i]));
}

TEST_CASE("Headers that say too little", "[history]") {
  checkRefused("", "There is no row of prices");
  checkRefused("BTC,ETH\n1,2\n", "column date");
  checkRefused("date\n2021-05-18\n", "an asset beside the date");
  checkRefused("date,BTC,volume\n", "\"volume\" is no asset");
  checkRefused("date,BTC,BTC/USD\n", "two columns of BTC");
  checkRefused("date,time,BTC\n", "Only one column");
  checkRefused("date,USD\n", "\"USD\" is no asset");
  checkRefused("date,BTC\n", "There is no row of prices");
  checkRefused("date;BTC\n2021-05-18;43000\n", "is no asset");
}

TEST_CASE("No price moves further than an account can be followed", "[history]") {
  checkRefused("date,BTC\n2021-05-18,43000\n2021-05-19,0.01\n",
               "Line 3: A price is more than a million times");
  checkRefused("date,BTC\n2021-05-18,0.01\n2021-05-19,43000\n",
               "Line 3: A price is more than a million times");
}

TEST_CASE("Numbers in other alphabets and words are no prices", "[history]") {
  for (const char* price : {"nan", "inf", "0x10", "42,000", "42 000", "1e", "+-1", "\xD9\xA1"}) {
    checkRefused(std::string("date,BTC\n2021-05-18,\"") + price + "\"\n", "is no price");
  }
}
