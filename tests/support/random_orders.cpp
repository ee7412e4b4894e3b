// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include "random_documents.hpp"

namespace margin::test {
namespace {

/// Contracts worth so many dollars, about.
double contractsWorth(const ListedContract& listed, double notional) {
  if (listed.type == Trades::Inverse) return notional / listed.perContract;
  return notional / (listed.perContract * listed.mark);
}

class OrderMaker {
 public:
  OrderMaker(Random& random, const Venue& venue, const HeldWallet& wallet)
      : random_(random), venue_(venue), wallet_(wallet) {}

  std::string make() {
    const std::size_t contract = wallet_.contracts[random_.below(wallet_.contracts.size())];
    const auto held =
        std::find_if(wallet_.positions.begin(), wallet_.positions.end(),
                     [&](const HeldPosition& position) { return position.contract == contract; });
    const HeldPosition* const position = held == wallet_.positions.end() ? nullptr : &*held;
    const ListedContract& listed = venue_.contracts[contract];
    const bool isLong = random_.chance(0.5);
    const bool reduceOnly = random_.chance(position ? 0.2 : 0.03);
    const bool closing = position && (reduceOnly || random_.chance(0.5));
    std::string text = "{\"contract\":" + quoted(listed.symbol);
    text += isLong ? ",\"side\":\"long\"" : ",\"side\":\"short\"";
    text += ",\"size\":" + size(listed, closing ? position->size * random_.between(0.2, 1) : 0);
    if (reduceOnly) text += ",\"reduceOnly\":true";
    text += terms(listed, isLong);
    if (wallet_.type == Trades::Linear) text += mode(position);
    return text + "}";
  }

 private:
  std::string size(const ListedContract& listed, double closing) {
    double contracts = closing;
    if (closing == 0) {
      contracts = contractsWorth(listed, std::fabs(wallet_.value) * random_.spread(0.01, 10) + 10);
    }
    if (wallet_.type == Trades::Us) contracts = std::max(1.0, std::floor(contracts));
    return number(random_, contracts);
  }

  /// On the tick, or half a tick beside it.
  std::string price(const ListedContract& listed, double wanted) {
    if (listed.tick == 0) return number(random_, wanted);
    return digits((std::floor(wanted / listed.tick) + (random_.chance(0.05) ? 0.5 : 0)) * listed.tick,
                  "%.15g");
  }

  std::string terms(const ListedContract& listed, bool isLong) {
    const double away = isLong ? 1 - random_.between(-0.01, 0.04) : 1 + random_.between(-0.01, 0.04);
    const std::string limit = ",\"price\":" + price(listed, listed.mark * away);
    if (random_.chance(0.55)) {
      if (random_.chance(0.2)) return limit + ",\"timeInForce\":\"immediate-or-cancel\"";
      return limit + (random_.chance(0.2) ? ",\"makerOnly\":true" : "");
    }
    if (random_.chance(0.5)) return ",\"type\":\"market\"";
    constexpr std::array<std::string_view, 3> kTypes = {"stop", "take-profit", "trigger-entry"};
    constexpr std::array<std::string_view, 3> kSignals = {"mark", "index", "last"};
    const double trigger = listed.mark * random_.between(0.85, 1.15);
    std::string text = ",\"type\":" + quoted(kTypes[random_.below(3)]);
    text += ",\"triggerPrice\":" + price(listed, trigger);
    if (random_.chance(0.5)) text += ",\"triggerSignal\":" + quoted(kSignals[random_.below(3)]);
    if (random_.chance(0.5)) text += ",\"price\":" + price(listed, trigger * random_.between(0.99, 1.01));
    return text;
  }

  /// The mode of the position, or any where there is none.
  std::string mode(const HeldPosition* position) {
    if (position ? !position->isolated : random_.chance(0.7)) return "";
    std::string text = position && random_.chance(0.5) ? "" : ",\"margin\":\"isolated\"";
    if (!position || (!position->byLeverage && random_.chance(0.6))) {
      text += ",\"maxLeverage\":" + digits(random_.between(1, 50));
    }
    return text;
  }

  Random& random_;
  const Venue& venue_;
  const HeldWallet& wallet_;
};

std::string side(Random& random, const ListedContract& listed, double sign) {
  List rows;
  double price = listed.mark;
  for (std::size_t left = random.below(7); left > 0; --left) {
    price *= 1 + sign * random.spread(0.0001, 0.005);
    double contracts = contractsWorth(listed, random.spread(100, 1e6));
    if (listed.type == Trades::Us) contracts = std::max(1.0, std::floor(contracts));
    rows.add("[" + digits(price, "%.17g") + "," + number(random, contracts) + "]");
  }
  return "[" + rows.text() + "]";
}

}  // namespace

std::string randomOrders(Random& random, const Venue& venue, const HeldWallet& wallet) {
  List rows;
  for (std::size_t left = random.below(5); left > 0; --left)
    rows.add(OrderMaker(random, venue, wallet).make());
  return rows.text();
}

std::string randomTransfers(Random& random, const Venue& venue, const HeldWallet& wallet) {
  List rows;
  for (std::size_t left = random.below(4); left > 0; --left) {
    const HeldAsset& held = wallet.assets[random.below(wallet.assets.size())];
    double quantity = std::fabs(held.quantity) * random.between(0.05, 1.2) + 0.01;
    if (random.chance(0.6)) quantity = -quantity;
    std::size_t asset = held.asset;
    if (wallet.type == Trades::Linear && quantity > 0 && random.chance(0.2)) {
      asset = random.below(venue.assets.size());
      quantity *= venue.assets[held.asset].price / venue.assets[asset].price;
    }
    rows.add("{\"asset\":" + quoted(venue.assets[asset].name) + ",\"quantity\":" + number(random, quantity) +
             "}");
  }
  return rows.text();
}

std::string randomOrderBooks(Random& random, const Venue& venue) {
  List books;
  for (const ListedContract& listed : venue.contracts) {
    if (random.chance(0.5)) continue;
    std::string book = "\"bids\":" + side(random, listed, -1);
    if (random.chance(0.9)) book += ",\"asks\":" + side(random, listed, 1);
    books.add(quoted(listed.symbol) + ":{" + book + "}");
  }
  return books.text();
}

}  // namespace margin::test
