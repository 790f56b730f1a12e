corridor_module(study
  SOURCES compare.cpp corridor_route.cpp evaluation.cpp run.cpp throughput.cpp trip_solver.cpp
          validate.cpp waterfall.cpp why_no_route.cpp world.cpp
  USES core network scenario graph route flow
  PRIVATE fmt::fmt)
