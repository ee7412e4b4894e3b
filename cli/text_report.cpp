// SPDX-License-Identifier: MIT
#include "text_report.hpp"

#include <cstddef>
#include <string>

#include "multi_text.hpp"
#include "names_text.hpp"
#include "single_text.hpp"
#include "text_table.hpp"
#include "us_text_report.hpp"

namespace margin {
namespace {

void writeWallet(std::ostream& out, std::size_t number, const Scenario& scenario, const Wallet& wallet,
                 const AnyReport& any) {
  if (const auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    return writeUsText(out, number, scenario, *us, std::get<UsReport>(any));
  }
  const auto& report = std::get<WalletReport>(any);
  out << "\nWallet " << number << " (" << typeOf(wallet) << "): " << words(report.status) << '\n';
  if (const auto* multi = std::get_if<MultiCollateralWallet>(&wallet)) {
    writeMultiText(out, scenario, *multi, report);
  } else {
    writeSingleText(out, scenario, std::get<SingleCollateralWallet>(wallet), report);
  }
}

}  // namespace

void writeHeading(std::ostream& out, const Scenario& scenario) {
  if (!scenario.title.empty()) out << plain(scenario.title) << '\n';
  out << "Rulebook " << plain(scenario.rulebook->id) << ", effective " << scenario.rulebook->effective
      << ". Amounts in USD where no other currency is named. An estimate, not advice.\n";
}

void writeText(std::ostream& out, const Evaluation& evaluation) {
  const Scenario& scenario = evaluation.scenario;
  writeHeading(out, scenario);
  for (std::size_t i = 0; i < evaluation.wallets.size(); ++i) {
    writeWallet(out, i + 1, scenario, scenario.wallets[i], evaluation.wallets[i]);
  }
  if (!evaluation.warnings.empty()) out << '\n';
  for (const Warning& warning : evaluation.warnings) {
    out << "Note " << warning.path << ": " << plain(warning.message) << '\n';
  }
}

}  // namespace margin
