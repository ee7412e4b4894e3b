# SPDX-License-Identifier: MIT
# compile_rulebooks(OUTPUT [WITHOUT FIELDS...] FILES FILES...)
# Compiles rulebook documents into a source file, as text without white space between values, and without some
# fields that hold lists of records. No text in a rulebook spans lines, holds a square bracket or ends in a comma
# and a space, and no such field comes first; tests compare what is compiled in with the files.
function(compile_rulebooks output)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "WITHOUT;FILES")
  set(entries "")
  foreach(file IN LISTS arg_FILES)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} document)
    string(REGEX REPLACE "\n *" "" document "${document}")
    string(REPLACE "\": " "\":" document "${document}")
    string(REPLACE ", \"" ",\"" document "${document}")
    string(REPLACE ", {" ",{" document "${document}")
    foreach(field IN LISTS arg_WITHOUT)
      string(REGEX REPLACE ",\"${field}\":\\[[^]]*\\]" "" document "${document}")
    endforeach()
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
