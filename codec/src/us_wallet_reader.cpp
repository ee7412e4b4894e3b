// SPDX-License-Identifier: MIT
#include "us_wallet_reader.hpp"

#include "order_reader.hpp"

namespace margin {
namespace {

int readLiquidations(ObjectReader& reader) {
  constexpr Range kCount{0, 1e6, false, false, "a whole number from 0 to 1000000"};
  const double count = reader.number("liquidations", kCount).value_or(0);
  const int whole = static_cast<int>(count);
  if (whole != count) {
    reader.refusals().add(ErrorCode::OutOfRange, reader.at("liquidations"), {"Must be ", kCount.words, "."});
  }
  return whole;
}

}  // namespace

UsFuturesWallet readUsFutures(ObjectReader& reader, WalletParts& parts) {
  UsFuturesWallet wallet;
  parts.requireClock(reader.place());
  wallet.cash = reader.requireNumber("cash", kAnyAmount).value_or(0);
  wallet.news = reader.boolean("news").value_or(false);
  wallet.carried = reader.boolean("carried").value_or(false);
  wallet.liquidations = readLiquidations(reader);
  parts.list(reader, "positions", "a list of positions", [&](const Value& item, const Place& at) {
    ObjectReader position(item, at, parts.refusals(), "a position");
    wallet.positions.push_back(parts.position(position, ContractType::Us));
    position.finish();
  });
  wallet.orders = readOrders(reader, parts, ContractType::Us, wallet.positions);
  wallet.transfers = readTransfers(reader, parts, kUsd);
  return wallet;
}

}  // namespace margin
