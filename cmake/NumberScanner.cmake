# SPDX-License-Identifier: MIT
# number_scanner(TARGET): the C library's own strtod for a target, built to scan a double.
#
# As Emscripten ships it, it scans a long double of 128 bits whatever is asked for, which WebAssembly has only
# in software: 3 kB more on the wire. The library's sources stand beside the compiler and know a long double of
# 64 bits too; here they are told that it is one. Where the sources are not there, the library's stays.
function(number_scanner target)
  set(musl ${EMSCRIPTEN_ROOT_PATH}/system/lib/libc/musl/src)
  if(NOT EXISTS ${musl}/internal/floatscan.c OR NOT EXISTS ${musl}/stdlib/strtod.c)
    return()
  endif()
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/number_scanner)
  foreach(file internal/floatscan.c internal/floatscan.h stdlib/strtod.c)
    file(READ ${musl}/${file} text)
    # The public strtold keeps its type; nothing here calls it.
    string(REPLACE "long double strtold" "LONG_DOUBLE strtold" text "${text}")
    string(REPLACE "long double" "double" text "${text}")
    string(REPLACE "LONG_DOUBLE" "long double" text "${text}")
    string(REGEX REPLACE "LDBL_(MANT_DIG|MAX_EXP|MIN_EXP)" "DBL_\\1" text "${text}")
    string(REGEX REPLACE "(copysign|scalbn|fmod)l" "\\1" text "${text}")
    # No number that is read here is hexadecimal.
    string(REPLACE "return hexfloat(f, bits, emin, sign, pok);" "return 0;" text "${text}")
    get_filename_component(name ${file} NAME)
    file(CONFIGURE OUTPUT ${folder}/${name} CONTENT "${text}" @ONLY)
  endforeach()
  add_library(${target} OBJECT ${folder}/floatscan.c ${folder}/strtod.c)
  target_include_directories(${target} PRIVATE ${folder} ${musl}/internal ${musl}/include)
  target_compile_options(${target} PRIVATE ${MARGIN_SMALL} -w)
endfunction()
