corridor_tests(scenarios
  SOURCES corridor_lengths_test.cpp demand_test.cpp laws_test.cpp throughput_test.cpp
  USES corridor_input corridor_report corridor_study)
