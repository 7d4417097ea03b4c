# SPDX-License-Identifier: Apache-2.0
# Every program of a build with MC_SANITIZE_THREAD tells ThreadSanitizer in which order Qt's calls happen
# (tests/support/tsan/qtorder.cpp); its tests fail when any program reports something.
add_library(mc_tsan_qtorder STATIC tests/support/tsan/qtorder.cpp)
target_link_libraries(mc_tsan_qtorder PRIVATE Qt6::Core)
target_link_libraries(mc_defaults INTERFACE mc_tsan_qtorder)
target_link_options(mc_defaults INTERFACE -Wl,--undefined=mc_tsan_qtorder)
foreach(symbol
        _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv
        _ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject
        _ZN11QMetaObject8activateEP7QObjectPKS_iPPv
)
    target_link_options(mc_defaults INTERFACE -Wl,--wrap=${symbol})
endforeach()

# Tests fork programs while they have threads. Qt locks unseen, but some of its unlocking is a jump, which looks like a
# call of ours on a mutex that nobody locked: no such reports; our own mutexes are locked by guards only. The longest
# history, since a report without its stack is not suppressed.
set(MC_TSAN_OPTIONS "suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan/tsan.supp"
    die_after_fork=0 report_mutex_bugs=0 history_size=7 exitcode=66)
list(JOIN MC_TSAN_OPTIONS ":" MC_TSAN_OPTIONS)
set(MC_TSAN_REPORTS ${PROJECT_BINARY_DIR}/tsan-reports)
add_custom_target(tsan_tests) # what ./dev tsan builds

# mc_tsan_test(<test> <target>): belongs to the run, and reports into files.
function(mc_tsan_test test target)
    add_dependencies(tsan_tests ${target})
    set_tests_properties(${test} PROPERTIES LABELS tsan FIXTURES_REQUIRED tsan_reports TIMEOUT 900)
    string(REPLACE "/" "-" file ${test})
    set_property(TEST ${test} APPEND PROPERTY
        ENVIRONMENT "TSAN_OPTIONS=${MC_TSAN_OPTIONS}:log_path=${MC_TSAN_REPORTS}/${file}")
endfunction()
