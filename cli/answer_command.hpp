// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace margin {

/// A document in, a document or an errors document out.
using Answer = std::string (*)(std::string_view);

/// Prints the answer to a document; an errors document goes to standard error.
int printAnswer(const std::string& file, Answer answer);

}  // namespace margin
