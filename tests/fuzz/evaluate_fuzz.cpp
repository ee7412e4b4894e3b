// SPDX-License-Identifier: MIT
// Any text is answered with a document: a report or errors, never a crash, never NaN or infinity.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "margin/codec.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string answer = margin::evaluate({reinterpret_cast<const char*>(data), size});
  const std::string_view text = answer;
  const bool report = text.rfind("{\"format\":\"margin-report/1\"", 0) == 0;
  const bool errors = text.rfind("{\"errors\":[{", 0) == 0;
  if (!report && !errors) std::abort();
  if (report && (text.find(":nan") != text.npos || text.find("inf,") != text.npos)) std::abort();
  return 0;
}
