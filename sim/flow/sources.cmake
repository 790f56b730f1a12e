corridor_module(flow
  SOURCES all_or_nothing.cpp arc_prices.cpp assign_by_bushes.cpp assign_by_paths.cpp assignment.cpp
          assignment_certificate.cpp assignment_parts.cpp assignment_problem.cpp
          augmenting_trees.cpp augmenting_trees_mending.cpp basis_tree.cpp boost_flows.cpp
          boost_solvers.cpp bush_network.cpp bush_tree.cpp bushes.cpp certificate.cpp
          choice_paths.cpp column_generation.cpp concurrent_certificate.cpp concurrent_flow.cpp
          congestion_descent.cpp conjugate_target.cpp cost_trees.cpp cut_tree.cpp
          cut_tree_certificate.cpp delay_table.cpp directions.cpp flow_answer.cpp flow_network.cpp
          flow_problem.cpp flow_proof.cpp flow_run.cpp flow_start.cpp line_search.cpp
          linear_program.cpp link_delay.cpp max_flow.cpp min_cost_answer.cpp
          min_cost_certificate.cpp min_cost_flow.cpp min_cost_totals.cpp multicommodity.cpp
          multicommodity_certificate.cpp network_simplex.cpp network_simplex_start.cpp
          path_flows.cpp path_master.cpp path_master_solution.cpp path_pool.cpp path_sets.cpp price_hierarchy.cpp price_hierarchy_paths.cpp price_ways.cpp residual.cpp
          segment_pairs.cpp segment_pairs_going_on.cpp simplex_order.cpp stochastic_assignment.cpp
          stochastic_certificate.cpp whole_units.cpp widening.cpp
  USES core graph route
  PRIVATE clp)
