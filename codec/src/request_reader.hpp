// SPDX-License-Identifier: MIT
// The parts that requests share.
#pragma once

#include <optional>
#include <string_view>

#include "document.hpp"
#include "json_writer.hpp"
#include "margin/requests.hpp"
#include "reader.hpp"

namespace margin {

/// Reads a request: its scenario and its wallet by itself, the rest by being asked for.
class RequestReader {
 public:
  /// @param format   The word of the request's format.
  /// @param what     The request in words, e.g. "a curve request".
  /// @param request  Receives the scenario, and at finish() what was refused.
  RequestReader(std::string_view requestJson, std::string_view format, std::string_view what,
                Request& request);

  /// Whether the scenario is right, so that names can be looked up in it. Else only it is told of.
  bool ready() const noexcept { return ready_; }
  /// Refuses what was not asked for; whether nothing was refused.
  bool finish();

  const Rulebook& rulebook() const noexcept { return *request_.scenario.rulebook; }
  ObjectReader& fields() noexcept { return *fields_; }
  Refusals& refusals() noexcept { return refusals_; }

  /// An asset with a price that the wallet can hold; nullopt where it was refused.
  std::optional<AssetIndex> collateral(ObjectReader& reader, std::string_view key);
  /// A contract of the wallet's type with a mark; nullopt where it was refused.
  std::optional<ContractIndex> contract(ObjectReader& reader);
  /// The member of this name: an asset, or "market" (the inner nullopt); nullopt where it was refused.
  std::optional<std::optional<AssetIndex>> factor(ObjectReader& reader);
  /// "factor", and "move" or "price"; nullopt where it was refused.
  std::optional<Survival> survival(ObjectReader& reader);

 private:
  std::optional<AssetIndex> asset(ObjectReader& reader, std::string_view key, std::string_view name);

  Request& request_;
  Document document_;
  Refusals refusals_;
  std::optional<ObjectReader> fields_;
  bool ready_ = false;
};

/// The errors of a request as a document.
std::string errorsOf(const Request& request);

/// The name of a factor in documents.
std::string_view factorName(std::optional<AssetIndex> factor, const Rulebook& rulebook) noexcept;

/// Today's price of a factor; 1 of the market.
double currentOf(std::optional<AssetIndex> factor, const Market& market) noexcept;

}  // namespace margin
