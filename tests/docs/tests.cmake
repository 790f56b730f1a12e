corridor_tests(docs
  SOURCES keys_test.cpp markdown.cpp pages_test.cpp
  USES corridor_input)
target_compile_options(docs_tests PRIVATE ${corridor_regex_warnings})
target_compile_definitions(docs_tests PRIVATE CORRIDOR_PROGRAM="$<TARGET_FILE:corridor-sim>")
add_dependencies(docs_tests corridor-sim)
