// SPDX-License-Identifier: MIT
#include "random_accounts.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "random_documents.hpp"

namespace margin::test {
namespace {

struct Priced {
  std::string_view asset;
  double price;
};

constexpr std::array<Priced, 8> kCollateral = {{{"USD", 1},
                                                {"BTC", 100000},
                                                {"ETH", 4000},
                                                {"SOL", 200},
                                                {"XRP", 2.5},
                                                {"EUR", 1.1},
                                                {"USDC", 1},
                                                {"AVAX", 30}}};

struct Listed {
  std::string_view contract;
  std::size_t underlying;  // index in kCollateral
};

constexpr std::array<Listed, 8> kContracts = {{{"PF_XBTUSD", 1},
                                               {"FF_XBTUSD", 1},
                                               {"PF_ETHUSD", 2},
                                               {"FF_ETHUSD", 2},
                                               {"PF_SOLUSD", 3},
                                               {"FF_SOLUSD", 3},
                                               {"PF_XRPUSD", 4},
                                               {"PF_AVAXUSD", 7}}};

class Account {
 public:
  explicit Account(std::uint64_t seed) : random_(seed) {}

  std::string document() {
    for (const Priced& priced : kCollateral) {
      prices_.push_back(priced.asset == "USD" ? 1
                                              : std::stod(number(priced.price * random_.between(0.7, 1.4))));
    }
    const std::string wallet = this->wallet();
    std::string text = "{\"format\":\"margin-scenario/1\",\"rulebook\":";
    text += random_.chance(0.8) ? "\"kraken-global\"" : "\"kraken-eea\"";
    text += ",\"policy\":" + policy();
    if (random_.chance(0.3)) text += ",\"volume30d\":" + digits(random_.spread(1, 1e9));
    text += ",\"prices\":{";
    for (std::size_t i = 1; i < kCollateral.size(); ++i) {
      text += (i > 1 ? "," : "") + quoted(kCollateral[i].asset) + ":" + exact(prices_[i]);
    }
    return text + "},\"marks\":{" + marks_ + "},\"wallets\":[" + wallet + "]}";
  }

 private:
  /// Sometimes as people type, sometimes with every digit a double has.
  std::string number(double value) { return digits(value, random_.chance(0.5) ? "%.6g" : "%.17g"); }
  static std::string exact(double value) { return digits(value, "%.17g"); }
  std::string flag(double probability) { return random_.chance(probability) ? "true" : "false"; }

  std::string policy() {
    std::string text = "{\"marginBasis\":";
    text += random_.chance(0.4) ? "\"entry\"" : "\"mark\"";
    text += random_.chance(0.5) ? ",\"levels\":\"flat\"" : ",\"levels\":\"marginal\"";
    return text + ",\"netting\":" + flag(0.7) + ",\"collateralFee\":" + flag(0.3) +
           ",\"closingFee\":" + flag(0.3) + "}";
  }

  std::string wallet() {
    std::string text = "{\"type\":\"multi-collateral\"";
    if (random_.chance(0.4)) {
      text += ",\"profitCurrency\":" + quoted(kCollateral[random_.below(kCollateral.size())].asset);
    }
    return text + ",\"collateral\":[" + collateral() + "],\"positions\":[" + positions() + "]}";
  }

  std::string collateral() {
    std::string text;
    const std::size_t rows = 1 + random_.below(4);
    for (std::size_t row = 0; row < rows; ++row) {
      const std::size_t asset = random_.below(kCollateral.size());
      double value = random_.spread(100, 3e6);
      if (asset == 0 && random_.chance(0.3)) value *= -0.3;
      funds_ += value;
      text += (row > 0 ? ",{\"asset\":" : "{\"asset\":") + quoted(kCollateral[asset].asset) +
              ",\"quantity\":" + number(value / prices_[asset]) + "}";
    }
    return text;
  }

  std::string positions() {
    std::string text;
    const double leverage = random_.spread(0.2, 25);
    const std::size_t count = random_.below(6);
    for (std::size_t listed = random_.below(3), made = 0; made < count && listed < kContracts.size();
         ++made) {
      text += (made > 0 ? "," : "") + position(kContracts[listed], leverage / static_cast<double>(count));
      listed += 1 + random_.below(2);
    }
    return text;
  }

  std::string position(const Listed& listed, double leverage) {
    const double index = prices_[listed.underlying];
    const double mark = index * random_.between(0.99, 1.01);
    const double notional = std::fabs(funds_) * leverage * random_.between(0.2, 1) + 10;
    std::string text = "{\"contract\":" + quoted(listed.contract);
    text += random_.chance(0.6) ? ",\"side\":\"long\"" : ",\"side\":\"short\"";
    text += ",\"size\":" + number(notional / mark);
    text += ",\"entryPrice\":" + number(mark * random_.between(0.93, 1.07));
    if (random_.chance(0.25)) {
      text += ",\"margin\":\"isolated\",";
      text += random_.chance(0.5) ? "\"maxLeverage\":" + digits(random_.between(1, 50))
                                  : "\"isolatedMargin\":" + number(notional * random_.between(0.005, 0.5));
    }
    if (random_.chance(0.2)) {
      text += ",\"unrealizedFunding\":" + number(notional * random_.between(-0.01, 0.01));
    }
    if (random_.chance(0.7))
      marks_ += (marks_.empty() ? "" : ",") + quoted(listed.contract) + ":" + number(mark);
    return text + "}";
  }

  Random random_;
  std::vector<double> prices_;
  std::string marks_;
  double funds_ = 0;
};

}  // namespace

std::string digits(double value, const char* format) {
  std::array<char, 40> text;
  std::snprintf(text.data(), text.size(), format, value);
  return text.data();
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::uint64_t Random::bits() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

double Random::between(double least, double most) {
  constexpr double kUnit = 1.0 / 9007199254740992.0;  // 2^-53
  return least + (most - least) * (static_cast<double>(bits() >> 11) * kUnit);
}

double Random::spread(double least, double most) {
  return std::exp(between(std::log(least), std::log(most)));
}

std::size_t Random::below(std::size_t count) { return static_cast<std::size_t>(bits() % count); }

bool Random::chance(double probability) { return between(0, 1) < probability; }

std::string randomScenario(std::uint64_t seed) { return Account(seed).document(); }

}  // namespace margin::test
