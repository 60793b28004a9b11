# A Debian package: the programs, and what `package_files` writes when it is made.
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
install(TARGETS drydockctl RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(DRYDOCK_BUILD_GUI)
  install(TARGETS drydock RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(FILES ${CMAKE_SOURCE_DIR}/resources/desktop/drydock.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${CMAKE_SOURCE_DIR}/resources/desktop/invalid.drydock.Drydock.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/drydock.svg
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(FILES ${CMAKE_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# What is made of the programs is made when they are installed, so that a build costs nothing.
set(files ${CMAKE_BINARY_DIR}/package-files)
install(CODE "execute_process(COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/linux/package_files ${CMAKE_RUNTIME_OUTPUT_DIRECTORY} ${files} ${CMAKE_COMMAND}
                              COMMAND_ERROR_IS_FATAL ANY)")
install(DIRECTORY ${files}/share/ DESTINATION ${CMAKE_INSTALL_DATADIR})

set(CPACK_PACKAGE_NAME drydock)
set(CPACK_PACKAGE_CONTACT "The Drydock authors <drydock@drydock.invalid>") # the project has no address
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Maintenance mode for Exchange DAG members")
set(CPACK_PACKAGE_DESCRIPTION
"Drydock puts a member of an Exchange database availability group into
maintenance and reinstates it, gently. It asks before it does anything that
could hurt, verifies each step by reading it back, and keeps on the disk what
was there before, so that a crash leaves a run that can be continued.
.
The package has the window (drydock), the same engine for the command line
(drydockctl), and a built-in lab to practise with.")
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, krb5-user")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gss-ntlmssp")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
