// SPDX-License-Identifier: MIT
// When intraday margin suffices. Kraken, "Margin on US Futures": from the open until 15 minutes before the
// close; "US - Contract Specifications": Sunday 17:00 to Friday 16:00 Chicago time.
#include "session.hpp"

#include "catch.hpp"
#include "clock.hpp"

using namespace margin;
using margin::test::chicago;

namespace {

constexpr Session kCrypto{17 * 60, 16 * 60};
constexpr Session kDay{8 * 60 + 30, 13 * 60 + 20};  // opens and closes on the same day

SessionState at(const Session& session, Instant moment) { return sessionState(session, 15, moment); }
constexpr SessionState kClosed{false, false};
constexpr SessionState kIntraday{true, true};
constexpr SessionState kLast{true, false};  // the last 15 minutes

}  // namespace

TEST_CASE("Intraday ends in the second in which 15 minutes are left", "[session]") {
  CHECK(at(kCrypto, chicago(6, 2026, 11, 23, 15, 44, 59)) == kIntraday);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 23, 15, 45)) == kLast);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 23, 15, 59, 59)) == kLast);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 23, 16, 0)) == kClosed);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 23, 16, 59, 59)) == kClosed);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 23, 17, 0)) == kIntraday);
}

TEST_CASE("The week opens on Sunday evening and closes on Friday afternoon", "[session]") {
  // 2026-11-20 is a Friday, the 22nd a Sunday.
  CHECK(at(kCrypto, chicago(6, 2026, 11, 20, 15, 44)) == kIntraday);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 20, 15, 45)) == kLast);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 20, 17, 0)) == kClosed);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 21, 12, 0)) == kClosed);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 21, 17, 30)) == kClosed);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 22, 16, 59)) == kClosed);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 22, 17, 0)) == kIntraday);
  CHECK(at(kCrypto, chicago(6, 2026, 11, 23, 0, 0)) == kIntraday);
}

TEST_CASE("The next switch is where the requirement changes", "[session]") {
  const auto next = [](const Session& session, Instant moment) { return nextSwitch(session, 15, moment); };
  CHECK(next(kCrypto, chicago(6, 2026, 11, 23, 15, 40)) == chicago(6, 2026, 11, 23, 15, 45));
  CHECK(next(kCrypto, chicago(6, 2026, 11, 23, 15, 44, 59)) == chicago(6, 2026, 11, 23, 15, 45));
  // In the last 15 minutes the close changes nothing: the next switch is the next open.
  CHECK(next(kCrypto, chicago(6, 2026, 11, 23, 15, 45)) == chicago(6, 2026, 11, 23, 17, 0));
  CHECK(next(kCrypto, chicago(6, 2026, 11, 23, 17, 0)) == chicago(6, 2026, 11, 24, 15, 45));
  CHECK(next(kCrypto, chicago(6, 2026, 11, 20, 15, 50)) == chicago(6, 2026, 11, 22, 17, 0));
  CHECK(next(kCrypto, chicago(6, 2026, 11, 21, 0, 0)) == chicago(6, 2026, 11, 22, 17, 0));
}

TEST_CASE("Over the weekend on which summer time ends the market is closed an hour longer", "[session]") {
  // Friday 2026-10-30 16:30 -05:00 to Sunday 2026-11-01 17:00 -06:00: 49.5 hours.
  const Instant friday = chicago(5, 2026, 10, 30, 16, 30);
  CHECK(at(kCrypto, friday) == kClosed);
  CHECK(nextSwitch(kCrypto, 15, friday) == chicago(6, 2026, 11, 1, 17, 0));
  CHECK(nextSwitch(kCrypto, 15, friday) - friday == 49 * 3600 + 1800);
  // And an hour less in spring: Friday 2026-03-06 16:30 -06:00 to Sunday 17:00 -05:00.
  const Instant spring = chicago(6, 2026, 3, 6, 16, 30);
  CHECK(nextSwitch(kCrypto, 15, spring) - spring == 47 * 3600 + 1800);
}

TEST_CASE("A session within one day opens and closes from Monday to Friday", "[session]") {
  CHECK(at(kDay, chicago(6, 2026, 11, 23, 8, 29, 59)) == kClosed);
  CHECK(at(kDay, chicago(6, 2026, 11, 23, 8, 30)) == kIntraday);
  CHECK(at(kDay, chicago(6, 2026, 11, 23, 13, 5)) == kLast);
  CHECK(at(kDay, chicago(6, 2026, 11, 23, 13, 20)) == kClosed);
  CHECK(at(kDay, chicago(6, 2026, 11, 22, 9, 0)) == kClosed);
  CHECK(nextSwitch(kDay, 15, chicago(6, 2026, 11, 20, 13, 5)) == chicago(6, 2026, 11, 23, 8, 30));
  CHECK(nextSwitch(kDay, 15, chicago(6, 2026, 11, 23, 7, 0)) == chicago(6, 2026, 11, 23, 8, 30));
}

TEST_CASE("A session that never pauses is intraday but for its last minutes", "[session]") {
  constexpr Session kRound{17 * 60, 17 * 60};
  CHECK(at(kRound, chicago(6, 2026, 11, 23, 16, 44)) == kIntraday);
  CHECK(at(kRound, chicago(6, 2026, 11, 23, 16, 45)) == kLast);
  CHECK(at(kRound, chicago(6, 2026, 11, 23, 17, 0)) == kIntraday);
  // Without minutes before the close nothing changes from Sunday to Friday.
  CHECK(nextSwitch(kRound, 0, chicago(6, 2026, 11, 22, 18, 0)) == chicago(6, 2026, 11, 27, 17, 0));
}

TEST_CASE("A session shorter than the minutes before its close is never intraday", "[session]") {
  constexpr Session kShort{9 * 60, 9 * 60 + 10};
  CHECK(at(kShort, chicago(6, 2026, 11, 23, 9, 0)) == kLast);
  CHECK(nextSwitch(kShort, 15, chicago(6, 2026, 11, 23, 9, 0)) == chicago(6, 2026, 11, 24, 9, 0));
}

TEST_CASE("Stepping from switch to switch meets every change of a year, and no other", "[session]") {
  for (const Session& session : {kCrypto, kDay}) {
    Instant next = nextSwitch(session, 15, chicago(6, 2026, 1, 1, 0, 0));
    bool intraday = at(session, chicago(6, 2026, 1, 1, 0, 0)).intraday;
    for (Instant moment = chicago(6, 2026, 1, 1, 0, 0); moment < chicago(6, 2027, 1, 1, 0, 0); moment += 60) {
      const bool now = at(session, moment).intraday;
      if (now == intraday) continue;
      INFO(moment);
      REQUIRE(next == moment);
      next = nextSwitch(session, 15, moment);
      intraday = now;
    }
  }
}

TEST_CASE("The next open is after this moment, across weekends and the change of the clock", "[session]") {
  CHECK(nextOpen(kCrypto, chicago(6, 2026, 11, 23, 16, 30)) == chicago(6, 2026, 11, 23, 17, 0));
  CHECK(nextOpen(kCrypto, chicago(6, 2026, 11, 23, 17, 0)) == chicago(6, 2026, 11, 24, 17, 0));
  CHECK(nextOpen(kCrypto, chicago(5, 2026, 10, 30, 16, 30)) == chicago(6, 2026, 11, 1, 17, 0));
  CHECK(nextOpen(kDay, chicago(6, 2026, 11, 20, 13, 20)) == chicago(6, 2026, 11, 23, 8, 30));
  CHECK(nextOpen(kDay, chicago(6, 2026, 11, 23, 8, 29, 59)) == chicago(6, 2026, 11, 23, 8, 30));
}

TEST_CASE("Funding is adjusted at 15:00 on weekdays", "[session]") {
  CHECK(nextFundingAdjustment(chicago(6, 2026, 11, 23, 14, 59, 59)) == chicago(6, 2026, 11, 23, 15, 0));
  CHECK(nextFundingAdjustment(chicago(6, 2026, 11, 23, 15, 0)) == chicago(6, 2026, 11, 24, 15, 0));
  CHECK(nextFundingAdjustment(chicago(6, 2026, 11, 20, 15, 0)) == chicago(6, 2026, 11, 23, 15, 0));
  CHECK(nextFundingAdjustment(chicago(5, 2026, 10, 30, 15, 30)) == chicago(6, 2026, 11, 2, 15, 0));
}
