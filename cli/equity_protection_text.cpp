// SPDX-License-Identifier: MIT
#include "equity_protection_text.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "margin/equity_protection.hpp"
#include "names_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

/// Parts of a sentence with a word between them.
std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

/// The sentences of one pool, in order.
class Story {
 public:
  Story(std::ostream& out, const Scenario& scenario, const Wallet& wallet, const PoolProtection& pool)
      : out_(out),
        rulebook_(*scenario.rulebook),
        wallet_(wallet),
        us_(std::holds_alternative<UsFuturesWallet>(wallet)),
        multi_(std::holds_alternative<MultiCollateralWallet>(wallet)),
        currency_(currencyOf(wallet, *scenario.rulebook)),
        pool_(pool) {}

  void write() {
    out_ << (pool_.isolated ? "  The isolated position on " + symbolOf(*pool_.isolated, rulebook_)
                            : std::string("  The positions that share the wallet"))
         << ":\n";
    trigger();
    goes();
    for (const ProtectionStep& step : pool_.steps) writeStep(step);
    remains();
    alerts();
  }

 private:
  /// Of a coin with its dollars at the trigger.
  std::string money(double value) const {
    const std::string text = amountIn(currency_, value) + ' ' + currency_;
    if (us_ || multi_) return text;
    return text + " (" + amount(value * pool_.current * pool_.trigger.ratio) + " USD)";
  }
  std::string symbol(const ClosingOrder& order) const { return symbolOf(order.contract, rulebook_); }

  void sentence(const std::string& text) { out_ << "  " << ++number_ << ". " << text << '\n'; }

  /// E.g. "BTC 84,448.16 (-15.55 %)".
  std::string priceAt(double ratio) const {
    const std::string change = signedPercent(ratio - 1);
    if (!pool_.factor) return "all crypto at " + change;
    return assetName(*pool_.factor, rulebook_) + ' ' + amount(pool_.current * ratio) + " (" + change + ')';
  }

  void trigger() {
    const Boundary& boundary = pool_.trigger;
    const std::string where = boundary.ratio == 1 ? "It is in liquidation at today's prices"
                                                  : "Liquidation begins at " + priceAt(boundary.ratio);
    sentence(where + ": equity is then " + money(boundary.marginEquity) + ", no more than the " +
             (us_ ? "requirement of " : "maintenance margin of ") + money(boundary.maintenanceMargin) +
             ". Mark prices decide, not the last trade.");
  }

  /// The positions of the pool, each at its mark.
  void goes() {
    std::vector<std::string> positions;
    for (const ProtectionStep& step : pool_.steps) {
      if (step.kind != ProtectionKind::FullLiquidation && step.kind != ProtectionKind::ForcedClose) continue;
      for (const ClosingOrder& order : step.orders) positions.push_back(closedBy(order));
    }
    std::string text = "It takes " + joined(positions, ", and ") + '.';
    if (pool_.isolated) text += " Nothing else in the wallet is touched.";
    if (!pool_.isolated && holdsIsolated()) text += " Isolated positions are not touched.";
    sentence(text);
  }

  bool holdsIsolated() const {
    const auto* multi = std::get_if<MultiCollateralWallet>(&wallet_);
    return multi && std::any_of(multi->positions.begin(), multi->positions.end(),
                                [](const Position& each) { return each.margin == MarginMode::Isolated; });
  }

  /// E.g. "the long of 5.00 PF_XBTUSD at its mark of 84,448.16": the whole position.
  std::string closedBy(const ClosingOrder& order) const {
    double size = order.size;
    for (const ProtectionStep& step : pool_.steps) {
      // What parts that did not end it have closed before.
      if (step.kind != ProtectionKind::PartialLiquidation || step.ends) continue;
      for (const ClosingOrder& part : step.orders) size += part.contract == order.contract ? part.size : 0;
    }
    return std::string(order.side == Side::Short ? "the long of " : "the short of ") + amount(size) + ' ' +
           symbol(order) + " at its mark of " + amount(order.markPrice);
  }

  /// What is bought or sold, and at which price at worst.
  std::string orders(const ProtectionStep& step) const {
    std::vector<std::string> texts;
    for (const ClosingOrder& order : step.orders) {
      const bool sale = order.side == Side::Short;
      std::string text = std::string(sale ? "sell " : "buy ") + amount(order.size) + ' ' + symbol(order);
      if (order.limitPrice) {
        text += std::string(sale ? ", not below " : ", not above ") + amount(*order.limitPrice) +
                " (equity is 0 at " + amount(order.zeroEquityPrice.value_or(0)) + ')';
      } else {
        text += ", at no limit";
      }
      texts.push_back(std::move(text));
    }
    return joined(texts, "; ");
  }

  std::string fee(const ProtectionStep& step) const {
    if (us_) return " It costs a fee of " + money(step.fee) + '.';
    if (!multi_) return " There is no liquidation fee.";
    return " Liquidation fee: " + money(step.fee) + " (assumed).";
  }

  void partial(const ProtectionStep& step) {
    const bool first = number_ == 2;
    sentence(std::string(first ? "First a part of it is closed: " : "Then another part: ") + orders(step) +
             '.' + fee(step) + " Traded at the mark, that leaves equity of " +
             money(step.marginEquity.value_or(0)) + " and maintenance margin of " +
             money(step.maintenanceMargin.value_or(0)) + ": it " + (step.ends ? "ends here." : "goes on."));
  }

  /// Whether a part closed is enough where it trades at the mark.
  bool partEnds() const {
    return std::any_of(pool_.steps.begin(), pool_.steps.end(), [](const ProtectionStep& step) {
      return step.kind == ProtectionKind::PartialLiquidation && step.ends;
    });
  }

  void full(const ProtectionStep& step) {
    std::string text = "All of it is closed at once: ";
    if (number_ > 2) {
      text = partEnds() ? "If that finds no counterpart, all of it is closed at once: "
                        : "That is not enough, and all that is left is closed at once: ";
    }
    text += orders(step) + '.' + fee(step);
    for (const ClosingOrder& order : step.orders) {
      if (!order.filled) continue;
      text += " The order book given takes " + amount(*order.filled) + ' ' + symbol(order) + '.';
    }
    sentence(text + " Whatever trades better than the limit is yours to keep.");
  }

  void assignment(const ProtectionStep& step) {
    std::vector<std::string> rest;
    for (const ClosingOrder& order : step.orders) rest.push_back(amount(order.size) + ' ' + symbol(order));
    sentence("Assignment: what finds no counterpart" +
             (rest.empty() ? "" : ", " + joined(rest, " and ") + ',') +
             " goes to liquidity providers at the limits.");
  }

  void writeStep(const ProtectionStep& step) {
    switch (step.kind) {
      case ProtectionKind::PartialLiquidation:
        return partial(step);
      case ProtectionKind::FullLiquidation:
        return full(step);
      case ProtectionKind::Assignment:
        return assignment(step);
      case ProtectionKind::CoveredLiquidation:
        return sentence(
            "Covered liquidation: what they do not take is closed in the market, and the venue's liquidity "
            "pool "
            "pays the slippage.");
      case ProtectionKind::Unwind:
        return sentence("Unwind: the rest is closed against positions of traders on the other side.");
      case ProtectionKind::ForcedClose:
        return sentence("The broker closes at market what it chooses; if all: " + orders(step) + '.' +
                        fee(step));
    }
  }

  void remains() {
    std::string text =
        "What remains of it: " + money(pool_.equityAtTrigger) + " if all is closed at these marks";
    if (pool_.equityAtLimit) text += ", " + money(*pool_.equityAtLimit) + " if at the limits";
    text += ". The whole wallet" + std::string(multi_ ? ", before haircuts," : "") + " is worth " +
            money(pool_.portfolioValue) + " once all is closed at these marks.";
    sentence(text);
    if (us_) return sentence("No price limits the loss: it can exceed the deposit, and is then owed.");
    sentence(pool_.isolated ? "It loses no more than the margin set apart for it: it never falls below zero."
                            : "The balance never falls below zero: nothing is owed beyond it.");
  }

  void alerts() {
    std::vector<std::string> texts;
    for (const Alert& alert : pool_.alerts) {
      texts.push_back(priceAt(alert.ratio) + ", where " + percent(alert.marginUsage) + " of equity is used");
    }
    if (!texts.empty()) sentence("Alerts to set yourself: " + joined(texts, "; ") + '.');
  }

  std::ostream& out_;
  const Rulebook& rulebook_;
  const Wallet& wallet_;
  const bool us_;
  const bool multi_;
  const std::string currency_;
  const PoolProtection& pool_;
  int number_ = 0;
};

}  // namespace

void writeProtection(std::ostream& out, const Scenario& scenario, std::size_t index) {
  const Wallet& wallet = scenario.wallets[index];
  out << "\nWallet " << index + 1 << " (" << typeOf(wallet) << ")\n";
  const auto pools = equityProtection(wallet, termsOf(scenario));
  if (pools.empty()) out << "  No price liquidates it.\n";
  for (const PoolProtection& pool : pools) Story(out, scenario, wallet, pool).write();
  std::vector<std::string> others;
  for (std::size_t other = 0; other < scenario.wallets.size(); ++other) {
    if (other != index) others.push_back(std::to_string(other + 1));
  }
  if (!others.empty()) {
    out << "  Other wallets are not touched: " << joined(others, ", ") << ".\n";
  }
  if (pools.empty()) return;
  out << "  The venue makes no margin call and sends no warning.\n  Assumed, for it is not published:\n";
  for (const Assumption& each : protectionAssumptions(scenario, wallet)) {
    out << "    " << each.subject << ": " << each.value << ". " << each.reason << '\n';
  }
}

}  // namespace margin
