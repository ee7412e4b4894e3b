// SPDX-License-Identifier: MIT
#include "contract_page.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>

#include "text_table.hpp"

namespace margin {
namespace {

/// A label and what stands beside it.
using Line = std::array<std::string, 2>;

void lines(std::ostream& out, const std::vector<Line>& rows) {
  std::size_t width = 0;
  for (const Line& row : rows) width = std::max(width, row[0].size());
  for (const Line& row : rows) {
    out << "  " << row[0] << std::string(width - row[0].size() + 2, ' ') << row[1] << '\n';
  }
}

/// Whole numbers with their thousands apart.
std::string quantity(double value) {
  const std::string text = amount(value);
  return value == std::floor(value) ? text.substr(0, text.find('.')) : digits(value);
}

/// Cents, and more digits only where there are more.
std::string usd(double value) {
  const double cents = value * 100;
  const bool whole = std::fabs(cents - std::round(cents)) < 1e-9;
  return (value >= 1 ? amount(value) : whole ? printed("%.2f", value) : digits(value)) + " USD";
}

void addIf(std::vector<Line>& rows, const char* label, const std::optional<double>& value) {
  if (value) rows.push_back({label, digits(*value)});
}

std::string timeOfDay(int minutes) {
  std::array<char, 16> text;
  std::snprintf(text.data(), text.size(), "%02d:%02d", minutes / 60, minutes % 60);
  return text.data();
}

std::string hours(const Session& session) {
  const bool overnight = session.open >= session.close;
  return std::string(overnight ? "Sunday" : "Monday") + " to Friday, " + timeOfDay(session.open) + " to " +
         timeOfDay(session.close) + (overnight ? " of the next day" : "") + ", Chicago";
}

std::string maturity(const Contract& contract) {
  if (contract.perpetual) return "perpetual";
  return contract.expiry ? "expires " + *contract.expiry : "dated";
}

/// What contracts of all types have.
void writeCommon(std::vector<Line>& rows, const Rulebook& rulebook, const Contract& contract) {
  rows.push_back({"underlying", plain(rulebook.assets()[contract.underlying].name)});
  rows.push_back({"maturity", maturity(contract)});
  addIf(rows, "tick, USD", contract.tick);
  addIf(rows, "lot, contracts", contract.lot);
  if (contract.maxPosition)
    rows.push_back({"largest position", quantity(*contract.maxPosition) + " contracts"});
}

void writeUs(std::ostream& out, const Rulebook& rulebook, const Contract& contract) {
  const UsTerms& terms = *contract.us;
  std::vector<Line> rows = {{"exchange", plain(terms.exchange)},
                            {"value per point", usd(terms.valuePerPoint)}};
  if (!terms.contractMonths.empty()) rows.push_back({"contract months", plain(terms.contractMonths)});
  rows.push_back({"trading hours", hours(terms.session)});
  writeCommon(rows, rulebook, contract);
  const UsFees& fees = terms.fees;
  rows.push_back({"exchange fee", usd(fees.exchange)});
  rows.push_back({"NFA fee", usd(fees.nfa)});
  rows.push_back({"clearing fee", usd(fees.clearing)});
  rows.push_back({"commission", usd(fees.commission)});
  rows.push_back({"all fees, a side", usd(fees.total())});
  rows.push_back({"all fees, round turn", usd(2 * fees.total())});
  rows.push_back({"intraday margin", usd(terms.intradayMargin)});
  for (const QuantityMargin& step : terms.quantityMargins) {
    rows.push_back({"  from " + quantity(step.from) + " contracts", "x " + digits(step.factor)});
  }
  rows.push_back({"initial margin", usd(terms.initialMargin)});
  rows.push_back({"maintenance margin", usd(terms.maintenanceMargin)});
  lines(out, rows);
  if (contract.assumed) out << "\nMargins here are examples, not published figures: enter your own.\n";
  if (fees.assumed)
    out << "\nNot all fees are published: those that are missing stand as assumed. Enter your own.\n";
}

void writeSchedule(std::ostream& out, const MarginSchedule& schedule, const char* from) {
  std::vector<Row> rows = {{"level", from, "initial", "maintenance", "leverage at most"}};
  for (const MarginLevel& level : schedule.levels()) {
    rows.push_back({std::to_string(rows.size()), quantity(level.from), percent(level.initial),
                    percent(level.maintenance), printed("%.3g x", 1 / level.initial)});
  }
  table(out, rows);
}

void writeScheduled(std::ostream& out, const Rulebook& rulebook, const Contract& contract) {
  const bool inverse = contract.type == ContractType::Inverse;
  const std::string unit = inverse ? "USD" : plain(rulebook.assets()[contract.underlying].name);
  std::vector<Line> rows = {{"type", inverse ? "inverse" : "linear"},
                            {"contract size", digits(contract.contractSize) + " " + unit}};
  writeCommon(rows, rulebook, contract);
  addIf(rows, "funding coefficient", contract.fundingCoefficient);
  if (contract.maxFundingRate) {
    rows.push_back({"funding at most", percent(*contract.maxFundingRate) + " an hour"});
  }
  lines(out, rows);
  const char* from = inverse ? "from contracts" : "from USD";
  out << '\n';
  writeSchedule(out, rulebook.schedule(contract, Client::Professional), from);
  if (contract.retailSchedule) {
    out << "\n  Retail clients:\n";
    writeSchedule(out, rulebook.schedule(contract, Client::Retail), from);
  }
  if (contract.assumed) out << "\nThe margin schedule is an assumption: its class is not published.\n";
}

}  // namespace

void writeContract(std::ostream& out, const Rulebook& rulebook, const Contract& contract) {
  out << plain(contract.symbol);
  if (contract.us && !contract.us->title.empty()) out << ", " << plain(contract.us->title);
  out << "\nRulebook " << plain(rulebook.id) << ", effective " << rulebook.effective << ".\n\n";
  if (contract.us) {
    writeUs(out, rulebook, contract);
  } else {
    writeScheduled(out, rulebook, contract);
  }
}

}  // namespace margin
