# A ZIP to unpack and an NSIS installer: `cpack` in build/windows. Both hold the programs and every DLL that they load and that
# Windows does not have.
set(qt ${CMAKE_SOURCE_DIR}/build/windows-dependencies/qt)
install(TARGETS drydock drydockctl RUNTIME_DEPENDENCY_SET drydock_dlls RUNTIME DESTINATION .)
foreach(module Core Gui Widgets Network Concurrent)
  install(FILES $<TARGET_FILE:Qt6::${module}> DESTINATION .)
endforeach()
# By the name of the file, since nothing in the programs imports them: the window, its style, TLS and the formats of pictures.
foreach(plugin platforms/qwindows styles/qwindowsvistastyle tls/qschannelbackend imageformats/qico)
  get_filename_component(folder ${plugin} DIRECTORY)
  install(FILES ${qt}/plugins/${plugin}.dll DESTINATION ${folder})
endforeach()
set(CMAKE_GET_RUNTIME_DEPENDENCIES_PLATFORM windows+pe)
set(CMAKE_GET_RUNTIME_DEPENDENCIES_TOOL objdump)
find_program(CMAKE_GET_RUNTIME_DEPENDENCIES_COMMAND x86_64-w64-mingw32-objdump REQUIRED)
execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=libstdc++-6.dll OUTPUT_VARIABLE library OUTPUT_STRIP_TRAILING_WHITESPACE)
get_filename_component(compiler ${library} DIRECTORY)
install(RUNTIME_DEPENDENCY_SET drydock_dlls
  PRE_INCLUDE_REGEXES "^lib(gcc|stdc|winpthread)"
  PRE_EXCLUDE_REGEXES ".*"
  DIRECTORIES ${compiler} /usr/x86_64-w64-mingw32/lib
  RUNTIME DESTINATION .)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION . RENAME LICENSE.txt)
install(FILES ${CMAKE_SOURCE_DIR}/README.md DESTINATION .)
include(${CMAKE_CURRENT_LIST_DIR}/licenses.cmake)
# The last step of an installation, after the programs are stripped.
set(sign ${CMAKE_CURRENT_LIST_DIR}/sign)
install(CODE "set(folder \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
  execute_process(COMMAND \"${sign}\" \"\${folder}/drydock.exe\" \"\${folder}/drydockctl.exe\" COMMAND_ERROR_IS_FATAL ANY)")

set(CPACK_PACKAGE_NAME Drydock)
set(CPACK_PACKAGE_VENDOR "The Drydock authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_FILE_NAME drydock-${PROJECT_VERSION}-windows-x64)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Drydock)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_EXECUTABLES drydock Drydock)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR ZIP NSIS)
set(CPACK_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR}) # the installer is ours: NSIS.template.in
set(CPACK_DRYDOCK_ICON ${CMAKE_BINARY_DIR}/drydock.ico)
set(CPACK_DRYDOCK_SIGN ${sign})
include(CPack)
