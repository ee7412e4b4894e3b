// SPDX-License-Identifier: MIT
// Curves, maps and backwards answers as people read them.
#pragma once

#include <ostream>

#include "margin/requests.hpp"

namespace margin {

/// The curve as a table of its points.
void writeText(std::ostream& out, const CurveAnswer& answer);

/// The map as characters, safe and liquidated, with today's place, and the ends of its lines.
void writeText(std::ostream& out, const MapAnswer& answer);

/// A sentence for each question.
void writeText(std::ostream& out, const InverseAnswer& answer);

}  // namespace margin
