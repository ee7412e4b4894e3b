// SPDX-License-Identifier: MIT
#include "us_report_writer.hpp"

#include <cstddef>

#include "iso_time.hpp"
#include "liquidation_writer.hpp"
#include "margin/words.hpp"
#include "order_writer.hpp"

namespace margin {
namespace {

void writePosition(JsonWriter& out, const Rulebook& rulebook, const Position& position,
                   const UsPositionReport& report) {
  const Contract& contract = rulebook.contracts()[position.contract];
  out.beginObject().text("contract", contract.symbol).text("side", word(position.side));
  out.number("size", position.size).number("entryPrice", position.entryPrice);
  out.number("markPrice", report.markPrice).number("notional", report.notional);
  out.number("unrealizedPnl", report.unrealizedPnl);
  out.number("intradayMargin", report.intradayMargin);
  out.number("initialMargin", report.initialMargin);
  out.number("maintenanceMargin", report.maintenanceMargin);
  out.number("requirement", report.requirement).text("regime", word(report.regime));
  out.key("liquidation");
  writeLiquidation(out, rulebook.assets()[contract.underlying].name, report.markPrice, report.liquidation);
  out.number("bankruptcyPrice", report.bankruptcyPrice).number("breakEvenPrice", report.breakEvenPrice);
  out.number("openFee", report.openFee).number("closeFee", report.closeFee);
  out.number("fundingPerHour", report.fundingPerHour).number("fundingRate", report.fundingRate).endObject();
}

void writeNextSwitch(JsonWriter& out, const NextSwitch& next) {
  out.key("nextSwitch").beginObject().text("time", isoTimeInChicago(next.time));
  out.number("seconds", next.seconds).text("regime", word(next.regime));
  out.number("requirement", next.requirement).number("riskBuffer", next.riskBuffer).endObject();
}

void writeFunding(JsonWriter& out, const UsReport& report) {
  out.key("funding").beginObject().number("perHour", report.funding.perHour);
  out.number("perSettlement", report.funding.perSettlement);
  out.number("perDay", report.funding.perDay).number("perMonth", report.funding.perMonth);
  out.key("nextAdjustment");
  if (report.funding.nextSettlement) {
    out.text(isoTimeInChicago(*report.funding.nextSettlement));
  } else {
    out.null();
  }
  out.endObject();
}

}  // namespace

void writeUsWallet(JsonWriter& out, const Scenario& scenario, const UsFuturesWallet& wallet,
                   const UsReport& report) {
  out.beginObject().text("type", "us-futures").text("currency", "USD").number("cash", wallet.cash);
  out.number("unrealizedPnl", report.unrealizedPnl).number("equity", report.equity);
  out.number("intradayMargin", report.intradayMargin);
  out.number("initialMargin", report.initialMargin);
  out.number("maintenanceMargin", report.maintenanceMargin);
  out.number("requirement", report.requirement);
  out.number("availableMargin", report.availableMargin);
  out.number("intradayUsage", report.intradayUsage).number("initialUsage", report.initialUsage);
  out.number("effectiveLeverage", report.effectiveLeverage).number("riskBuffer", report.riskBuffer);
  out.text("regime", word(report.regime)).boolean("open", report.open);
  writeNextSwitch(out, report.nextSwitch);
  out.number("liquidationFee", report.liquidationFee).text("status", word(report.status));
  out.number("withdrawable", report.withdrawable);
  writeFunding(out, report);
  out.key("positions").beginArray();
  for (std::size_t i = 0; i < report.positions.size(); ++i) {
    writePosition(out, *scenario.rulebook, wallet.positions[i], report.positions[i]);
  }
  out.endArray();
  writeFactors(out, *scenario.rulebook, report.factors);
  writeOrders(out, *scenario.rulebook, wallet.orders, report.orders);
  writeTransfers(out, *scenario.rulebook, wallet.transfers, report.transfers);
  out.endObject();
}

}  // namespace margin
