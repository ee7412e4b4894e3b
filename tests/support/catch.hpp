// SPDX-License-Identifier: MIT
// Catch2 2.13 and 3 differ in their headers, and in where names stand.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
// Without a namespace in 2.13.
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
