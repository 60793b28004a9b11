# Writes the header of build_info.cpp. It runs in each build, and rewrites the header only when a fact has changed:
# cmake -D SOURCE=… -D HEADER=… -D VERSION=… -D COMPILER=… -D CONFIGURATION=… -P build_facts.cmake
#
# The commit is git's. In an archive that `git archive` made, git has written it into archived_commit.txt. A source tree without
# either has none, and so has one that lies in the repository of another project.
cmake_minimum_required(VERSION 3.25)
file(READ ${CMAKE_CURRENT_LIST_DIR}/archived_commit.txt archived)
set(commit "")
set(date "")
set(changed false)
if(archived MATCHES "^([0-9a-f]+) ([0-9-]+)")
  set(commit ${CMAKE_MATCH_1})
  set(date ${CMAKE_MATCH_2})
else()
  set(ENV{GIT_OPTIONAL_LOCKS} 0)
  function(ask_git out)
    execute_process(COMMAND git -C ${SOURCE} ${ARGN} OUTPUT_VARIABLE answer ERROR_QUIET RESULT_VARIABLE failed
                    OUTPUT_STRIP_TRAILING_WHITESPACE)
    set(${out} "${answer}" PARENT_SCOPE)
    set(failed "${failed}" PARENT_SCOPE)
  endfunction()
  ask_git(above rev-parse --show-prefix)
  if(failed STREQUAL "0" AND above STREQUAL "")
    ask_git(commit log -1 --format=%H)
    ask_git(date log -1 --format=%cs)
    ask_git(changes status --porcelain --untracked-files=no)
    if(NOT changes STREQUAL "")
      set(changed true)
    endif()
  endif()
endif()
string(SUBSTRING "${commit}" 0 12 commit)
file(CONFIGURE OUTPUT ${HEADER} @ONLY CONTENT "// Written by model/domain/build_facts.cmake.
#pragma once

#define DRYDOCK_BUILD_VERSION \"@VERSION@\"
#define DRYDOCK_COMMIT \"@commit@\"
#define DRYDOCK_COMMIT_DATE \"@date@\"
#define DRYDOCK_COMMIT_CHANGED @changed@
#define DRYDOCK_COMPILER \"@COMPILER@\"
#define DRYDOCK_CONFIGURATION \"@CONFIGURATION@\"
")
