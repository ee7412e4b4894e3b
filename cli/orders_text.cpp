// SPDX-License-Identifier: MIT
#include "orders_text.hpp"

#include <cstddef>
#include <string>

#include "liquidation_text.hpp"
#include "margin/words.hpp"
#include "names_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

/// E.g. "1. buy 2.00 PF_XBTUSD".
std::string nameOf(std::size_t number, const Order& order, const Rulebook& rulebook) {
  return std::to_string(number) + ". " + (order.side == Side::Long ? "buy " : "sell ") + amount(order.size) +
         ' ' + symbolOf(order.contract, rulebook) + (order.margin == MarginMode::Isolated ? " isolated" : "");
}

std::string kind(const Order& order) {
  std::string text(word(order.type));
  if (order.triggerPrice)
    text += " at " + std::string(word(order.triggerSignal)) + ' ' + amount(*order.triggerPrice);
  if (order.reduceOnly) text += ", reduce-only";
  if (order.makerOnly) text += ", maker-only";
  if (order.timeInForce == TimeInForce::ImmediateOrCancel) text += ", immediate-or-cancel";
  return text;
}

void resting(std::ostream& out, const Rulebook& rulebook, const std::string& currency,
             const std::vector<Order>& orders, const std::vector<OrderReport>& reports) {
  std::vector<Row> rows = {{"order, amounts in " + currency, "type", "price", "reduces", "opens", "margin",
                            "fee", "trades as", "available then"}};
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const OrderReport& report = reports[i];
    rows.push_back({nameOf(i + 1, orders[i], rulebook), kind(orders[i]), amount(report.price),
                    amount(report.reduces), amount(report.opens), amountIn(currency, report.initialMargin),
                    amountIn(currency, report.fee), report.liquidity == Liquidity::Maker ? "maker" : "taker",
                    amountIn(currency, report.availableMargin)});
  }
  table(out, rows);
}

/// Liquidation prices of the asset that an order's contract follows.
std::string liquidation(const Standing& standing, AssetIndex underlying) {
  for (const FactorReport& factor : standing.factors) {
    if (factor.asset == underlying) return prices(factor.liquidation, factor.current);
  }
  return "none";
}

void traded(std::ostream& out, const Rulebook& rulebook, const std::string& currency,
            const std::vector<Order>& orders, const std::vector<OrderReport>& reports) {
  std::vector<Row> rows = {{"once traded alone", "position", "entry", "realised", "after its fee", "equity",
                            "available", "leverage", "status", "liquidation"}};
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const FilledReport& filled = reports[i].filled;
    const Standing& standing = filled.standing;
    const auto& position = filled.position;
    rows.push_back(
        {nameOf(i + 1, orders[i], rulebook),
         position ? (position->side == Side::Long ? "long " : "short ") + amount(position->size) : "closed",
         position ? amount(position->entryPrice) : "", amountIn(currency, filled.realizedPnl),
         amountIn(currency, filled.realizedAfterFee), amountIn(currency, standing.marginEquity),
         amountIn(currency, standing.availableMargin), times(standing.effectiveLeverage),
         words(standing.status), liquidation(standing, rulebook.contracts()[orders[i].contract].underlying)});
  }
  table(out, rows);
}

void slippage(std::ostream& out, const std::string& currency, const std::string& order,
              const Slippage& found) {
  out << "  " << order << ": " << amount(found.filled) << " find a counterpart";
  if (found.averagePrice) {
    out << " at " << amount(*found.averagePrice) << " on average, " << amount(*found.worstPrice)
        << " at worst: slippage of " << amountIn(currency, found.cost);
  }
  if (found.unfilled > 0) out << "; " << amount(found.unfilled) << " do not";
  out << '\n';
}

/// The order's amounts in a coin once more in dollars.
void dollars(std::ostream& out, const std::string& order, const OrderInUsd& usd, const Standing& standing) {
  out << "  " << order << " in USD: margin " << amount(usd.initialMargin) << ", fee " << amount(usd.fee)
      << ", available then " << amount(usd.availableMargin) << "; once traded: realised "
      << amount(usd.realizedPnl) << ", after its fee " << amount(usd.realizedAfterFee);
  if (const auto& then = standing.inUsd) {
    out << ", equity " << amount(then->marginEquity) << ", available " << amount(then->availableMargin);
  }
  out << '\n';
}

void remarks(std::ostream& out, const std::string& currency, const std::string& order,
             const OrderReport& report) {
  if (report.inUsd) dollars(out, order, *report.inUsd, report.filled.standing);
  if (report.triggersAtOnce.value_or(false)) {
    out << "  " << order << " fires at once: today's price has reached its trigger\n";
  }
  if (report.waitsUntil) {
    out << "  " << order << " cannot trade before " << weekdayAndTime(*report.waitsUntil)
        << " Chicago time: the session is closed\n";
  }
  if (report.slippage) slippage(out, currency, order, *report.slippage);
  if (report.filled.liquidationFirst) {
    out << "  " << order
        << (*report.filled.liquidationFirst ? ": liquidation comes before its trigger\n"
                                            : ": its trigger comes before liquidation\n");
  }
  const bool waits = report.triggersAtOnce && !*report.triggersAtOnce;
  for (const RejectionCode code : report.rejections) {
    const bool later = waits && code == RejectionCode::InsufficientAvailableFunds;
    out << "  " << order << " would be rejected" << (later ? " once triggered: " : ": ") << messageOf(code)
        << '\n';
  }
}

}  // namespace

void writeOrders(std::ostream& out, const Rulebook& rulebook, const std::string& currency,
                 const std::vector<Order>& orders, const std::vector<OrderReport>& reports) {
  if (reports.empty()) return;
  out << '\n';
  resting(out, rulebook, currency, orders, reports);
  out << '\n';
  traded(out, rulebook, currency, orders, reports);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    remarks(out, currency, "Order " + std::to_string(i + 1), reports[i]);
  }
}

void writeTransfers(std::ostream& out, const Rulebook& rulebook, const std::string& currency,
                    const std::vector<Transfer>& transfers, const std::vector<TransferReport>& reports) {
  if (reports.empty()) return;
  std::vector<Row> rows = {{"transfer, amounts in " + currency, "quantity", "allowed", "equity then",
                            "available", "leverage", "status"}};
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Standing& standing = reports[i].standing;
    const std::string asset = assetName(transfers[i].asset, rulebook);
    rows.push_back({std::to_string(i + 1) + ". " + asset + (transfers[i].quantity > 0 ? " in" : " out"),
                    amountIn(asset, transfers[i].quantity), reports[i].allowed ? "yes" : "no",
                    amountIn(currency, standing.marginEquity), amountIn(currency, standing.availableMargin),
                    times(standing.effectiveLeverage), words(standing.status)});
  }
  out << '\n';
  table(out, rows);
}

}  // namespace margin
