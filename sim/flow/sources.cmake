corridor_module(flow
  SOURCES all_or_nothing.cpp assign_by_bushes.cpp assignment.cpp assignment_certificate.cpp assignment_parts.cpp assignment_problem.cpp augmenting_trees.cpp augmenting_trees_mending.cpp boost_solvers.cpp bush_network.cpp bush_tree.cpp bushes.cpp certificate.cpp conjugate_target.cpp cost_trees.cpp cut_tree.cpp cut_tree_certificate.cpp delay_table.cpp directions.cpp flow_network.cpp line_search.cpp link_delay.cpp max_flow.cpp residual.cpp segment_pairs.cpp segment_pairs_going_on.cpp widening.cpp
  USES core graph route)
