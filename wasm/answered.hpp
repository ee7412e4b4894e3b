// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace margin {

/// A document in, a document out: as Embind passes them.
template <std::string (*answer)(std::string_view)>
std::string answered(const std::string& document) {
  return answer(document);
}

}  // namespace margin
