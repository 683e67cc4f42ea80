# embed_files(TARGET FOLDER PREFIX [FOLDER PREFIX …]) makes a static library with every file of the
# folders, byte for byte, and the header embedded_files.h:
#   namespace traff { struct EmbeddedFile { std::string_view path, bytes; };
#                     std::span<const EmbeddedFile> embedded_files();   (sorted by path)
#                     std::string_view embedded_file(std::string_view path); }   ("" when there is none)
# The assembler's .incbin reads 1 MB in well under 0.1 s where a C array takes seconds.
function(embed_files target)
  set(dir ${CMAKE_CURRENT_BINARY_DIR}/${target})
  set(paths "")
  set(folders ${ARGN})
  while(folders)
    list(POP_FRONT folders folder prefix)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
    foreach(file IN LISTS found)
      list(APPEND paths "${prefix}/${file}|${folder}/${file}")
    endforeach()
  endwhile()
  list(SORT paths)

  set(assembly ".section .rodata\n")
  set(declarations "")
  set(rows "")
  set(inputs "")
  set(number 0)
  foreach(pair IN LISTS paths)
    string(REPLACE "|" ";" pair "${pair}")
    list(GET pair 0 path)
    list(GET pair 1 file)
    set(symbol ${target}_${number})
    string(APPEND assembly ".global ${symbol}\n${symbol}:\n.incbin \"${file}\"\n.global ${symbol}_end\n${symbol}_end:\n.byte 0\n")
    string(APPEND declarations "extern const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "      {\"${path}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    list(APPEND inputs ${file})
    math(EXPR number "${number}+1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")

  file(CONFIGURE OUTPUT ${dir}/data.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${dir}/embedded_files.h CONTENT
"#pragma once
#include <span>
#include <string_view>
namespace traff {
struct EmbeddedFile { std::string_view path, bytes; };
std::span<const EmbeddedFile> embedded_files();
std::string_view embedded_file(std::string_view path);
}
" @ONLY)
  file(CONFIGURE OUTPUT ${dir}/table.cpp CONTENT
"#include \"embedded_files.h\"
#include <cstddef>
extern \"C\" {
${declarations}}
namespace traff {
std::span<const EmbeddedFile> embedded_files() {
  static const EmbeddedFile files[] = {
${rows}  };
  return files;
}
std::string_view embedded_file(std::string_view path) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == path) return file.bytes;
  }
  return {};
}
}
" @ONLY)
  add_library(${target} STATIC ${dir}/data.S ${dir}/table.cpp)
  target_include_directories(${target} PUBLIC ${dir})
  set_source_files_properties(${dir}/data.S PROPERTIES OBJECT_DEPENDS "${inputs}")
endfunction()
