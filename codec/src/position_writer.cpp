// SPDX-License-Identifier: MIT
#include "position_writer.hpp"

#include "iso_time.hpp"
#include "liquidation_writer.hpp"
#include "margin/words.hpp"

namespace margin {
namespace {

void writeCosts(JsonWriter& out, const PositionReport& report) {
  out.number("breakEvenPrice", report.breakEvenPrice);
  out.number("openFee", report.openFee).number("closeFee", report.closeFee);
  out.number("fundingPerHour", report.fundingPerHour).number("fundingRate", report.fundingRate);
  out.number("absoluteFundingRate", report.absoluteFundingRate);
  if (report.indicatedFundingRate) out.number("indicatedFundingRate", *report.indicatedFundingRate);
  if (report.markLimits) {
    out.key("markLimits").beginObject().number("lowest", report.markLimits->lowest);
    out.number("highest", report.markLimits->highest).endObject();
  }
  if (!report.expiry) return;
  out.key("expiry").beginObject().text("time", isoTime(report.expiry->time, 0));
  out.boolean("expired", report.expiry->expired).number("hours", report.expiry->hours);
  out.number("settlementFee", report.expiry->settlementFee).endObject();
}

void writeInUsd(JsonWriter& out, const PositionInUsd& usd) {
  out.number("unrealizedPnlUsd", usd.unrealizedPnl).number("initialMarginUsd", usd.initialMargin);
  out.number("maintenanceMarginUsd", usd.maintenanceMargin).number("openFeeUsd", usd.openFee);
  out.number("closeFeeUsd", usd.closeFee).number("fundingPerHourUsd", usd.fundingPerHour);
}

}  // namespace

void writePosition(JsonWriter& out, const Rulebook& rulebook, const Position& position,
                   const PositionReport& report) {
  const Contract& contract = rulebook.contracts()[position.contract];
  out.beginObject().text("contract", contract.symbol).text("side", word(position.side));
  out.number("size", position.size).number("entryPrice", position.entryPrice);
  out.number("markPrice", report.markPrice).number("notional", report.notional);
  out.number("unrealizedPnl", report.unrealizedPnl);
  out.number("unrealizedFunding", position.unrealizedFunding);
  out.number("returnOnEquity", report.returnOnEquity);
  out.number("initialMargin", report.initialMargin);
  out.number("maintenanceMargin", report.maintenanceMargin);
  out.number("level", report.level);
  out.number("effectiveLeverage", report.effectiveLeverage);
  out.text("margin", word(position.margin));
  if (position.margin == MarginMode::Isolated) {
    out.number("isolatedMargin", report.initialMargin).number("equity", report.equity);
    out.number("hoursToFundingLiquidation", report.hoursToFundingLiquidation);
  }
  out.key("liquidation");
  writeLiquidation(out, rulebook.assets()[contract.underlying].name, report.markPrice, report.liquidation);
  out.number("bankruptcyPrice", report.bankruptcyPrice);
  writeCosts(out, report);
  if (report.inUsd) writeInUsd(out, *report.inUsd);
  out.endObject();
}

}  // namespace margin
