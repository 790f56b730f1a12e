corridor_module(input
  SOURCES read_network.cpp read_scenario.cpp write.cpp
  USES core network scenario
  PRIVATE fmt::fmt yaml-cpp csv)
