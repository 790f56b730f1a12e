corridor_tests(route
  SOURCES alternatives_test.cpp certificate_test.cpp core_vertices_test.cpp
          different_certificate_test.cpp different_test.cpp disjoint_paths_test.cpp
          distance_table_test.cpp edited_search_test.cpp edited_tables_test.cpp heap_test.cpp
          hierarchy_lanes_test.cpp hierarchy_matrix_test.cpp hierarchy_metric_test.cpp
          hierarchy_query_test.cpp hierarchy_sweep_test.cpp hierarchy_test.cpp journey_test.cpp
          k_shortest_certificate_test.cpp k_shortest_test.cpp landmarks_test.cpp
          lane_paths_test.cpp lanes_query_test.cpp order_test.cpp pareto_laws_test.cpp
          pareto_test.cpp query_kernel_test.cpp radix_buckets_test.cpp shortest_paths_test.cpp
          skim_test.cpp solver_test.cpp staged_path_test.cpp ties_test.cpp
          tree_certificate_test.cpp tree_search_test.cpp
  USES corridor_route)
