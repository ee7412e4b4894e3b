# SPDX-License-Identifier: MIT
# Installs the library, builds examples/cpp on what was installed, by CMake and by pkg-config, and compares its answers.
# What has not changed since the last time is not built again.
cmake_minimum_required(VERSION 3.25)
set(installed ${build}/installed)
set(example ${source}/examples/cpp)

# run(OUTPUT COMMAND...): what a command writes; a test that fails where the command does.
function(run output)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY OUTPUT_STRIP_TRAILING_WHITESPACE)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

function(expect_equal text expected)
  if(NOT text STREQUAL expected)
    message(FATAL_ERROR "expected “${expected}”, got “${text}”")
  endif()
endfunction()

run(_ ${CMAKE_COMMAND} --install ${build} --prefix ${installed})

# Nothing that a program would need beside the library, or that is only on this machine.
file(GLOB_RECURSE interface ${installed}/include/* ${installed}/${libraries}/cmake/* ${installed}/${libraries}/pkgconfig/*)
foreach(file IN LISTS interface)
  file(READ ${file} text)
  foreach(word nlohmann -Werror ${source})
    string(FIND "${text}" "${word}" place)
    if(NOT place EQUAL -1)
      message(FATAL_ERROR "${file} names ${word}")
    endif()
  endforeach()
endforeach()

# 98,000 x + 500,000 (x - 1) = 5,000, with x the price of BTC over 100,000: x = 505 / 598.
set(answer "Liquidated where BTC falls to 84448.16 USD.")

set(by_cmake ${build}/installed-example)
run(_ ${CMAKE_COMMAND} -S ${example} -B ${by_cmake} -G Ninja -D CMAKE_PREFIX_PATH=${installed}
  -D CMAKE_CXX_COMPILER=${compiler} "-D CMAKE_CXX_FLAGS=${flags} -Wall -Wextra -Werror")
run(_ ${CMAKE_COMMAND} --build ${by_cmake})
run(text ${by_cmake}/liquidation)
expect_equal("${text}" "${answer}")

set(ENV{PKG_CONFIG_PATH} ${installed}/${libraries}/pkgconfig)
run(text pkg-config --modversion margin)
expect_equal("${text}" ${version})
run(options pkg-config --cflags --libs margin)
separate_arguments(options UNIX_COMMAND "${options}")
# With every header, to see that none includes what is not installed.
file(GLOB_RECURSE headers RELATIVE ${installed}/include ${installed}/include/*)
list(TRANSFORM headers PREPEND "-include;")
set(by_pkgconfig ${by_cmake}/liquidation-by-pkg-config)
run(_ ${compiler} -std=c++20 ${flags} ${headers} ${example}/liquidation.cpp -o ${by_pkgconfig} ${options})
run(text ${by_pkgconfig})
expect_equal("${text}" "${answer}")

# A scenario that is wrong.
file(WRITE ${by_cmake}/wrong.json [[{"format": "margin-scenario/1", "rulebook": "kraken-global", "wallets": [
  {"type": "multi-collateral", "collateral": [{"asset": "BTC", "quantity": -1}], "positions": []}]}]])
execute_process(COMMAND ${by_cmake}/liquidation ${by_cmake}/wrong.json
  RESULT_VARIABLE exit OUTPUT_VARIABLE text ERROR_VARIABLE errors)
if(NOT exit EQUAL 2 OR NOT text STREQUAL "" OR NOT errors MATCHES "out-of-range at /wallets/0/collateral/0/quantity: ")
  message(FATAL_ERROR "a wrong scenario: exit ${exit}, ${text}${errors}")
endif()

# A version that is not there.
find_package(margin 99 QUIET PATHS ${installed} NO_DEFAULT_PATH)
expect_equal("${margin_FOUND} ${margin_CONSIDERED_VERSIONS}" "0 ${version}")
