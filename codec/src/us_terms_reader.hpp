// SPDX-License-Identifier: MIT
#pragma once

#include "margin/us_terms.hpp"
#include "reader.hpp"

namespace margin {

/// The fields that only contracts of type us have.
UsTerms readUsTerms(ObjectReader& reader);

}  // namespace margin
