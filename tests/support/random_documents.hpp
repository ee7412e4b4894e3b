// SPDX-License-Identifier: MIT
//
// What the random documents are made of: numbers as text, and a venue with its prices.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "random_accounts.hpp"

namespace margin::test {

std::string digits(double value, const char* format = "%.6g");
std::string quoted(std::string_view text);

/// The double that a number's text is read as.
double read(const std::string& text);

/// Sometimes as people type, sometimes with every digit a double has.
std::string number(Random& random, double value);

/// "key":value pairs and rows, joined by commas.
class List {
 public:
  void add(const std::string& item);
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
};

struct PricedAsset {
  std::string name;
  double price = 1;
};

enum class Trades : std::uint8_t { Linear, Inverse, Us };

struct ListedContract {
  std::string symbol;
  Trades type = Trades::Linear;
  std::size_t underlying = 0;  ///< index in Venue::assets
  double perContract = 1;      ///< contract size, or value per point
  double tick = 0;             ///< USD; prices of orders stand on it, or clearly beside it
  double mark = 0;
  double unitMargin = 0;  ///< US: intraday margin, USD a contract
};

/// A rulebook of its own and the prices of a moment.
struct Venue {
  std::vector<PricedAsset> assets;  ///< USD first
  std::vector<ListedContract> contracts;
  std::string rulebook;  ///< the document
  std::string asOf;
  bool hasFees = true;  ///< without them there is no closing fee
  std::string market;   ///< the scenario's members prices, marks, lasts and funding rates
};

Venue randomVenue(Random& random);

/// A position as far as orders on its contract depend on it.
struct HeldPosition {
  std::size_t contract = 0;  ///< index in Venue::contracts
  bool isLong = true;
  double size = 0;
  bool isolated = false;
  bool byLeverage = false;
};

struct HeldAsset {
  std::size_t asset = 0;  ///< index in Venue::assets
  double quantity = 0;
};

/// A wallet as far as its orders and transfers depend on it.
struct HeldWallet {
  Trades type = Trades::Linear;
  std::vector<HeldAsset> assets;
  std::vector<HeldPosition> positions;
  std::vector<std::size_t> contracts;  ///< that it may trade; indices in Venue::contracts
  double value = 0;                    ///< USD
};

std::string randomOrders(Random& random, const Venue& venue, const HeldWallet& wallet);
std::string randomTransfers(Random& random, const Venue& venue, const HeldWallet& wallet);
std::string randomOrderBooks(Random& random, const Venue& venue);

/// One wallet; with `trading`, its orders and transfers.
std::string randomWallet(Random& random, const Venue& venue, Trades type, bool trading);

}  // namespace margin::test
