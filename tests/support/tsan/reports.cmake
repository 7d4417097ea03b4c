# SPDX-License-Identifier: Apache-2.0
# Before and after the tests of a ThreadSanitizer run: cmake -DFOLDER=… -DSTEP=forget|check -P reports.cmake
# The programs that tests start report into files, too, whatever their tests make of their end.
if(STEP STREQUAL "forget")
    file(REMOVE_RECURSE ${FOLDER})
    file(MAKE_DIRECTORY ${FOLDER})
    return()
endif()
file(GLOB_RECURSE reports ${FOLDER}/*)
foreach(report IN LISTS reports)
    file(READ ${report} text)
    message("${text}")
endforeach()
if(reports)
    list(LENGTH reports count)
    message(FATAL_ERROR "${count} programs with reports of ThreadSanitizer, in ${FOLDER}")
endif()
