corridor_tests(network
  SOURCES border_test.cpp check_test.cpp check_rules_test.cpp names_test.cpp network_test.cpp
  USES corridor_network)
