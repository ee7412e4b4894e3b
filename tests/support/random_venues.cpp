// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "random_documents.hpp"

namespace margin::test {
namespace {

struct Usual {
  std::string_view asset;
  double price;
  std::string_view kind;
};

constexpr std::array<Usual, 7> kAssets = {{{"USD", 1, "fiat"},
                                           {"BTC", 100000, "crypto"},
                                           {"ETH", 4000, "crypto"},
                                           {"SOL", 200, "crypto"},
                                           {"EUR", 1.1, "fiat"},
                                           {"USDC", 1, "stable"},
                                           {"SPX", 6000, "other"}}};

struct Usually {
  std::string_view symbol;
  Trades type;
  std::size_t underlying;  // index in kAssets
  bool dated;
};

constexpr std::array<Usually, 16> kContracts = {{{"PF_XBTUSD", Trades::Linear, 1, false},
                                                 {"FF_XBTUSD", Trades::Linear, 1, true},
                                                 {"PF_ETHUSD", Trades::Linear, 2, false},
                                                 {"FF_ETHUSD", Trades::Linear, 2, true},
                                                 {"PF_SOLUSD", Trades::Linear, 3, false},
                                                 {"PF_EURUSD", Trades::Linear, 4, false},
                                                 {"PI_XBTUSD", Trades::Inverse, 1, false},
                                                 {"FI_XBTUSD", Trades::Inverse, 1, true},
                                                 {"PI_ETHUSD", Trades::Inverse, 2, false},
                                                 {"FI_ETHUSD", Trades::Inverse, 2, true},
                                                 {"PI_SOLUSD", Trades::Inverse, 3, false},
                                                 {"MBT", Trades::Us, 1, true},
                                                 {"PBTUCZ50", Trades::Us, 1, false},
                                                 {"MET", Trades::Us, 2, true},
                                                 {"PSOLUZ50", Trades::Us, 3, false},
                                                 {"ES", Trades::Us, 6, true}}};

/// Opening and closing times of day in Chicago: overnight, by day, round the clock.
constexpr std::array<std::array<std::string_view, 2>, 4> kSessions = {
    {{"17:00", "16:00"}, {"08:30", "13:20"}, {"17:00", "17:00"}, {"01:10", "15:00"}}};

constexpr std::int64_t kDay = 86400;

/// Seconds of 1970-01-01T00:00:00Z to a moment of 2026.
constexpr std::int64_t kYear2026 = 1767225600;

/// "2026-03-08T15:45:00-06:00": the moment with this offset, in seconds. Dates as days from 0000-03-01.
std::string moment(std::int64_t seconds, int offset) {
  const std::int64_t local = seconds + offset;
  const std::int64_t day = local / kDay + 719468;
  const std::int64_t era = day / 146097;
  const std::int64_t ofEra = day % 146097;
  const std::int64_t yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
  const std::int64_t ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const std::int64_t month = (5 * ofYear + 2) / 153;
  const auto part = [](std::int64_t value) { return static_cast<int>(value); };
  std::array<char, 96> text;
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d",
                part(era * 400 + yearOfEra + (month >= 10 ? 1 : 0)), part(month < 10 ? month + 3 : month - 9),
                part(ofYear - (153 * month + 2) / 5 + 1), part(local % kDay / 3600), part(local % 3600 / 60),
                part(local % 60), offset < 0 ? '-' : '+', std::abs(offset) / 3600,
                std::abs(offset) / 60 % 60);
  return text.data();
}

double pick(Random& random, std::initializer_list<double> choices) {
  return choices.begin()[random.below(choices.size())];
}

/// A moment of 2026 to 2027: any, at a switch of a session to the second, or about a change of the clock.
std::int64_t randomMoment(Random& random) {
  const auto day = static_cast<std::int64_t>(random.below(500));
  if (random.chance(0.3)) return kYear2026 + day * kDay + static_cast<std::int64_t>(random.below(kDay));
  if (random.chance(0.5)) {
    constexpr std::array<std::int64_t, 7> kSwitches = {70,  510, 785, 800,
                                                       945, 960, 1020};  // minutes of Chicago's day
    const auto late = static_cast<std::int64_t>(random.below(3)) - 1;
    const std::int64_t offset = random.chance(0.5) ? 5 : 6;
    return kYear2026 + day * kDay + kSwitches[random.below(kSwitches.size())] * 60 + offset * 3600 + late;
  }
  constexpr std::array<std::int64_t, 3> kChanges = {1772956800, 1793516400, 1805011200};  // UTC
  const std::int64_t change = kChanges[random.below(kChanges.size())];
  return change + static_cast<std::int64_t>(random.below(6 * kDay)) - 3 * kDay;
}

class VenueMaker {
 public:
  explicit VenueMaker(Random& random) : random_(random) {}

  Venue make() {
    now_ = randomMoment(random_);
    constexpr std::array<int, 5> kOffsets = {0, -5 * 3600, -6 * 3600, 9 * 3600, 19800};
    venue_.asOf = moment(now_, kOffsets[random_.below(kOffsets.size())]);
    prices();
    for (const Usually& usually : kContracts) contract(usually);
    venue_.rulebook = rulebook();
    venue_.market = "\"prices\":{" + prices_.text() + "},\"marks\":{" + marks_.text() + "},\"lasts\":{" +
                    lasts_.text() + "},\"fundingRates\":{" + rates_.text() + "},\"absoluteFundingRates\":{" +
                    absolute_.text() + "}";
    return std::move(venue_);
  }

 private:
  void prices() {
    for (const Usual& usual : kAssets) {
      const std::string text =
          usual.asset == "USD" ? "1" : number(random_, usual.price * random_.between(0.7, 1.4));
      venue_.assets.push_back({std::string(usual.asset), read(text)});
      if (usual.asset == "USD") continue;
      prices_.add(quoted(usual.asset) + ":" + text);
      const std::string fee = digits(pick(random_, {0, 0.0005, 0.005, 0.05}));
      std::string rules = "\"conversionFee\":" + fee + ",\"kind\":" + quoted(usual.kind);
      rules += ",\"haircut\":" + digits(pick(random_, {0, 0.02, 0.02, 0.06, 0.2, 0.5, 1}));
      assets_.add(quoted(usual.asset) + ":{" + rules + "}");
    }
  }

  void contract(const Usually& usually) {
    const double index = venue_.assets[usually.underlying].price;
    ListedContract listed{std::string(usually.symbol), usually.type, usually.underlying, 1, 0, index, 0};
    std::string rules = "\"symbol\":" + quoted(listed.symbol) +
                        ",\"underlying\":" + quoted(venue_.assets[usually.underlying].name) + ",";
    if (usually.type == Trades::Us) {
      rules += usRules(listed);
    } else {
      const bool inverse = usually.type == Trades::Inverse;
      rules += inverse ? "\"type\":\"inverse\",\"schedule\":\"contracts\",\"retailSchedule\":\"retail\""
                       : "\"type\":\"linear\",\"schedule\":\"dollars\"";
      if (random_.chance(0.3)) {
        listed.perContract = inverse ? pick(random_, {10, 100}) : pick(random_, {0.1, 10});
        rules += ",\"contractSize\":" + digits(listed.perContract);
      }
    }
    if (usually.dated) {
      rules += expiry();
    } else if (random_.chance(0.3)) {
      rules += ",\"perpetual\":true";
    } else if (usually.type != Trades::Us) {
      rules += fundingRules();
    }
    if (random_.chance(0.6)) {
      listed.tick = index > 1000 ? 0.5 : 0.0001;
      rules += ",\"tick\":" + digits(listed.tick);
    }
    if (random_.chance(0.5)) rules += ",\"maxPosition\":" + digits(random_.spread(1, 1e7));
    if (!usually.dated) rate(listed, index);
    marks(listed, index, usually.dated);
    contracts_.add("{" + rules + "}");
    venue_.contracts.push_back(std::move(listed));
  }

  std::string usRules(ListedContract& listed) {
    listed.perContract = pick(random_, {0.01, 0.1, 5, 50});
    const double notional = listed.perContract * listed.mark;
    const double initial = notional * random_.between(0.05, 0.4);
    listed.unitMargin = read(digits(initial * random_.between(0.2, 0.9)));
    const auto& session = kSessions[random_.chance(0.7) ? 0 : random_.below(kSessions.size())];
    std::string rules =
        "\"type\":\"us\",\"exchange\":\"CME\",\"valuePerPoint\":" + digits(listed.perContract);
    rules += ",\"session\":{\"open\":" + quoted(session[0]) + ",\"close\":" + quoted(session[1]) + "}";
    rules += ",\"intradayMargin\":" + digits(listed.unitMargin) + ",\"initialMargin\":" + digits(initial);
    rules += ",\"maintenanceMargin\":" + digits(initial * random_.between(0.8, 1));
    if (random_.chance(0.4)) {
      rules += ",\"quantityMargins\":[{\"from\":5,\"factor\":1.5},{\"from\":20,\"factor\":2.25}]";
    }
    return rules + ",\"fees\":{\"exchange\":0.1,\"nfa\":0.02,\"clearing\":0.03,\"commission\":" +
           digits(random_.between(0, 1.3)) + "}";
  }

  std::string expiry() {
    std::string text = moment(now_ + static_cast<std::int64_t>(random_.below(320 * kDay)) - 20 * kDay, 0);
    text = random_.chance(0.5) ? text.substr(0, 10) : text.substr(0, 19) + "Z";
    return ",\"perpetual\":false,\"expiry\":" + quoted(text);
  }

  std::string fundingRules() {
    const std::string text = ",\"fundingCoefficient\":" + digits(pick(random_, {8, 24}));
    return text + ",\"maxFundingRate\":" + digits(pick(random_, {0.0005, 0.0025, 0.005}));
  }

  void rate(const ListedContract& listed, double index) {
    const double rate = random_.between(-0.001, 0.001);
    const std::string key = quoted(listed.symbol) + ":";
    if (random_.chance(0.4)) {
      rates_.add(key + number(random_, rate));
    } else if (random_.chance(0.3)) {
      absolute_.add(key + number(random_, listed.type == Trades::Inverse ? rate / index : rate * index));
    }
  }

  void marks(ListedContract& listed, double index, bool dated) {
    const std::string key = quoted(listed.symbol) + ":";
    if (random_.chance(0.7)) {
      const double premium = dated ? random_.between(-0.05, 0.08) : random_.between(-0.012, 0.012);
      const std::string mark = number(random_, index * (1 + premium));
      listed.mark = read(mark);
      marks_.add(key + mark);
    }
    if (random_.chance(0.3)) lasts_.add(key + number(random_, listed.mark * random_.between(0.997, 1.003)));
  }

  std::string schedule(double first) {
    List levels;
    double from = 0;
    double initial = random_.spread(0.01, 0.1);
    double maintenance = initial * random_.between(0.3, 1);
    const std::size_t count = 1 + random_.below(5);
    for (std::size_t level = 0; level < count; ++level) {
      levels.add("{\"from\":" + digits(from) + ",\"initial\":" + digits(initial) +
                 ",\"maintenance\":" + digits(maintenance) + "}");
      from = read(digits(level == 0 ? first * random_.spread(0.1, 10) : from * random_.between(1.5, 5)));
      initial = std::min(1.0, initial * random_.between(1, 2.5));
      maintenance = std::min(read(digits(initial)), maintenance * random_.between(1, 2));
    }
    return "[" + levels.text() + "]";
  }

  std::string fees() {
    List levels;
    double from = 0;
    for (std::size_t level = 0; level < 4; ++level) {
      const double taker = 0.0006 - 0.0001 * static_cast<double>(level);
      levels.add("{\"from\":" + digits(from) + ",\"maker\":" + digits(taker * random_.between(0, 1)) +
                 ",\"taker\":" + digits(taker) + "}");
      from = 1e5 * (from > 0 ? from / 1e4 : 1);
    }
    return ",\"fees\":[" + levels.text() + "]";
  }

  std::string caps() {
    if (random_.chance(0.5)) return "[{\"days\":1,\"cap\":0.01},{\"days\":210,\"cap\":0.2}]";
    return "[{\"days\":0.5,\"cap\":0.005},{\"days\":30,\"cap\":0.02},{\"days\":90,\"cap\":0.1}]";
  }

  std::string rulebook() {
    std::string text = "{\"format\":\"margin-rulebook/1\",\"id\":\"random\",\"title\":\"Random rules\"";
    text += ",\"effective\":\"2026-04-19\",\"assets\":{" + assets_.text() + "},\"marginSchedules\":{";
    text += "\"dollars\":" + schedule(1e5);
    text += ",\"contracts\":" + schedule(1e5);
    text += ",\"retail\":" + schedule(1e4) + "},\"contracts\":[" + contracts_.text() + "]";
    venue_.hasFees = random_.chance(0.9);
    if (venue_.hasFees) text += fees();
    if (random_.chance(0.8)) {
      text += ",\"markPrice\":{\"perpetualCap\":0.01,\"datedCaps\":" + caps() + "}";
    }
    if (random_.chance(0.7)) {
      text += ",\"interest\":{\"threshold\":" + digits(random_.spread(10, 1e5));
      text += ",\"ratePerYear\":" + digits(random_.between(0, 0.3)) + "}";
    }
    if (random_.chance(0.4))
      text += ",\"funding\":{\"intervalHours\":" + digits(pick(random_, {0.5, 4, 8, 24})) + "}";
    if (random_.chance(0.5)) text += ",\"conversion\":{\"threshold\":" + digits(random_.spread(1, 1e5)) + "}";
    if (random_.chance(0.3)) {
      text += ",\"usFutures\":{\"minutesBeforeClose\":" + digits(pick(random_, {0, 5, 15, 30, 90})) +
              ",\"newsFactor\":3,\"firstLiquidationFee\":20,\"laterLiquidationFee\":45}";
    }
    return text + "}";
  }

  Random& random_;
  Venue venue_;
  std::int64_t now_ = 0;
  List assets_, contracts_, prices_, marks_, lasts_, rates_, absolute_;
};

}  // namespace

double read(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

std::string number(Random& random, double value) {
  return digits(value, random.chance(0.5) ? "%.6g" : "%.17g");
}

void List::add(const std::string& item) {
  if (!text_.empty()) text_ += ',';
  text_ += item;
}

Venue randomVenue(Random& random) { return VenueMaker(random).make(); }

}  // namespace margin::test
