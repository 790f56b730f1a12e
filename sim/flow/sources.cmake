corridor_module(flow
  SOURCES all_or_nothing.cpp assignment.cpp assignment_certificate.cpp assignment_parts.cpp assignment_problem.cpp augmenting_trees.cpp augmenting_trees_mending.cpp bush_stand_in.cpp boost_solvers.cpp certificate.cpp choice_paths.cpp conjugate_target.cpp cost_trees.cpp cut_tree.cpp cut_tree_certificate.cpp delay_table.cpp directions.cpp flow_network.cpp line_search.cpp link_delay.cpp max_flow.cpp path_sets.cpp residual.cpp stochastic_assignment.cpp stochastic_certificate.cpp widening.cpp
  USES core graph route)
