// SPDX-License-Identifier: MIT
// Steps of a working as people read them.
#pragma once

#include <string>
#include <string_view>

#include "margin/rulebook.hpp"
#include "margin/working.hpp"

namespace margin {

/// Writes a number.
using NumberText = std::string (*)(double);

/// What a step does with its operands, e.g. "size × markPrice"; empty of an input.
///
/// @param number  Writes the operands as their values; nullptr: they stand as their names.
std::string formulaOf(const Working& working, StepIndex step, NumberText number = nullptr);

/// E.g. "USD per unit"; empty where there is none. A view of the working or of its rulebook.
std::string_view unitOf(const Step& step) noexcept;

/// The document that a figure's formula, or an input, comes from; empty where it needs none.
std::string sourceOf(const Step& step, const Rulebook& rulebook);

}  // namespace margin
