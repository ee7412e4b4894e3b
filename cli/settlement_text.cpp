// SPDX-License-Identifier: MIT
#include "settlement_text.hpp"

#include <vector>

#include "names_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

void conversions(std::ostream& out, const Rulebook& rulebook, const std::vector<Conversion>& sales) {
  for (const Conversion& sale : sales) {
    const std::string asset = assetName(sale.asset, rulebook);
    out << "  " << amountIn(asset, sale.quantity) << ' ' << asset << " is sold for " << amount(sale.proceeds)
        << " USD, after a conversion fee of " << amount(sale.fee) << " USD\n";
  }
}

}  // namespace

void writeSettlement(std::ostream& out, const Rulebook& rulebook, const SettlementReport& report,
                     const std::string& currency) {
  out << "\n  If everything were closed now at its mark: " << amountIn(currency, report.realizedPnl) << ' '
      << currency << " realised, " << amountIn(currency, report.closeFee) << ' ' << currency << " of fees\n";
  conversions(out, rulebook, report.waterfall.conversions);
  out << "  There remain";
  const char* before = " ";
  for (const Holding& balance : report.waterfall.balances) {
    const std::string asset = assetName(balance.asset, rulebook);
    out << before << amountIn(asset, balance.quantity) << ' ' << asset;
    before = ", ";
  }
  out << (report.waterfall.balances.empty() ? " no balances\n" : "\n");
  if (report.waterfall.uncovered > 0) {
    out << "  Nothing covers " << amountIn(currency, report.waterfall.uncovered) << ' ' << currency << '\n';
  }
}

void writeAutomaticConversion(std::ostream& out, const Rulebook& rulebook,
                              const AutomaticConversion& report) {
  out << "\n  " << amount(report.owed) << " USD is owed; beyond " << amount(report.threshold)
      << " USD the venue converts collateral by itself\n";
  conversions(out, rulebook, report.waterfall.conversions);
  if (report.waterfall.uncovered > 0) {
    out << "  " << amount(report.waterfall.uncovered) << " USD stays owed\n";
  }
}

}  // namespace margin
