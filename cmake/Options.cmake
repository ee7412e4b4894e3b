# SPDX-License-Identifier: MIT
# Flags every target of the project is built with.
add_library(margin_options INTERFACE)
target_compile_features(margin_options INTERFACE cxx_std_20)
target_compile_options(margin_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
  # A fused multiply-add rounds once where native and WebAssembly must round twice alike.
  -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of GCC 12 and 13 in inlined library code at -O3.
  target_compile_options(margin_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
# Paths in the binary relative to the source: two checkouts give the same bytes.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")

option(MARGIN_SANITIZE "Build with address and undefined-behaviour sanitizers" OFF)
if(MARGIN_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
option(MARGIN_FUZZ "Build the fuzzer (clang) in place of the tests" OFF)
if(MARGIN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(EMSCRIPTEN)
  # Nothing throws: input is refused by data, and the JSON parser reports to its handler. Without
  # exceptions the module is 4.5 kB smaller on the wire and a quarter faster.
  # What runs vectors also copies blocks and rounds by one instruction each.
  add_compile_options(-fno-exceptions -flto -msimd128 -mbulk-memory -mnontrapping-fptoint -msign-ext)
  add_link_options(-fno-exceptions -flto)
  # What an evaluation costs is the download. Emscripten forbids all inlining at this level unless it is asked
  # for, and then each access to a vector is a call: larger, and slower by half.
  set(MARGIN_SMALL -Oz -finline-functions)
  # The Node of a third party does not look where Debian keeps the libraries that the linker's
  # optimiser needs.
  if(EXISTS /usr/share/nodejs/acorn)
    set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
  endif()
endif()
