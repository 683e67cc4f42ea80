# What `cmake --install` puts beside the program, and `cpack -G DEB` (needs dpkg-dev, for the list of libraries).
include(GNUInstallDirs)
install(FILES packaging/traff.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/traff.sv.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/sv/man1 RENAME traff.1)
install(FILES packaging/traff.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME traff)
install(FILES packaging/copyright docs/LICENCES.md docs/content-format.md docs/publishing.md docs/diagnostics.md docs/theme.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY themes/default DESTINATION ${CMAKE_INSTALL_DATADIR}/traff/themes)  # for authors to copy from; the program has its own

set(CPACK_PACKAGE_CONTACT "The maintainers of traff")
set(CPACK_PACKAGE_DESCRIPTION "Träff turns a folder or git repository of Markdown into a searchable website for a network of teachers, one page a meeting. The site works from a web server and from a disk.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # what is built is packed; the tests are none of it
include(CPack)
