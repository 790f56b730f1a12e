corridor_module(route
  SOURCES a_star.cpp alternatives.cpp bidirectional.cpp boost_a_star.cpp boost_bellman_ford.cpp
          boost_dijkstra.cpp boost_distances.cpp boost_search.cpp certificate.cpp
          certificate_states.cpp customise.cpp customise_perfect.cpp different.cpp
          different_candidates.cpp different_certificate.cpp different_omissions.cpp
          different_pieces.cpp different_search.cpp dissection.cpp dissection_leaf.cpp
          distance_table.cpp edited_bases.cpp edited_bounds.cpp edited_family.cpp
          edited_majority.cpp edited_search.cpp edited_tables.cpp hierarchy.cpp hierarchy_fill.cpp
          hierarchy_lanes.cpp hierarchy_matrix.cpp hierarchy_metric.cpp hierarchy_pruned.cpp
          hierarchy_query.cpp hierarchy_query_pair.cpp hierarchy_query_search.cpp
          hierarchy_query_splits.cpp hierarchy_query_unpack.cpp hierarchy_query_walk.cpp
          hierarchy_rank_set.cpp hierarchy_rows.cpp hierarchy_sweep.cpp hierarchy_sweep_arcs.cpp
          hierarchy_sweep_lanes.cpp hierarchy_tree.cpp hierarchy_update.cpp inertial_cut.cpp
          inertial_flow.cpp k_shortest.cpp k_shortest_certificate.cpp landmarks.cpp
          landmarks_choice.cpp lane_paths.cpp lane_trees.cpp lane_weights.cpp lanes_query.cpp
          lanes_query_search.cpp order.cpp order_elimination.cpp order_graph.cpp
          order_reduction.cpp pareto.cpp pareto_bounds.cpp pareto_certificate.cpp pareto_core.cpp
          pareto_many.cpp pareto_omissions.cpp pareto_two.cpp radix_arcs.cpp radix_key.cpp
          radix_tree.cpp ranked_graph.cpp shortest_path.cpp skim.cpp solver.cpp
          solver_dijkstra.cpp solver_hierarchy.cpp sweep_kernel.cpp sweep_kernel_avx2.cpp
          sweep_kernel_avx512.cpp sweep_kernel_baseline.cpp tree_certificate.cpp
  USES core graph)
