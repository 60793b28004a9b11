# The licence texts of the parts and the bill of materials (installer/sbom.cmake), made when the package is made. dpkg knows the
# compiler's DLLs where they lie on this machine; those of Qt are named by resources/parts.json.
set(libraries ${compiler}/libgcc_s_seh-1.dll ${compiler}/libstdc++-6.dll /usr/x86_64-w64-mingw32/lib/libwinpthread-1.dll)
foreach(module Core Gui Widgets Network Concurrent)
  list(APPEND libraries $<TARGET_FILE:Qt6::${module}>)
endforeach()
set(files ${CMAKE_BINARY_DIR}/package-files)
install(CODE "execute_process(COMMAND \"${CMAKE_COMMAND}\" -D \"LIBRARIES=${libraries}\" -D SYSTEM=winnt -D VERSION=${PROJECT_VERSION}
  -D QT_VERSION=${Qt6_VERSION} -D COMMON=ON -D \"OUTPUT=${files}\" -P \"${CMAKE_SOURCE_DIR}/installer/sbom.cmake\" COMMAND_ERROR_IS_FATAL ANY)")
install(DIRECTORY ${files}/ DESTINATION .)
install(FILES ${CMAKE_SOURCE_DIR}/CHANGELOG.md DESTINATION .)
