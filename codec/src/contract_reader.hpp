// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string_view>

#include "margin/rulebook.hpp"
#include "reader.hpp"

namespace margin {

/// The names of the schedules that a rulebook gives, those that were refused among them.
using ScheduleNames = std::set<std::string_view>;

/// Reads one contract of a rulebook whose assets and schedules are read, and adds it.
void readContract(Rulebook& rulebook, const Value& value, const Place& place, const ScheduleNames& schedules,
                  Refusals& refusals);

}  // namespace margin
