corridor_module(network
  SOURCES border.cpp check.cpp check_events.cpp check_links.cpp check_rules.cpp check_things.cpp
          names.cpp network.cpp
  USES core
  PRIVATE fmt::fmt)
