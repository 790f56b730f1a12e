corridor_tests(fuzz
  SOURCES replay_test.cpp targets.cpp
  USES corridor_input)
