// SPDX-License-Identifier: MIT
// Orders, transfers and equity protection of random accounts.
#include <algorithm>
#include <cmath>

#include "margin/equity_protection.hpp"
#include "scenarios.hpp"

using namespace margin;
using namespace margin::test;

namespace {

/// The wallets of random accounts with orders, each with what is said of it.
template <class Check>
void forEachWallet(Kind kind, Check check) {
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    const Evaluation evaluation = evaluateScenario(randomScenario(seed, kind));
    INFO("seed " << seed);
    REQUIRE(evaluation.errors.empty());
    const Scenario& scenario = evaluation.scenario;
    for (std::size_t i = 0; i < scenario.wallets.size(); ++i) {
      INFO("wallet " << i);
      std::visit([&](const auto& report) { check(scenario, scenario.wallets[i], report); },
                 evaluation.wallets[i]);
    }
  }
}

template <class Field>
auto partOf(const Wallet& wallet, Field field) {
  return std::visit(field, wallet);
}
std::vector<Order> ordersOf(const Wallet& wallet) {
  return partOf(wallet, [](const auto& each) { return each.orders; });
}
std::vector<Position> positionsOf(const Wallet& wallet) {
  return partOf(wallet, [](const auto& each) { return each.positions; });
}

/// Size on a contract, negative of a short.
double exposure(const std::vector<Position>& positions, ContractIndex contract) {
  for (const Position& position : positions) {
    if (position.contract == contract) return sign(position.side) * position.size;
  }
  return 0;
}

AnyReport valued(const Wallet& wallet, const Terms& terms) {
  return std::visit([&](const auto& each) -> AnyReport { return evaluate(each, terms); }, wallet);
}

}  // namespace

TEST_CASE("Resting orders never free margin, and take none that the wallet does not miss",
          "[property][orders]") {
  std::size_t taking = 0;
  forEachWallet(Kind::Orders, [&](const Scenario& scenario, const Wallet& wallet, const auto& report) {
    if (report.orders.empty()) return;
    double taken = 0;
    for (const OrderReport& order : report.orders) {
      taken += order.initialMargin;
      CHECK(order.initialMargin >= -1e-12 * std::fabs(taken));
      taking += order.initialMargin > 0;
    }
    Wallet bare = wallet;
    std::visit([](auto& each) { each.orders.clear(); }, bare);
    const AnyReport without = valued(bare, termsOf(scenario, scenario.market));
    const double free = std::visit([](const auto& each) { return each.availableMargin.value; }, without);
    const double scale = std::fabs(free) + taken;
    CHECK(std::fabs(free - taken - report.availableMargin) <= 1e-9 * scale);
    CHECK(std::fabs(report.orders.back().availableMargin - report.availableMargin) <= 1e-9 * scale);
  });
  CHECK(taking > accounts() / 3);
}

TEST_CASE("A reduce-only order takes no margin and never adds to a position", "[property][orders]") {
  std::size_t reducing = 0;
  forEachWallet(Kind::Orders, [&](const Scenario&, const Wallet& wallet, const auto& report) {
    const std::vector<Order> orders = ordersOf(wallet);
    for (std::size_t i = 0; i < orders.size(); ++i) {
      if (!orders[i].reduceOnly) continue;
      const double before = exposure(positionsOf(wallet), orders[i].contract);
      const auto& left = report.orders[i].filled.position;
      const double after = left ? sign(left->side) * left->size : 0;
      CHECK(report.orders[i].initialMargin == 0);
      CHECK(report.orders[i].opens == 0);
      CHECK(before * after >= 0);
      CHECK(std::fabs(after) <= std::fabs(before));
      ++reducing;
    }
  });
  CHECK(reducing > accounts() / 20);
}

TEST_CASE("A fill changes the position by the contracts that trade", "[property][orders]") {
  forEachWallet(Kind::Orders, [&](const Scenario&, const Wallet& wallet, const auto& report) {
    const std::vector<Order> orders = ordersOf(wallet);
    for (std::size_t i = 0; i < orders.size(); ++i) {
      const OrderReport& order = report.orders[i];
      const double tradable = orders[i].reduceOnly ? order.reduces.value : orders[i].size;
      const bool partly = order.slippage && order.slippage->averagePrice;
      const double traded = partly ? order.slippage->filled.value : tradable;
      const auto& left = order.filled.position;
      const double after = left ? sign(left->side) * left->size : 0;
      const double before = exposure(positionsOf(wallet), orders[i].contract);
      CHECK(std::fabs(after - before - sign(orders[i].side) * traded) <=
            1e-12 * (std::fabs(before) + orders[i].size));
      CHECK(order.reduces + order.opens <= orders[i].size * (1 + 1e-12));
    }
  });
}

TEST_CASE("A withdrawal that is allowed takes none of the margin that is needed", "[property][transfers]") {
  std::size_t allowed = 0;
  forEachWallet(Kind::Orders, [&](const Scenario&, const Wallet& wallet, const auto& report) {
    const auto transfers = partOf(wallet, [](const auto& each) { return each.transfers; });
    double available = report.availableMargin;
    for (std::size_t i = 0; i < transfers.size(); ++i) {
      const TransferReport& transfer = report.transfers[i];
      const double left = transfer.standing.availableMargin;
      const double equal = 1e-9 * (std::fabs(available) + std::fabs(transfer.standing.marginEquity));
      if (transfers[i].quantity > 0) {
        CHECK(transfer.allowed);
      } else if (transfer.allowed) {
        // Where it is short already, only what counts nothing can leave.
        CHECK(left >= std::min(available, 0.0) - equal);
        ++allowed;
      }
      if (transfer.allowed) available = left;
    }
  });
  CHECK(allowed > accounts() / 20);
}

TEST_CASE("Alerts lie between today and the trigger, the fuller the nearer to it", "[property][protection]") {
  std::size_t alerts = 0;
  forEachWallet(Kind::Mixed, [&](const Scenario& scenario, const Wallet& wallet, const auto&) {
    for (const PoolProtection& pool : equityProtection(wallet, termsOf(scenario, scenario.market))) {
      double last = 1;
      for (const Alert& alert : pool.alerts) {
        const bool falling = pool.trigger.ratio < 1;
        CHECK((falling ? alert.ratio <= last : alert.ratio >= last));
        CHECK((falling ? alert.ratio >= pool.trigger.ratio : alert.ratio <= pool.trigger.ratio));
        last = alert.ratio;
        ++alerts;
      }
    }
  });
  CHECK(alerts > accounts() / 3);
}

TEST_CASE("Closing orders close positions, at prices that are some", "[property][protection]") {
  forEachWallet(Kind::Mixed, [&](const Scenario& scenario, const Wallet& wallet, const auto&) {
    for (const PoolProtection& pool : equityProtection(wallet, termsOf(scenario, scenario.market))) {
      CHECK_FALSE(pool.steps.empty());
      for (const ProtectionStep& step : pool.steps) {
        for (const ClosingOrder& order : step.orders) {
          const double open = exposure(positionsOf(wallet), order.contract);
          CHECK(sign(order.side) * open < 0);
          CHECK(order.size <= std::fabs(open) * (1 + 1e-12));
          if (!order.zeroEquityPrice) continue;
          // A sale accepts less than the mark, a purchase more.
          CHECK(sign(order.side) * (*order.zeroEquityPrice - order.markPrice) >= 0);
          CHECK(sign(order.side) * (*order.limitPrice - *order.zeroEquityPrice) <=
                1e-9 * *order.zeroEquityPrice);
        }
      }
    }
  });
}
