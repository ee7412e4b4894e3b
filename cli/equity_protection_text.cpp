// SPDX-License-Identifier: MIT
#include "equity_protection_text.hpp"

#include <string>
#include <utility>
#include <vector>

#include "margin/equity_protection.hpp"
#include "names_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

/// The sentences of one pool, in order.
class Story {
 public:
  Story(std::ostream& out, const Scenario& scenario, const Wallet& wallet, const PoolProtection& pool)
      : out_(out),
        rulebook_(*scenario.rulebook),
        us_(std::holds_alternative<UsFuturesWallet>(wallet)),
        currency_(currencyOf(wallet, *scenario.rulebook)),
        pool_(pool) {}

  void write() {
    out_ << (pool_.isolated ? "  Isolated position on " + symbolOf(*pool_.isolated, rulebook_)
                            : std::string("  Positions that share the wallet"))
         << ":\n";
    trigger();
    for (const ProtectionStep& step : pool_.steps) writeStep(step);
    remains();
    alerts();
  }

 private:
  std::string money(double value) const { return amountIn(currency_, value) + ' ' + currency_; }

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
    sentence(where + ": equity is " + money(boundary.marginEquity) +
             (us_ ? ", the requirement " : ", maintenance margin ") + money(boundary.maintenanceMargin) +
             '.');
  }

  /// Which positions are closed, at which marks and limits.
  std::string orders(const ProtectionStep& step) const {
    std::string text;
    for (const ClosingOrder& order : step.orders) {
      const bool sale = order.side == Side::Short;
      text += (text.empty() ? "" : "; ") + std::string(sale ? "sell " : "buy ") + amount(order.size) + ' ' +
              symbolOf(order.contract, rulebook_) + " at the mark " + amount(order.markPrice);
      if (order.limitPrice) {
        text += std::string(sale ? ", not below " : ", not above ") + amount(*order.limitPrice);
      }
    }
    return text;
  }

  /// What the amounts of the pool are after a step.
  std::string after(const ProtectionStep& step) const {
    std::string text = " Fee " + money(step.fee) + '.';
    if (step.kind != ProtectionKind::PartialLiquidation || !step.marginEquity) return text;
    text += " At the mark, equity is then " + money(*step.marginEquity) + " and maintenance margin " +
            money(step.maintenanceMargin.value_or(0));
    return text + (step.ends ? ": it ends here." : ": it goes on.");
  }

  void writeStep(const ProtectionStep& step) {
    switch (step.kind) {
      case ProtectionKind::PartialLiquidation:
        return sentence("A part of every position is closed: " + orders(step) + '.' + after(step));
      case ProtectionKind::FullLiquidation:
        return sentence(
            (number_ == 1 ? "Everything is closed: " : "If that does not end it, everything is closed: ") +
            orders(step) + '.' + after(step));
      case ProtectionKind::Assignment:
        return sentence("What finds no counterpart goes to liquidity providers at the limits.");
      case ProtectionKind::CoveredLiquidation:
        return sentence(
            "What they do not take is closed in the market, and the liquidity pool pays the slippage.");
      case ProtectionKind::Unwind:
        return sentence("The rest is closed against positions of the other side.");
      case ProtectionKind::ForcedClose:
        return sentence("The broker closes at market what it chooses; if all: " + orders(step) + '.' +
                        after(step));
    }
  }

  void remains() {
    std::string text = "There remain " + money(pool_.equityAtTrigger) + " if all is closed at these marks";
    if (pool_.equityAtLimit) text += ", " + money(*pool_.equityAtLimit) + " at the limits";
    sentence(text + "; the whole wallet is then worth " + money(pool_.portfolioValue) + '.');
    sentence(us_ ? "No price limits the loss: it can exceed the deposit, and is then owed."
                 : "The balance never falls below zero.");
  }

  void alerts() {
    std::string text;
    for (const Alert& alert : pool_.alerts) {
      text += (text.empty() ? "" : "; ") + priceAt(alert.ratio) + ", " + percent(alert.marginUsage) +
              " of equity used";
    }
    if (!text.empty()) sentence("Alerts to set oneself: " + text + '.');
  }

  std::ostream& out_;
  const Rulebook& rulebook_;
  const bool us_;
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
  if (!pools.empty()) out << "  The venue sends no margin call and no warning.\n";
  if (scenario.wallets.size() > 1) out << "  The other wallets of the account are not touched.\n";
}

}  // namespace margin
