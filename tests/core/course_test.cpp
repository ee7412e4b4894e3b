// SPDX-License-Identifier: MIT
#include "course.hpp"

#include "catch.hpp"

using namespace margin;
using Catch::Matchers::WithinRel;

TEST_CASE("A sum keeps what additions round away", "[sum]") {
  Sum sum;
  sum += 1e16;
  sum += 1.0;
  sum += -1e16;
  CHECK(sum.value() == 1);
  Sum part(0.1);
  sum += part;
  sum -= part;
  CHECK(sum.value() == 1);
}

TEST_CASE("A root that rounding moves out of its piece is clamped, not lost", "[course]") {
  // Equity bends where it meets the requirement: the root of either piece lies at the bend.
  Course course;
  const double bend = 1.0 / 3;
  course.equity += Line{3, 0};
  course.requirement += Line{0, 1};
  course.equity.bends.push_back({bend, Line{3, 0}, Line{7, bend * -4}, false});
  const auto found = boundaries(course, 7 + bend * -4 - 1);
  REQUIRE(found.size() == 1);
  CHECK_THAT(found[0].ratio, WithinRel(bend, 1e-15));
}

TEST_CASE("A touch at a bend is no boundary", "[course]") {
  // |x - 2| above zero everywhere but at 2.
  Course course;
  course.equity += Line{-1, 2};
  course.equity.bends.push_back({2, Line{-1, 2}, Line{1, -2}, false});
  CHECK(boundaries(course, 1).empty());
}

TEST_CASE("A jump at today's price is judged from today on", "[course]") {
  Course course;
  course.equity += Line{0, 5};
  course.requirement += Line{0, 1};
  course.requirement.bends.push_back({1, Line{0, 1}, Line{0, 9}, true});
  const auto found = boundaries(course, 5 - 9);
  REQUIRE(found.size() == 1);
  CHECK(found[0].ratio == 1);
  CHECK(found[0].maintenanceMargin == 9);
}
