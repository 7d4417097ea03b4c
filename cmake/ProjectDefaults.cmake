# SPDX-License-Identifier: Apache-2.0
# Every target links mc_defaults; there are no directory-scoped flags or include paths.
add_library(mc_defaults INTERFACE)
add_library(mc::defaults ALIAS mc_defaults)
target_compile_features(mc_defaults INTERFACE cxx_std_20)
target_include_directories(mc_defaults INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/models)
target_compile_definitions(
    mc_defaults
    INTERFACE QT_NO_CAST_FROM_ASCII
              QT_NO_CAST_TO_ASCII
              QT_NO_CAST_FROM_BYTEARRAY
              QT_NO_URL_CAST_FROM_STRING
              QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
              QT_NO_CONTEXTLESS_CONNECT
              QT_NO_FOREACH
              QT_NO_JAVA_STYLE_ITERATORS
              QT_USE_QSTRINGBUILDER
              QT_DISABLE_DEPRECATED_BEFORE=0x060400
)
target_compile_options(
    mc_defaults
    INTERFACE $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall
              -Wextra
              -Wpedantic
              -Wshadow
              -Wnon-virtual-dtor
              -Woverloaded-virtual
              -Wcast-qual>
              $<$<CXX_COMPILER_ID:MSVC>:/W4
              /utf-8
              /permissive->
)
option(MC_WARNINGS_AS_ERRORS "Fail on any warning (CI does)" OFF)
if(MC_WARNINGS_AS_ERRORS)
    target_compile_options(mc_defaults INTERFACE $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Werror> $<$<CXX_COMPILER_ID:MSVC>:/WX>)
endif()
# A file that is compiled together with its neighbours is not a header, whatever its types are made of.
if(CMAKE_UNITY_BUILD)
    target_compile_options(mc_defaults INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

option(MC_SANITIZE_ADDRESS "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(MC_SANITIZE_THREAD "ThreadSanitizer" OFF)
option(MC_FUZZ "libFuzzer programs of the parsers, counting what they cover (clang)" OFF)
if(MC_FUZZ)
    set(fuzz_options -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fprofile-instr-generate -fcoverage-mapping)
    target_compile_options(mc_defaults INTERFACE ${fuzz_options} -fno-omit-frame-pointer)
    target_link_options(mc_defaults INTERFACE ${fuzz_options})
    target_compile_definitions(mc_defaults INTERFACE _GLIBCXX_ASSERTIONS QT_FORCE_ASSERTS)
endif()
if(MC_SANITIZE_ADDRESS)
    target_compile_options(mc_defaults INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(mc_defaults INTERFACE -fsanitize=address,undefined)
    target_compile_definitions(mc_defaults INTERFACE _GLIBCXX_ASSERTIONS QT_FORCE_ASSERTS)
elseif(MC_SANITIZE_THREAD)
    target_compile_options(mc_defaults INTERFACE -fsanitize=thread)
    target_link_options(mc_defaults INTERFACE -fsanitize=thread)
    include(cmake/ThreadSanitizer.cmake)
endif()

find_program(MC_MOLD mold)
if(MC_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    target_link_options(mc_defaults INTERFACE -fuse-ld=mold)
endif()

# mc_add_library(<target> SOURCES … PUBLIC … PRIVATE …): one static library per layer.
function(mc_add_library target)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${target} STATIC ${arg_SOURCES})
    target_link_libraries(${target} PUBLIC mc::defaults ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
endfunction()
