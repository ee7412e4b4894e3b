// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace margin {

/// Lists the ids of the built-in rulebooks, or prints the one of an id.
int printRulebooks(const std::string& id);

/// Checks a rulebook document and prints what is wrong with it.
int checkRulebookDocument(const std::string& file);

/// Prints the terms of a contract, by a built-in rulebook or one in a file; without either, by the first of
/// those in force that lists it.
int printContract(const std::string& symbol, const std::string& rulebook);

}  // namespace margin
