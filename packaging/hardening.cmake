# The flags that Debian hardens its programs with (dpkg-buildflags, hardening=+all). Not together with the sanitizers,
# which check the same and more.
if(TRAFF_SANITIZE OR TRAFF_FUZZ)
  return()
endif()
set(TRAFF_HARDENED ON)
include(CheckCXXCompilerFlag)
add_compile_options(-fPIE -fstack-protector-strong -Wformat -Werror=format-security)
foreach(flag -fstack-clash-protection -fcf-protection)  # not on every machine and compiler
  string(MAKE_C_IDENTIFIER has${flag} has)
  check_cxx_compiler_flag(${flag} ${has})
  if(${has})
    add_compile_options(${flag})
  endif()
endforeach()
add_compile_options($<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
add_link_options(-pie -Wl,-z,relro -Wl,-z,now)
