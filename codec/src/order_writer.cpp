// SPDX-License-Identifier: MIT
#include "order_writer.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

#include "iso_time.hpp"
#include "liquidation_writer.hpp"
#include "margin/codec.hpp"
#include "margin/words.hpp"

namespace margin {

std::string_view messageOf(RejectionCode code) noexcept {
  switch (code) {
    case RejectionCode::InsufficientAvailableFunds:
      return "It needs more margin than is available.";
    case RejectionCode::WouldCauseLiquidation:
      return "Once traded, the account would be liquidated at today's prices.";
    case RejectionCode::MaxPositionViolation:
      return "The position would be larger than the contract allows.";
    case RejectionCode::FixedLeverageTooHigh:
      return "The leverage set for the isolated position is higher than the margin schedule allows at this "
             "size.";
    case RejectionCode::WouldNotReducePosition:
      return "It is reduce-only, and there is no position that it would reduce.";
    case RejectionCode::PostWouldExecute:
      return "It is maker-only, and it would trade at once.";
    case RejectionCode::IocWouldNotExecute:
      return "It must trade at once, and nothing is offered at its price.";
    case RejectionCode::InvalidPrice:
      return "A price is not a multiple of the contract's tick.";
    case RejectionCode::InvalidSize:
      return "The size is not a multiple of the contract's lot.";
    case RejectionCode::ContractExpired:
      return "The contract has expired.";
  }
  return "";
}

void writeStanding(JsonWriter& out, const Rulebook& rulebook, const Standing& standing) {
  out.number("marginEquity", standing.marginEquity).number("availableMargin", standing.availableMargin);
  out.number("initialMargin", standing.initialMargin).number("maintenanceMargin", standing.maintenanceMargin);
  if (const auto& usd = standing.inUsd) {
    out.number("marginEquityUsd", usd->marginEquity).number("availableMarginUsd", usd->availableMargin);
    out.number("initialMarginUsd", usd->initialMargin).number("maintenanceMarginUsd", usd->maintenanceMargin);
  }
  out.number("effectiveLeverage", standing.effectiveLeverage);
  out.text("status", std::visit([](auto status) { return word(status); }, standing.status));
  writeFactors(out, rulebook, standing.factors);
}

namespace {

void writeFilled(JsonWriter& out, const Rulebook& rulebook, const FilledReport& report,
                 const std::optional<OrderInUsd>& usd) {
  out.key("filled").beginObject().key("position");
  if (report.position) {
    out.beginObject().text("side", word(report.position->side)).number("size", report.size);
    out.number("entryPrice", report.entryPrice).endObject();
  } else {
    out.null();
  }
  out.number("realizedPnl", report.realizedPnl).number("realizedAfterFee", report.realizedAfterFee);
  if (usd) {
    out.number("realizedPnlUsd", usd->realizedPnl).number("realizedAfterFeeUsd", usd->realizedAfterFee);
  }
  writeStanding(out, rulebook, report.standing);
  if (report.liquidationFirst) out.boolean("liquidationFirst", *report.liquidationFirst);
  out.endObject();
}

void writeSlippage(JsonWriter& out, const Slippage& slippage, const std::optional<OrderInUsd>& usd) {
  out.key("slippage").beginObject().number("filled", slippage.filled).number("unfilled", slippage.unfilled);
  out.number("averagePrice", slippage.averagePrice).number("worstPrice", slippage.worstPrice);
  out.number("cost", slippage.cost);
  if (usd) out.number("costUsd", usd->slippageCost);
  out.endObject();
}

void writeOrder(JsonWriter& out, const Rulebook& rulebook, const Order& order, const OrderReport& report) {
  out.beginObject().text("contract", rulebook.contracts()[order.contract].symbol);
  out.text("side", word(order.side)).number("size", order.size).text("type", word(order.type));
  out.number("price", report.price).number("reduces", report.reduces).number("opens", report.opens);
  out.number("initialMargin", report.initialMargin).text("liquidity", word(report.liquidity));
  out.number("fee", report.fee);
  if (report.slippage) writeSlippage(out, *report.slippage, report.inUsd);
  out.number("availableMargin", report.availableMargin);
  if (const auto& usd = report.inUsd) {
    out.number("initialMarginUsd", usd->initialMargin).number("feeUsd", usd->fee);
    out.number("availableMarginUsd", usd->availableMargin);
  }
  if (report.triggersAtOnce) out.boolean("triggersAtOnce", *report.triggersAtOnce);
  if (report.waitsUntil) out.text("waitsUntil", isoTimeInChicago(*report.waitsUntil));
  out.key("rejections").beginArray();
  for (const RejectionCode code : report.rejections) {
    out.beginObject().text("code", word(code)).text("message", messageOf(code)).endObject();
  }
  out.endArray();
  writeFilled(out, rulebook, report.filled, report.inUsd);
  out.endObject();
}

}  // namespace

void writeOrders(JsonWriter& writer, const Rulebook& rulebook, const std::vector<Order>& orders,
                 const std::vector<OrderReport>& reports) {
  if (reports.empty()) return;
  writer.key("orders").beginArray();
  for (std::size_t i = 0; i < reports.size(); ++i) writeOrder(writer, rulebook, orders[i], reports[i]);
  writer.endArray();
}

void writeTransfers(JsonWriter& writer, const Rulebook& rulebook, const std::vector<Transfer>& transfers,
                    const std::vector<TransferReport>& reports) {
  if (reports.empty()) return;
  writer.key("transfers").beginArray();
  for (std::size_t i = 0; i < reports.size(); ++i) {
    writer.beginObject().text("asset", rulebook.assets()[transfers[i].asset].name);
    writer.number("quantity", transfers[i].quantity).boolean("allowed", reports[i].allowed);
    writeStanding(writer, rulebook, reports[i].standing);
    writer.endObject();
  }
  writer.endArray();
}

}  // namespace margin
