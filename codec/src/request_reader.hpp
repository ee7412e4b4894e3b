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

/// How far a price can move in a request.
inline constexpr Range kMove{kMinRatio - 1, kMaxRatio - 1, false, false,
                             "a move from -0.999999 to 999999 (-0.3 is a fall of 30 %)"};

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
  /// An asset whose price moves, or "market" (the inner nullopt); nullopt where it was refused.
  std::optional<std::optional<AssetIndex>> factorNamed(std::string_view name, const Place& place);
  /// The same of a member.
  std::optional<std::optional<AssetIndex>> factor(ObjectReader& reader);
  /// "factor", and "move" or "price"; nullopt where it was refused.
  std::optional<Survival> survival(ObjectReader& reader);

 private:
  std::optional<AssetIndex> asset(const Place& place, std::string_view name);

  Request& request_;
  Document document_;
  Refusals refusals_;
  std::optional<ObjectReader> fields_;
  bool ready_ = false;
};

/// The errors of a request as a document.
std::string errorsOf(const Request& request);

/// The fields by which every answer says what it is of: "wallet" and "currency".
void writeAsked(JsonWriter& out, const Request& request);

/// The name of a factor in documents.
std::string_view factorName(std::optional<AssetIndex> factor, const Rulebook& rulebook) noexcept;

/// Today's price of a factor; 1 of the market.
double currentOf(std::optional<AssetIndex> factor, const Market& market) noexcept;

}  // namespace margin
