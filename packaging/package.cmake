# What `cmake --install` puts beside the program, and `cpack -G DEB` (needs dpkg-dev, for the list of libraries).
include(GNUInstallDirs)
install(FILES packaging/traff.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/traff.sv.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/sv/man1 RENAME traff.1)
install(FILES packaging/traff.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME traff)

set(CPACK_PACKAGE_CONTACT "The maintainers of traff")
set(CPACK_PACKAGE_DESCRIPTION "Träff turns a folder or git repository of Markdown into a searchable website for a network of teachers, one page a meeting. The site works from a web server and from a disk.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
