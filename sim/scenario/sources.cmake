corridor_module(scenario
  SOURCES apply.cpp base_state.cpp built_links.cpp check.cpp diff.cpp names.cpp select.cpp
  USES core network
  PRIVATE fmt::fmt)
