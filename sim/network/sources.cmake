corridor_module(network
  SOURCES border.cpp check.cpp names.cpp network.cpp
  USES core
  PRIVATE fmt::fmt)
