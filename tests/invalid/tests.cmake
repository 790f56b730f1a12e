corridor_tests(invalid
  SOURCES invalid_test.cpp
  USES corridor_input)
