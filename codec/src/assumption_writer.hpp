// SPDX-License-Identifier: MIT
#pragma once

#include "json_writer.hpp"
#include "margin/rulebook.hpp"

namespace margin {

/// Writes what is assumed as a value.
inline void writeAssumption(JsonWriter& writer, const Assumption& assumption) {
  writer.beginObject().text("subject", assumption.subject).text("value", assumption.value);
  writer.text("reason", assumption.reason).endObject();
}

}  // namespace margin
