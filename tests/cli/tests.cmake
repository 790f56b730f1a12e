corridor_tests(cli
  SOURCES commands_test.cpp golden_test.cpp program.cpp routes_test.cpp solve_flow_test.cpp
          solve_test.cpp
  USES corridor_core)
add_dependencies(cli_tests corridor-sim)
target_compile_definitions(cli_tests PRIVATE CORRIDOR_PROGRAM="$<TARGET_FILE:corridor-sim>")
