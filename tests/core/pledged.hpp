// SPDX-License-Identifier: MIT
#pragma once

#include "venue.hpp"

namespace margin::test {

/// The article's account: 1 BTC of 100,000 at a haircut of 2 % (and 0.5 % to convert it), and 5 more bought
/// there, of class A: 1 % of 500,000 to keep. Liquidated where 98,000 x + 500,000 (x - 1) = 5,000.
struct Pledged {
  Venue venue;
  AssetIndex btc = venue.asset("BTC", 100000, 0.02, 0.005);
  ContractIndex contract = venue.linear(btc);
  MultiCollateralWallet wallet;

  Pledged() {
    wallet.collateral = {{btc, 1}};
    wallet.positions = {open(contract, Side::Long, 5, 100000)};
  }
  Terms terms() const { return venue.terms(); }
};

inline constexpr double kPledgedLiquidation = 505.0 / 598;

}  // namespace margin::test
