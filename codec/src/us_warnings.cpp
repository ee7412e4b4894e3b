// SPDX-License-Identifier: MIT
#include "us_warnings.hpp"

#include <cmath>

#include "iso_time.hpp"
#include "json_writer.hpp"
#include "reader.hpp"

namespace margin {
namespace {

/// Dollars, to the cent.
std::string dollars(double amount) {
  JsonWriter digits;
  digits.number(std::round(amount * 100) / 100);
  return digits.take() + " USD";
}

/// What is required from the next switch on, as the end of a sentence.
std::string atSwitch(const UsReport& report) {
  return joined({"from ", isoTimeInChicago(report.nextSwitch.time), " on they require ",
                 dollars(report.nextSwitch.requirement), "; equity is ", dollars(report.equity), "."});
}

}  // namespace

void warnOfUsWallet(std::vector<Warning>& warnings, const Scenario& scenario, const std::string& path,
                    const UsFuturesWallet& wallet, const UsReport& report) {
  for (std::size_t i = 0; i < wallet.positions.size(); ++i) {
    const Contract& contract = scenario.rulebook->contracts()[wallet.positions[i].contract];
    if (!contract.assumed) continue;
    warnings.push_back(
        {"assumed", path + "/positions/" + std::to_string(i) + "/contract",
         joined({"The margins of ", contract.symbol, " are examples: the venue's are not published."})});
  }
  const bool intraday = report.regime == Regime::Intraday;
  if (report.status == UsStatus::LiquidationRisk) {
    warnings.push_back(
        {intraday ? "intraday-usage" : "liquidation-risk", path,
         joined({intraday ? "Over 100 % of intraday margin" : "Equity is below the requirement in force",
                 ": positions may be liquidated, for a fee of ", dollars(report.liquidationFee), "; ",
                 atSwitch(report)})});
  }
  const bool lost = report.nextSwitch.regime != Regime::Intraday && report.nextSwitch.riskBuffer < 0;
  if (!wallet.positions.empty() && (lost || report.status == UsStatus::Warning)) {
    warnings.push_back({"initial-usage", path,
                        joined({lost ? "The positions cannot be kept: " : "Equity is below initial margin: ",
                                atSwitch(report)})});
  }
}

}  // namespace margin
