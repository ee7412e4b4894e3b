// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "random_documents.hpp"

namespace margin::test {
namespace {

class WalletMaker {
 public:
  WalletMaker(Random& random, const Venue& venue, Trades type) : random_(random), venue_(venue) {
    held_.type = type;
  }

  std::string make(bool trading) {
    std::string text = held_.type == Trades::Linear    ? multiCollateral()
                       : held_.type == Trades::Inverse ? singleCollateral()
                                                       : usFutures();
    text += ",\"positions\":[" + positions() + "]";
    if (trading) {
      text += ",\"orders\":[" + randomOrders(random_, venue_, held_) + "]";
      text += ",\"transfers\":[" + randomTransfers(random_, venue_, held_) + "]";
    }
    return "{" + text + "}";
  }

 private:
  void tradable(bool (*suits)(const ListedContract&, std::size_t), std::size_t asset) {
    for (std::size_t i = 0; i < venue_.contracts.size(); ++i) {
      if (venue_.contracts[i].type == held_.type && suits(venue_.contracts[i], asset)) {
        held_.contracts.push_back(i);
      }
    }
  }

  std::string multiCollateral() {
    tradable([](const ListedContract&, std::size_t) { return true; }, 0);
    std::string text = "\"type\":\"multi-collateral\"";
    if (random_.chance(0.4)) {
      text += ",\"profitCurrency\":" + quoted(venue_.assets[random_.below(venue_.assets.size())].name);
    }
    List rows;
    for (std::size_t left = 1 + random_.below(4); left > 0; --left) {
      const std::size_t asset = random_.below(venue_.assets.size());
      double value = random_.spread(100, 3e6);
      if (asset == 0 && random_.chance(0.4)) value *= -0.3;
      held_.value += value;
      const std::string quantity = number(random_, value / venue_.assets[asset].price);
      held_.assets.push_back({asset, read(quantity)});
      rows.add("{\"asset\":" + quoted(venue_.assets[asset].name) + ",\"quantity\":" + quantity + "}");
    }
    return text + ",\"collateral\":[" + rows.text() + "]";
  }

  std::string singleCollateral() {
    const std::size_t coin = 1 + random_.below(3);
    tradable([](const ListedContract& listed, std::size_t asset) { return listed.underlying == asset; },
             coin);
    held_.value = random_.spread(100, 3e6);
    const std::string balance = number(random_, held_.value / venue_.assets[coin].price);
    held_.assets.push_back({coin, read(balance)});
    return "\"type\":\"single-collateral\",\"asset\":" + quoted(venue_.assets[coin].name) +
           ",\"balance\":" + balance;
  }

  std::string usFutures() {
    tradable([](const ListedContract&, std::size_t) { return true; }, 0);
    held_.value = random_.spread(500, 1e6);
    const std::string cash = number(random_, random_.chance(0.05) ? -held_.value * 0.1 : held_.value);
    held_.assets.push_back({0, read(cash)});
    std::string text = "\"type\":\"us-futures\",\"cash\":" + cash;
    if (random_.chance(0.3)) text += ",\"news\":true";
    if (random_.chance(0.3)) text += ",\"carried\":true";
    if (random_.chance(0.3)) text += ",\"liquidations\":" + digits(static_cast<double>(random_.below(3)));
    return text;
  }

  std::string positions() {
    List rows;
    const std::size_t most = held_.contracts.size();
    const std::size_t count = random_.below(std::min<std::size_t>(most, 5) + 1);
    const double leverage = random_.spread(0.2, 25);
    for (std::size_t place = random_.below(most - count + 1), made = 0; made < count; ++made, ++place) {
      rows.add(position(held_.contracts[place], leverage / static_cast<double>(count)));
    }
    return rows.text();
  }

  double size(const ListedContract& listed, double notional) {
    if (held_.type == Trades::Us) {
      return std::max(1.0, std::floor(held_.value * random_.spread(0.05, 1.5) / listed.unitMargin / 2));
    }
    return held_.type == Trades::Inverse ? notional / listed.perContract
                                         : notional / (listed.perContract * listed.mark);
  }

  std::string position(std::size_t contract, double leverage) {
    const ListedContract& listed = venue_.contracts[contract];
    const double notional = std::fabs(held_.value) * leverage * random_.between(0.2, 1) + 10;
    const std::string contracts = number(random_, size(listed, notional));
    HeldPosition held{contract, random_.chance(0.6), read(contracts), false, false};
    std::string text = "{\"contract\":" + quoted(listed.symbol);
    text += held.isLong ? ",\"side\":\"long\"" : ",\"side\":\"short\"";
    text += ",\"size\":" + contracts;
    text += ",\"entryPrice\":" + number(random_, listed.mark * random_.between(0.93, 1.07));
    if (held_.type == Trades::Linear && random_.chance(0.3)) text += isolated(held, notional);
    if (held_.type != Trades::Us && random_.chance(0.3)) {
      const double price = held_.type == Trades::Inverse ? listed.mark : 1;
      text += ",\"unrealizedFunding\":" + number(random_, notional / price * random_.between(-0.01, 0.01));
    }
    held_.positions.push_back(held);
    return text + "}";
  }

  std::string isolated(HeldPosition& held, double notional) {
    held.isolated = true;
    held.byLeverage = random_.chance(0.5);
    return std::string(",\"margin\":\"isolated\",") +
           (held.byLeverage
                ? "\"maxLeverage\":" + digits(random_.between(1, 50))
                : "\"isolatedMargin\":" + number(random_, notional * random_.between(0.005, 0.5)));
  }

  Random& random_;
  const Venue& venue_;
  HeldWallet held_;
};

std::string policy(Random& random, bool hasFees) {
  const auto flag = [&](double probability) { return random.chance(probability) ? "true" : "false"; };
  std::string text = "{\"marginBasis\":";
  text += random.chance(0.4) ? "\"entry\"" : "\"mark\"";
  text += random.chance(0.5) ? ",\"levels\":\"flat\"" : ",\"levels\":\"marginal\"";
  text += std::string(",\"netting\":") + flag(0.7);
  text += std::string(",\"collateralFee\":") + flag(0.3);
  return text + ",\"closingFee\":" + flag(hasFees ? 0.3 : 0) + "}";
}

Trades anyType(Random& random) {
  constexpr Trades kTypes[] = {Trades::Linear, Trades::Inverse, Trades::Us};
  return kTypes[random.below(3)];
}

std::string randomWallets(Random& random, const Venue& venue, Kind kind) {
  List wallets;
  switch (kind) {
    case Kind::Plain:
    case Kind::Multi:
      wallets.add(randomWallet(random, venue, Trades::Linear, false));
      break;
    case Kind::Single:
      wallets.add(randomWallet(random, venue, Trades::Inverse, false));
      break;
    case Kind::UsFutures:
      wallets.add(randomWallet(random, venue, Trades::Us, false));
      break;
    case Kind::Orders:
      wallets.add(randomWallet(random, venue, anyType(random), true));
      break;
    case Kind::Mixed:
      for (std::size_t left = 1 + random.below(4); left > 0; --left) {
        wallets.add(randomWallet(random, venue, anyType(random), random.chance(0.3)));
      }
  }
  return wallets.text();
}

}  // namespace

std::string randomWallet(Random& random, const Venue& venue, Trades type, bool trading) {
  return WalletMaker(random, venue, type).make(trading);
}

std::string randomScenario(std::uint64_t seed, Kind kind) {
  if (kind == Kind::Plain) return randomScenario(seed);
  Random random(seed);
  const Venue venue = randomVenue(random);
  std::string text = "{\"format\":\"margin-scenario/1\",\"rulebook\":" + venue.rulebook;
  text += ",\"policy\":" + policy(random, venue.hasFees) + ",\"asOf\":" + quoted(venue.asOf);
  if (random.chance(0.3)) text += ",\"client\":\"retail\"";
  if (random.chance(0.4)) text += ",\"volume30d\":" + digits(random.spread(1, 1e9));
  text += "," + venue.market;
  if (kind == Kind::Orders || kind == Kind::Mixed) {
    text += ",\"orderBooks\":{" + randomOrderBooks(random, venue) + "}";
  }
  return text + ",\"wallets\":[" + randomWallets(random, venue, kind) + "]}";
}

}  // namespace margin::test
