# Who may use whom: the table of the house, and the refusal of everything else.
#
# A module is a folder under src/ with include/collega/<module>/ (its face) and src/ (its inside). Its CMakeLists.txt says
#   collega_module(engines/language USES base LINKS stemmer FACE_LINKS ... EMBED data/...)
# (LINKS are seen by its inside alone, FACE_LINKS also by who uses its face, TEST_USES by its tests alone, NAMESPACE is for
# a name that C++ keeps for itself) and gets a static library `collega_<module>` and, from its *_test.cpp, a test program `<module>_test`.

# The modules that exist, in the order of the house.
set(COLLEGA_MODULES
  base
  engines/language engines/privacy engines/skills engines/statistics
  documents
  kernel/store kernel/store_testing
  kernel/ledger
  kernel/people
  kernel/identity
  kernel/library
  kernel/register
  kernel/operations
  connectors/models
  gateway
  desks/hiring
  desks/skills
  desks/administration
  desks/oversight
  desks/workbench
  surfaces/cli
  surfaces/http
  surfaces/openai
  main
  )

# A room may use the rooms of its row. `engines`, `kernel`, `desks` and `surfaces` name the floor; a row of a single module
# comes before the row of its floor. An exception is a row here with its reason; the list only shrinks.
set(COLLEGA_MAY_USE_base "")
set(COLLEGA_MAY_USE_engines base engines/language)
set(COLLEGA_MAY_USE_engines/planning base engines/language engines/statistics)
set(COLLEGA_MAY_USE_engines/drafting base engines/language engines/retrieval)
set(COLLEGA_MAY_USE_documents base engines/language)
set(COLLEGA_MAY_USE_kernel base)
set(COLLEGA_MAY_USE_kernel/store_testing base kernel/store)
set(COLLEGA_MAY_USE_kernel/ledger base kernel/store)
set(COLLEGA_MAY_USE_kernel/people base kernel/store kernel/ledger)
set(COLLEGA_MAY_USE_kernel/identity base kernel/store kernel/ledger kernel/people)
set(COLLEGA_MAY_USE_kernel/library base documents kernel/store kernel/ledger kernel/people kernel/identity)
set(COLLEGA_MAY_USE_kernel/register base kernel/store kernel/ledger kernel/people kernel/identity kernel/library)
set(COLLEGA_MAY_USE_kernel/operations base kernel/store kernel/ledger kernel/people kernel/identity kernel/library
  kernel/register)
set(COLLEGA_MAY_USE_connectors base)
set(COLLEGA_MAY_USE_gateway base engines/privacy kernel connectors/models)
set(COLLEGA_MAY_USE_desks base engines documents kernel gateway)
set(COLLEGA_MAY_USE_surfaces base kernel/operations kernel/identity)
set(COLLEGA_MAY_USE_main base engines documents kernel connectors gateway desks surfaces)

# Refuses at configure time when `from` may not use `to`.
function(collega_check_use from to)
  string(REGEX REPLACE "/.*" "" floor_from ${from})
  string(REGEX REPLACE "/.*" "" floor_to ${to})
  if(DEFINED COLLEGA_MAY_USE_${from})
    set(allowed ${COLLEGA_MAY_USE_${from}})
  else()
    set(allowed ${COLLEGA_MAY_USE_${floor_from}})
  endif()
  if(NOT to IN_LIST allowed AND NOT floor_to IN_LIST allowed)
    message(FATAL_ERROR "${from} may not use ${to}: the house forbids it (cmake/modules.cmake)")
  endif()
endfunction()

# What the library, the face and the namespace of a module are called: as its folder, but a desk that has its name from an
# engine says that it is the desk.
function(collega_name_of module out)
  get_filename_component(name ${module} NAME)
  if(module STREQUAL "desks/skills")
    set(name skills_desk)
  endif()
  set(${out} ${name} PARENT_SCOPE)
endfunction()

function(collega_module module)
  cmake_parse_arguments(M "" "NAMESPACE" "USES;TEST_USES;LINKS;FACE_LINKS;EMBED" ${ARGN})
  collega_name_of(${module} name)
  file(GLOB sources CONFIGURE_DEPENDS src/*.cpp)
  file(GLOB tests CONFIGURE_DEPENDS src/*_test.cpp)
  if(tests)
    list(REMOVE_ITEM sources ${tests})
  endif()

  add_library(collega_${name} STATIC ${sources})
  target_include_directories(collega_${name} PUBLIC include PRIVATE src)
  foreach(used ${M_USES})
    collega_check_use(${module} ${used})
    collega_name_of(${used} used_name)
    target_link_libraries(collega_${name} PUBLIC collega_${used_name})
  endforeach()
  target_link_libraries(collega_${name} PUBLIC ${M_FACE_LINKS} PRIVATE ${M_LINKS})
  if(NOT M_NAMESPACE)
    set(M_NAMESPACE ${name})
  endif()
  if(M_EMBED)
    collega_embed(collega_${name} collega::${M_NAMESPACE} ${M_EMBED})
  endif()
  set_property(GLOBAL PROPERTY COLLEGA_USES_${name} "${M_USES}")

  if(tests)
    add_executable(${name}_test ${tests})
    target_include_directories(${name}_test PRIVATE src)
    # Tests are compiled more often than they run long.
    target_compile_options(${name}_test PRIVATE -O1)
    target_link_libraries(${name}_test PRIVATE collega_${name} ${M_LINKS} GTest::gmock GTest::gtest_main)
    foreach(used ${M_TEST_USES})
      collega_name_of(${used} used_name)
      target_link_libraries(${name}_test PRIVATE collega_${used_name})
    endforeach()
    add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES LABELS unit)
    add_dependencies(unit_tests ${name}_test)
  endif()
endfunction()

function(collega_add_modules)
  add_custom_target(unit_tests)
  foreach(module ${COLLEGA_MODULES})
    add_subdirectory(src/${module})
  endforeach()
endfunction()
