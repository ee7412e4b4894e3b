# SPDX-License-Identifier: MIT
# Compiles rulebook documents into a source file, as text without white space between values. No text in a
# rulebook spans lines or ends in a comma and a space; a test compares what is compiled in with the files.
function(compile_rulebooks output)
  set(entries "")
  foreach(file IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} document)
    string(REGEX REPLACE "\n *" "" document "${document}")
    string(REPLACE "\": " "\":" document "${document}")
    string(REPLACE ", \"" ",\"" document "${document}")
    string(REPLACE ", {" ",{" document "${document}")
    string(JSON id ERROR_VARIABLE fault GET "${document}" id)
    get_filename_component(name ${file} NAME_WE)
    if(fault OR NOT id STREQUAL name)
      message(FATAL_ERROR "${file} must be a rulebook with the id ${name}: ${fault}")
    endif()
    string(APPEND entries "      {\"${id}\", R\"rulebook(${document})rulebook\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT "// Made from rulebooks/ by the build.
#include \"margin/codec.hpp\"

namespace margin {

const std::vector<BuiltInRulebook>& builtInRulebooks() {
  static const std::vector<BuiltInRulebook> kRulebooks = {
@entries@  };
  return kRulebooks;
}

}  // namespace margin
")
endfunction()
