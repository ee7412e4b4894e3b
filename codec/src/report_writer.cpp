// SPDX-License-Identifier: MIT
#include "report_writer.hpp"

#include <cstddef>

#include "liquidation_writer.hpp"
#include "us_report_writer.hpp"
#include "words.hpp"

namespace margin {
namespace {

class ReportWriter {
 public:
  ReportWriter(JsonWriter& writer, const Evaluation& evaluation)
      : out_(writer), scenario_(evaluation.scenario), evaluation_(evaluation) {}

  void write() {
    out_.beginObject().text("format", "margin-report/1");
    out_.key("rulebook").beginObject();
    out_.text("id", scenario_.rulebook->id).text("effective", scenario_.rulebook->effective).endObject();
    out_.key("wallets").beginArray();
    for (std::size_t i = 0; i < evaluation_.wallets.size(); ++i) {
      if (const auto* multi = std::get_if<MultiCollateralWallet>(&scenario_.wallets[i])) {
        wallet(*multi, std::get<WalletReport>(evaluation_.wallets[i]));
      } else if (const auto* us = std::get_if<UsFuturesWallet>(&scenario_.wallets[i])) {
        writeUsWallet(out_, scenario_, *us, std::get<UsReport>(evaluation_.wallets[i]));
      }
    }
    out_.endArray().key("warnings").beginArray();
    for (const Warning& warning : evaluation_.warnings) {
      out_.beginObject().text("code", warning.code).text("path", warning.path);
      out_.text("message", warning.message).endObject();
    }
    out_.endArray().endObject();
  }

 private:
  std::string_view name(AssetIndex asset) const { return scenario_.rulebook->assets()[asset].name; }

  void wallet(const MultiCollateralWallet& wallet, const WalletReport& report) {
    out_.beginObject().text("type", "multi-collateral").text("currency", "USD");
    out_.number("balanceValue", report.balanceValue);
    out_.number("collateralValue", report.collateralValue);
    out_.number("unrealizedPnl", report.unrealizedPnl);
    out_.number("unrealizedFunding", report.unrealizedFunding);
    out_.number("totalUnrealizedAsMargin", report.totalUnrealizedAsMargin);
    out_.number("marginEquity", report.marginEquity);
    out_.number("portfolioValue", report.portfolioValue);
    out_.number("initialMargin", report.initialMargin);
    out_.number("maintenanceMargin", report.maintenanceMargin);
    out_.key("cross").beginObject();
    out_.number("marginEquity", report.cross.marginEquity);
    out_.number("initialMargin", report.cross.initialMargin);
    out_.number("maintenanceMargin", report.cross.maintenanceMargin).endObject();
    out_.number("availableMargin", report.availableMargin);
    out_.number("effectiveLeverage", report.effectiveLeverage);
    out_.number("marginUsage", report.marginUsage);
    out_.number("riskBuffer", report.riskBuffer);
    out_.text("status", word(report.status));
    out_.key("collateral").beginArray();
    for (std::size_t i = 0; i < report.collateral.size(); ++i) {
      holding(wallet.collateral[i], report.collateral[i]);
    }
    out_.endArray().key("positions").beginArray();
    for (std::size_t i = 0; i < report.positions.size(); ++i) {
      position(wallet.positions[i], report.positions[i]);
    }
    out_.endArray();
    writeFactors(out_, *scenario_.rulebook, report.factors);
    out_.endObject();
  }

  void holding(const Holding& holding, const HoldingReport& report) {
    out_.beginObject().text("asset", name(holding.asset)).number("quantity", holding.quantity);
    out_.number("price", report.price).number("value", report.value);
    out_.number("haircut", report.haircut).number("collateralValue", report.collateralValue).endObject();
  }

  void position(const Position& position, const PositionReport& report) {
    const Contract& contract = scenario_.rulebook->contracts()[position.contract];
    out_.beginObject().text("contract", contract.symbol).text("side", word(position.side));
    out_.number("size", position.size).number("entryPrice", position.entryPrice);
    out_.number("markPrice", report.markPrice).number("notional", report.notional);
    out_.number("unrealizedPnl", report.unrealizedPnl);
    out_.number("unrealizedFunding", position.unrealizedFunding);
    out_.number("returnOnEquity", report.returnOnEquity);
    out_.number("initialMargin", report.initialMargin);
    out_.number("maintenanceMargin", report.maintenanceMargin);
    out_.number("level", static_cast<double>(report.level));
    out_.number("effectiveLeverage", report.effectiveLeverage);
    out_.text("margin", word(position.margin));
    if (position.margin == MarginMode::Isolated) {
      out_.number("isolatedMargin", report.initialMargin).number("equity", report.equity);
    }
    out_.key("liquidation");
    writeLiquidation(out_, name(contract.underlying), report.markPrice, report.liquidation);
    out_.number("bankruptcyPrice", report.bankruptcyPrice).endObject();
  }

  JsonWriter& out_;
  const Scenario& scenario_;
  const Evaluation& evaluation_;
};

}  // namespace

void writeReport(JsonWriter& writer, const Evaluation& evaluation) {
  ReportWriter(writer, evaluation).write();
}

void writeErrors(JsonWriter& writer, const std::vector<Error>& errors) {
  writer.beginObject().key("errors").beginArray();
  for (const Error& error : errors) {
    writer.beginObject().text("code", word(error.code)).text("path", error.path);
    writer.text("message", error.message).endObject();
  }
  writer.endArray().endObject();
}

}  // namespace margin
