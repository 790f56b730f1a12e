corridor_module(route
  SOURCES alternatives.cpp certificate.cpp hierarchy.cpp hierarchy_fill.cpp hierarchy_lanes.cpp hierarchy_metric.cpp
          hierarchy_tree.cpp shortest_path.cpp
  USES core graph)
