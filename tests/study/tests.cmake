corridor_tests(study
  SOURCES alternatives_test.cpp bench_test.cpp carriage_choice_test.cpp carriage_test.cpp
          claims_test.cpp compare_test.cpp corridor_route_test.cpp difference_test.cpp evaluation_test.cpp fitting_share_test.cpp
          metamorphic_test.cpp most_between_test.cpp most_of_all_test.cpp pareto_test.cpp
          run_test.cpp solve_test.cpp stop_test.cpp throughput_test.cpp trip_test.cpp
          unmet_test.cpp validate_test.cpp waterfall_test.cpp why_no_route_test.cpp
  USES corridor_study)
