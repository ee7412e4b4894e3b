// SPDX-License-Identifier: MIT
#include "order_book_reader.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace margin {
namespace {

std::optional<Quote> readQuote(const Value& value, const Place& place, Refusals& refusals) {
  constexpr std::string_view kPair = "a pair of a price and a size in contracts, such as [95000, 1.5]";
  if (!isArray(value, place, kPair, refusals)) return std::nullopt;
  if (value.items.size() != 2) {
    refusals.add(ErrorCode::Malformed, place, {"Must be ", kPair, "."});
    return std::nullopt;
  }
  const auto price = readNumber(value.items[0], Place(place, 0), kPositive, refusals);
  const auto size = readNumber(value.items[1], Place(place, 1), kPositive, refusals);
  if (!price || !size) return std::nullopt;
  return Quote{*price, *size};
}

/// @param direction  +1 where prices must ascend, -1 where they must descend.
std::vector<Quote> readQuotes(ObjectReader& book, std::string_view key, double direction) {
  std::vector<Quote> quotes;
  const Value* value = book.find(key);
  const Place place = book.at(key);
  if (!value || !isArray(*value, place, "a list of prices and sizes", book.refusals())) return quotes;
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    const Place at(place, i);
    const auto quote = readQuote(value->items[i], at, book.refusals());
    if (!quote) continue;
    if (!quotes.empty() && (quote->price - quotes.back().price) * direction <= 0) {
      book.refusals().add(ErrorCode::Inconsistent, at,
                          "Quotes start at the best price: bids descend, asks ascend.");
    }
    quotes.push_back(*quote);
  }
  return quotes;
}

}  // namespace

void readOrderBooks(ObjectReader& reader, Scenario& scenario) {
  constexpr std::string_view kBooks = "an object of order books by contract";
  const Value* value = reader.find("orderBooks");
  const Place place = reader.at("orderBooks");
  if (!value || !isObject(*value, place, kBooks, reader.refusals())) return;
  for (const Member& member : value->members) {
    const Place at(place, member.key);
    ObjectReader book(member.value, at, reader.refusals(), "an order book");
    OrderBook read;
    read.bids = readQuotes(book, "bids", -1);
    read.asks = readQuotes(book, "asks", 1);
    book.finish();
    if (!scenario.rulebook) continue;
    const auto contract = scenario.rulebook->findContract(member.key);
    if (!contract) {
      reader.refusals().add(ErrorCode::Unknown, at,
                            {"Not a contract of rulebook ", scenario.rulebook->id, "."});
      continue;
    }
    read.contract = *contract;
    scenario.market.orderBooks.push_back(std::move(read));
  }
}

}  // namespace margin
