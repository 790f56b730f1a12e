corridor_tests(scenarios
  SOURCES alternatives_test.cpp corridor_lengths_test.cpp demand_test.cpp laws_test.cpp
          throughput_test.cpp
  USES corridor_input corridor_report corridor_study)
