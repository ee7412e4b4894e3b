// SPDX-License-Identifier: MIT
#include "report_writer.hpp"

#include <cstddef>

#include "iso_time.hpp"
#include "liquidation_writer.hpp"
#include "margin/explanation.hpp"
#include "margin/words.hpp"
#include "order_writer.hpp"
#include "position_writer.hpp"
#include "us_report_writer.hpp"

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
    const FeeFigures fees = feesOf(*scenario_.rulebook, scenario_.volume30d, out_.working());
    out_.key("fees").beginObject().number("maker", fees.maker).number("taker", fees.taker).endObject();
    out_.key("wallets").beginArray();
    for (std::size_t i = 0; i < evaluation_.wallets.size(); ++i) {
      const AnyReport& report = evaluation_.wallets[i];
      const Wallet& wallet = scenario_.wallets[i];
      if (const auto* multi = std::get_if<MultiCollateralWallet>(&wallet)) {
        multiCollateral(*multi, std::get<WalletReport>(report));
      } else if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
        singleCollateral(*single, std::get<WalletReport>(report));
      } else {
        writeUsWallet(out_, scenario_, std::get<UsFuturesWallet>(wallet), std::get<UsReport>(report));
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

  void multiCollateral(const MultiCollateralWallet& wallet, const WalletReport& report) {
    out_.beginObject().text("type", "multi-collateral").text("currency", "USD");
    amounts(report);
    out_.key("collateral").beginArray();
    for (std::size_t i = 0; i < report.collateral.size(); ++i) {
      holding(wallet.collateral[i], report.collateral[i]);
    }
    out_.endArray();
    withdrawable(report.withdrawable);
    answers(wallet, report);
    if (report.interest) interest(*report.interest);
    if (report.automaticConversion) automaticConversion(*report.automaticConversion);
    out_.endObject();
  }

  void singleCollateral(const SingleCollateralWallet& wallet, const WalletReport& report) {
    out_.beginObject().text("type", "single-collateral").text("currency", name(wallet.asset));
    amounts(report);
    const WalletInUsd& usd = *report.inUsd;
    out_.number("balanceUsd", usd.balance).number("unrealizedPnlUsd", usd.unrealizedPnl);
    out_.number("marginEquityUsd", usd.marginEquity).number("initialMarginUsd", usd.initialMargin);
    out_.number("maintenanceMarginUsd", usd.maintenanceMargin);
    out_.number("availableMarginUsd", usd.availableMargin).number("riskBufferUsd", usd.riskBuffer);
    out_.number("withdrawable", report.withdrawable.front().quantity);
    answers(wallet, report);
    out_.endObject();
  }

  void amounts(const WalletReport& report) {
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
  }

  /// What wallets of both kinds answer: positions, factors, costs, previews.
  template <class AnyWallet>
  void answers(const AnyWallet& wallet, const WalletReport& report) {
    const Rulebook& rulebook = *scenario_.rulebook;
    out_.key("positions").beginArray();
    for (std::size_t i = 0; i < report.positions.size(); ++i) {
      writePosition(out_, rulebook, wallet.positions[i], report.positions[i]);
    }
    out_.endArray();
    writeFactors(out_, rulebook, report.factors);
    funding(report);
    settlement(report);
    writeOrders(out_, rulebook, wallet.orders, report.orders);
    writeTransfers(out_, rulebook, wallet.transfers, report.transfers);
  }

  void holding(const Holding& holding, const HoldingReport& report) {
    out_.beginObject().text("asset", name(holding.asset)).number("quantity", holding.quantity);
    out_.number("price", report.price).number("value", report.value);
    out_.number("haircut", report.haircut).number("collateralValue", report.collateralValue).endObject();
  }

  void withdrawable(const std::vector<WithdrawableReport>& reports) {
    out_.key("withdrawable").beginArray();
    for (const WithdrawableReport& each : reports) {
      out_.beginObject().text("asset", name(each.asset)).number("quantity", each.quantity).endObject();
    }
    out_.endArray();
  }

  void funding(const WalletReport& report) {
    const FundingReport& funding = report.funding;
    out_.key("funding").beginObject().number("perHour", funding.perHour);
    out_.number("perSettlement", funding.perSettlement).number("perDay", funding.perDay);
    out_.number("perMonth", funding.perMonth).number("hoursToLiquidation", funding.hoursToLiquidation);
    if (funding.nextSettlement) out_.text("nextSettlement", isoTime(*funding.nextSettlement, 0));
    if (report.inUsd) {
      const FundingInUsd& usd = report.inUsd->funding;
      out_.number("perHourUsd", usd.perHour).number("perSettlementUsd", usd.perSettlement);
      out_.number("perDayUsd", usd.perDay).number("perMonthUsd", usd.perMonth);
    }
    out_.endObject();
  }

  void conversions(const Waterfall& waterfall) {
    out_.key("conversions").beginArray();
    for (const Conversion& each : waterfall.conversions) {
      out_.beginObject().text("asset", name(each.asset)).number("quantity", each.quantity);
      out_.number("proceeds", each.proceeds).number("fee", each.fee).endObject();
    }
    out_.endArray();
  }

  void settlement(const WalletReport& report) {
    const SettlementReport& settlement = report.settlement;
    out_.key("settlement").beginObject().number("realizedPnl", settlement.realizedPnl);
    out_.number("closeFee", settlement.closeFee);
    if (report.inUsd) {
      const SettlementInUsd& usd = report.inUsd->settlement;
      out_.number("realizedPnlUsd", usd.realizedPnl).number("closeFeeUsd", usd.closeFee);
    }
    conversions(settlement.waterfall);
    out_.key("balances").beginArray();
    for (const Holding& balance : settlement.waterfall.balances) {
      out_.beginObject().text("asset", name(balance.asset)).number("quantity", balance.quantity).endObject();
    }
    out_.endArray().number("uncovered", settlement.waterfall.uncovered).endObject();
  }

  void interest(const InterestReport& report) {
    out_.key("interest").beginObject().number("unrealizedLoss", report.unrealizedLoss);
    out_.number("usdCover", report.usdCover).number("charged", report.charged);
    out_.number("perDay", report.perDay).endObject();
  }

  void automaticConversion(const AutomaticConversion& report) {
    out_.key("automaticConversion").beginObject().number("owed", report.owed);
    out_.number("threshold", report.threshold);
    conversions(report.waterfall);
    out_.number("uncovered", report.waterfall.uncovered).endObject();
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
