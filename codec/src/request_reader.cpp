// SPDX-License-Identifier: MIT
#include "request_reader.hpp"

#include "report_writer.hpp"
#include "scenario_reader.hpp"

namespace margin {
namespace {

ContractType typeOf(const Wallet& wallet) noexcept {
  if (std::holds_alternative<SingleCollateralWallet>(wallet)) return ContractType::Inverse;
  return std::holds_alternative<UsFuturesWallet>(wallet) ? ContractType::Us : ContractType::Linear;
}

}  // namespace

RequestReader::RequestReader(std::string_view requestJson, std::string_view format, std::string_view what,
                             Request& request)
    : request_(request) {
  parse(requestJson, document_);
  refusals_.take(std::move(document_.errors));
  if (!document_.complete) return;
  fields_.emplace(document_.root, Place(), refusals_, what);
  fields_->requireWord<int>("format", {{format, 1}});
  const Value* scenario = fields_->require("scenario", "a scenario");
  const Range wallets{0, 1e6, false, false, "the index of a wallet, counted from 0"};
  const double wallet = fields_->number("wallet", wallets).value_or(0);
  if (!scenario) return;
  request_.scenario = readScenario(*scenario, fields_->at("scenario"), refusals_);
  if (!refusals_.empty()) return;
  request_.wallet = static_cast<std::size_t>(wallet);
  if (wallet != static_cast<double>(request_.wallet) || request_.wallet >= request_.scenario.wallets.size()) {
    refusals_.add(ErrorCode::OutOfRange, fields_->at("wallet"), "The scenario has no wallet of this index.");
    return;
  }
  ready_ = true;
}

bool RequestReader::finish() {
  if (ready_) fields_->finish();
  request_.errors = refusals_.take();
  return request_.errors.empty();
}

std::optional<AssetIndex> RequestReader::asset(const Place& place, std::string_view name) {
  const auto found = rulebook().findAsset(name);
  if (!found) {
    refusals_.add(ErrorCode::Unknown, place, {"Not an asset of rulebook ", rulebook().id, "."});
  } else if (!(request_.scenario.market.indexPrice[*found] > 0)) {
    refusals_.add(ErrorCode::Missing, place, {"The scenario has no price of ", name, "."});
  } else {
    return found;
  }
  return std::nullopt;
}

std::optional<AssetIndex> RequestReader::collateral(ObjectReader& reader, std::string_view key) {
  const auto name = reader.requireName(key, "the name of an asset");
  const auto found = name ? asset(reader.at(key), *name) : std::nullopt;
  if (!found) return std::nullopt;
  const auto* single = std::get_if<SingleCollateralWallet>(&request_.asked());
  const bool us = std::holds_alternative<UsFuturesWallet>(request_.asked());
  const AssetIndex only = single ? single->asset : kUsd;
  if ((single || us) && *found != only) {
    refusals_.add(ErrorCode::Inconsistent, reader.at(key),
                  {"This wallet holds ", rulebook().assets()[only].name, " alone."});
    return std::nullopt;
  }
  if (!single && !us && !rulebook().assets()[*found].collateral) {
    refusals_.add(ErrorCode::Inconsistent, reader.at(key), "Not an asset that is accepted as collateral.");
    return std::nullopt;
  }
  return found;
}

std::optional<ContractIndex> RequestReader::contract(ObjectReader& reader) {
  const auto name = reader.requireName("contract", "the symbol of a contract");
  if (!name) return std::nullopt;
  const Place place = reader.at("contract");
  const auto found = rulebook().findContract(*name);
  if (!found) {
    refusals_.add(ErrorCode::Unknown, place, {"Not a contract of rulebook ", rulebook().id, "."});
    return std::nullopt;
  }
  const Contract& contract = rulebook().contracts()[*found];
  const auto* single = std::get_if<SingleCollateralWallet>(&request_.asked());
  if (contract.type != typeOf(request_.asked()) || (single && single->asset != contract.underlying)) {
    refusals_.add(ErrorCode::Inconsistent, place, "The wallet does not trade contracts like this one.");
    return std::nullopt;
  }
  Market& market = request_.scenario.market;
  if (!(market.indexPrice[contract.underlying] > 0)) {
    refusals_.add(ErrorCode::Missing, place,
                  {"The scenario has no price of ", rulebook().assets()[contract.underlying].name, "."});
    return std::nullopt;
  }
  double& mark = market.markPrice[*found];
  if (mark == 0) mark = market.indexPrice[contract.underlying];
  return found;
}

std::optional<std::optional<AssetIndex>> RequestReader::factorNamed(std::string_view name,
                                                                    const Place& place) {
  if (name == "market") return std::optional<AssetIndex>();
  const auto found = asset(place, name);
  if (!found) return std::nullopt;
  if (*found == kUsd) {
    refusals_.add(ErrorCode::Inconsistent, place, "The price of USD does not move.");
    return std::nullopt;
  }
  return found;
}

std::optional<std::optional<AssetIndex>> RequestReader::factor(ObjectReader& reader) {
  const auto name = reader.requireName("factor", "the name of an asset, or market");
  return name ? factorNamed(*name, reader.at("factor")) : std::nullopt;
}

std::optional<Survival> RequestReader::survival(ObjectReader& reader) {
  const auto moving = factor(reader);
  const bool byMove = reader.find("move");
  const bool byPrice = reader.find("price");
  const auto move = reader.number("move", kMove);
  const auto price = reader.number("price", kPositive);
  if (byMove == byPrice) {
    refusals_.add(byMove ? ErrorCode::Inconsistent : ErrorCode::Missing, reader.at("move"),
                  "Give the move as a fraction, or the price in its place.");
    return std::nullopt;
  }
  if (!moving || (byMove ? !move : !price)) return std::nullopt;
  if (byPrice && !*moving) {
    refusals_.add(ErrorCode::Inconsistent, reader.at("price"), "The market has no price: give its move.");
    return std::nullopt;
  }
  Survival goal;
  goal.factor = *moving;
  goal.move = byMove ? *move : *price / currentOf(*moving, request_.scenario.market) - 1;
  if (goal.move >= kMove.least && goal.move <= kMove.most) return goal;
  refusals_.add(ErrorCode::OutOfRange, reader.at("price"),
                "Must lie between a millionth and a million times today's price.");
  return std::nullopt;
}

std::string errorsOf(const Request& request) {
  JsonWriter out;
  writeErrors(out, request.errors);
  return out.take();
}

void writeAsked(JsonWriter& out, const Request& request) {
  out.number("wallet", static_cast<double>(request.wallet));
  const auto* single = std::get_if<SingleCollateralWallet>(&request.asked());
  out.text("currency", request.scenario.rulebook->assets()[single ? single->asset : kUsd].name);
}

std::string_view factorName(std::optional<AssetIndex> factor, const Rulebook& rulebook) noexcept {
  return factor ? std::string_view(rulebook.assets()[*factor].name) : "market";
}

double currentOf(std::optional<AssetIndex> factor, const Market& market) noexcept {
  return factor ? market.indexPrice[*factor] : 1;
}

}  // namespace margin
