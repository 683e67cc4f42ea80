# The commit that `traff --version` tells of is put into the finished program: no file is compiled again for a new commit,
# and the linker's build id, by which sites and caches know the program that made them, stays the same.
# A packager without git gives it: -DTRAFF_COMMIT=3fb1c2d4e5f6. An archive of the sources has none.
set(TRAFF_COMMIT "" CACHE STRING "The commit that the program is built of, 7 to 16 digits; empty = ask git")
if(NOT TRAFF_COMMIT MATCHES "^([0-9a-f]+)?$")
  message(FATAL_ERROR "TRAFF_COMMIT is no commit: ${TRAFF_COMMIT}")
endif()
if(CMAKE_SCRIPT_MODE_FILE)
  set(commit "${TRAFF_COMMIT}")
  if(commit STREQUAL "" AND EXISTS ${SOURCE}/.git)
    execute_process(COMMAND git -C ${SOURCE} rev-parse --short=12 HEAD OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  if(NOT commit MATCHES "^[0-9a-f]+$")
    set(commit "")
  endif()
  string(SUBSTRING "${commit}                 " 0 16 digits)
  file(CONFIGURE OUTPUT ${OUT} CONTENT "${digits}\n" @ONLY NEWLINE_STYLE LF)  # as long as what it replaces, and touched only when it differs
  return()
endif()

if(NOT CMAKE_OBJCOPY)
  return()
endif()
set(commit_file ${CMAKE_CURRENT_BINARY_DIR}/commit.txt)
set(moved "")
if(EXISTS ${PROJECT_SOURCE_DIR}/.git)
  execute_process(COMMAND git -C ${PROJECT_SOURCE_DIR} rev-parse --path-format=absolute --git-path logs/HEAD
                  OUTPUT_VARIABLE moved OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT EXISTS "${moved}")
    set(moved "")
  endif()
endif()
add_custom_command(OUTPUT ${commit_file} DEPENDS ${PROJECT_SOURCE_DIR}/packaging/commit.cmake ${moved}
                   COMMAND ${CMAKE_COMMAND} -DSOURCE=${PROJECT_SOURCE_DIR} -DTRAFF_COMMIT=${TRAFF_COMMIT} -DOUT=${commit_file}
                           -P ${PROJECT_SOURCE_DIR}/packaging/commit.cmake VERBATIM)
add_custom_target(traff_commit DEPENDS ${commit_file})
add_dependencies(traff traff_commit)
set_property(TARGET traff APPEND PROPERTY LINK_DEPENDS ${commit_file})
add_custom_command(TARGET traff POST_BUILD
                   COMMAND ${CMAKE_OBJCOPY} --update-section .traff_commit=${commit_file} $<TARGET_FILE:traff> VERBATIM)
