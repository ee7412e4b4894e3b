# SPDX-License-Identifier: MIT
# Header-only libraries of the system. Emscripten searches its own sysroot alone, and all of
# /usr/include would poison it: link just the one folder into the build tree.
function(header_only target folder probe)
  find_path(${folder}_INCLUDE NAMES ${folder}/${probe} PATHS /usr/include /usr/local/include
            NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  set(include "${CMAKE_BINARY_DIR}/header-only/${folder}")
  file(MAKE_DIRECTORY "${include}")
  file(CREATE_LINK "${${folder}_INCLUDE}/${folder}" "${include}/${folder}" SYMBOLIC)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE "${include}")
endfunction()

header_only(nlohmann_json::nlohmann_json nlohmann json.hpp)
if(NOT EMSCRIPTEN)
  header_only(CLI11::CLI11 CLI CLI.hpp)
endif()
