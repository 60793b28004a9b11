# What a build for Windows takes from Debian's headers and sources, since no Debian package holds it for Windows. Included right
# after project() by the presets for Windows; `./build-windows` fills the folder.
#
# A package's own CMake file would put /usr/include on the command line, where glibc's headers lie as well. So the folders that are
# needed are linked into one of our own, and find_package() finds the targets defined here.
set(dependencies ${CMAKE_SOURCE_DIR}/build/windows-dependencies)
file(MAKE_DIRECTORY ${dependencies}/include)
foreach(folder boost nlohmann spdlog fmt CLI tl)
  if(NOT EXISTS /usr/include/${folder})
    message(FATAL_ERROR "/usr/include/${folder} is missing: run ./build-windows, which installs it")
  endif()
  file(CREATE_LINK /usr/include/${folder} ${dependencies}/include/${folder} SYMBOLIC)
endforeach()

# drydock_dependency(PACKAGE TARGET): an interface target of headers, under the name that the package gives it.
function(drydock_dependency package target)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE ${dependencies}/include)
  drydock_found(${package})
endfunction()
function(drydock_found package)
  string(TOLOWER ${package} name)
  file(WRITE ${CMAKE_FIND_PACKAGE_REDIRECTS_DIR}/${name}-config.cmake "# Defined in installer/windows/dependencies.cmake.\n")
  file(WRITE ${CMAKE_FIND_PACKAGE_REDIRECTS_DIR}/${name}-config-version.cmake "set(PACKAGE_VERSION_COMPATIBLE TRUE)\n")
endfunction()

include_directories(SYSTEM ${dependencies}/include) # tl/expected.hpp has no target
drydock_dependency(nlohmann_json nlohmann_json::nlohmann_json)
drydock_dependency(Boost Boost::headers)
drydock_dependency(CLI11 CLI11::CLI11)
drydock_dependency(spdlog spdlog::spdlog)
target_compile_definitions(spdlog::spdlog INTERFACE SPDLOG_FMT_EXTERNAL FMT_HEADER_ONLY=1)

add_compile_options(-Wa,-mbig-obj) # batches of files have more sections than COFF counts
add_library(pugixml STATIC ${dependencies}/pugixml/src/pugixml.cpp)
target_include_directories(pugixml SYSTEM PUBLIC ${dependencies}/pugixml/src)
set_target_properties(pugixml PROPERTIES AUTOMOC OFF AUTORCC OFF)
add_library(pugixml::pugixml ALIAS pugixml)
drydock_found(pugixml)

if(DRYDOCK_BUILD_TESTS)
  set(INSTALL_GTEST OFF)
  add_subdirectory(/usr/src/googletest ${CMAKE_BINARY_DIR}/googletest EXCLUDE_FROM_ALL SYSTEM)
  foreach(name gtest gtest_main gmock)
    if(NOT TARGET GTest::${name})
      add_library(GTest::${name} ALIAS ${name})
    endif()
  endforeach()
  drydock_found(GTest)
endif()
