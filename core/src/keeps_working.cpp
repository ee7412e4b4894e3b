// SPDX-License-Identifier: MIT
#include "margin/working.hpp"

namespace margin {

const bool kKeepsWorking = true;

}  // namespace margin
