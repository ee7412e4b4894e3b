// SPDX-License-Identifier: MIT
#pragma once

#include "json_writer.hpp"
#include "margin/codec.hpp"

namespace margin {

/// Writes a report document ("margin-report/1") of an evaluation that was not refused.
void writeReport(JsonWriter& writer, const Evaluation& evaluation);

/// Writes an errors document.
void writeErrors(JsonWriter& writer, const std::vector<Error>& errors);

}  // namespace margin
