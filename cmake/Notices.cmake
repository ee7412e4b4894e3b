# SPDX-License-Identifier: MIT
# Collects the licences of what is compiled into the module, as the system's packages state them:
# nlohmann/json, and Emscripten with its libraries (musl, libc++, Embind).
function(write_notices output)
  set(notices "Compiled into the WebAssembly module\n====================================\n")
  foreach(package nlohmann-json3-dev emscripten)
    set(copyright /usr/share/doc/${package}/copyright)
    if(EXISTS ${copyright})
      file(READ ${copyright} text)
      string(APPEND notices "\n## ${package}\n\n${text}")
    else()
      message(WARNING "${copyright} is not there: the notices lack ${package}")
    endif()
  endforeach()
  file(WRITE ${output} "${notices}")
endfunction()
