// SPDX-License-Identifier: MIT
#include "us_warnings.hpp"

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

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

class UsWarnings {
 public:
  UsWarnings(std::vector<Warning>& warnings, const std::string& path) : warnings_(warnings), path_(path) {}

  void add(std::string_view code, std::string_view at, std::initializer_list<std::string_view> message) {
    warnings_.push_back({std::string(code), joined({path_, at}), joined(message)});
  }

  /// @param at  Path to the position or the order, within the wallet.
  void ofContract(const Contract& contract, const std::string& at) {
    if (contract.assumed) {
      add("assumed", at + "/contract",
          {"The margins of ", contract.symbol, " are examples: the venue's are not published."});
    }
    if (contract.us->fees.assumed) {
      add("assumed", at + "/contract",
          {"The fees of ", contract.symbol,
           " are not all published: those that are missing stand as assumed."});
    }
  }

  void ofExpiry(const Contract& contract, const std::optional<Instant>& asOf, const std::string& at) {
    if (!contract.expires || !asOf || *asOf < *contract.expires) return;
    add("expired", at + "/contract", {contract.symbol, " has expired: it was settled in cash."});
  }

  void ofEquity(const UsReport& report) {
    if (report.positions.empty()) return;
    const std::string later = atSwitch(report);
    if (report.status == UsStatus::LiquidationRisk) {
      const bool intraday = report.regime == Regime::Intraday;
      add(intraday ? "intraday-usage" : "liquidation-risk", "",
          {intraday ? "Over 100 % of intraday margin" : "Equity is below the requirement in force",
           ": positions may be liquidated, for a fee of ", dollars(report.liquidationFee), "; ", later});
    }
    const bool lost = report.nextSwitch.regime != Regime::Intraday && report.nextSwitch.riskBuffer < 0;
    if (lost || report.status == UsStatus::Warning) {
      add("initial-usage", "",
          {lost ? "The positions cannot be kept: " : "Equity is below initial margin: ", later});
    }
  }

 private:
  std::vector<Warning>& warnings_;
  const std::string& path_;
};

}  // namespace

void warnOfUsWallet(std::vector<Warning>& warnings, const Scenario& scenario, const std::string& path,
                    const UsFuturesWallet& wallet, const UsReport& report) {
  UsWarnings warn(warnings, path);
  const std::vector<Contract>& contracts = scenario.rulebook->contracts();
  std::vector<char> told(contracts.size());
  for (std::size_t i = 0; i < wallet.positions.size(); ++i) {
    const ContractIndex index = wallet.positions[i].contract;
    const std::string at = "/positions/" + std::to_string(i);
    told[index] = 1;
    warn.ofContract(contracts[index], at);
    warn.ofExpiry(contracts[index], scenario.asOf, at);
  }
  for (std::size_t i = 0; i < wallet.orders.size(); ++i) {
    const ContractIndex index = wallet.orders[i].contract;
    if (std::exchange(told[index], 1) == 0) warn.ofContract(contracts[index], "/orders/" + std::to_string(i));
  }
  warn.ofEquity(report);
}

}  // namespace margin
