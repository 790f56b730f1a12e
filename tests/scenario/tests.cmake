corridor_tests(scenario
  SOURCES apply_test.cpp balance_test.cpp base_state_test.cpp built_links_test.cpp check_test.cpp
          demand_test.cpp diff_test.cpp
          events_test.cpp laws_test.cpp names_test.cpp policy_test.cpp select_test.cpp toll_test.cpp
  USES corridor_scenario rapidcheck)
