corridor_module(study
  SOURCES alternatives.cpp alternatives_parts.cpp bench.cpp bench_flow.cpp bench_flow_grid.cpp
          bench_many.cpp bench_solver.cpp cargo_problem.cpp carriage.cpp carriage_choice.cpp carriage_delays.cpp
          carriage_equilibrium.cpp carriage_frame.cpp carriage_least_cost.cpp carriage_tally.cpp
          claims.cpp compare.cpp corridor_route.cpp difference.cpp evaluation.cpp fitting_share.cpp hierarchy_of.cpp
          legs.cpp most_between.cpp most_of_all.cpp news.cpp pareto.cpp pareto_boarding.cpp resolve_trip.cpp run.cpp runner_up.cpp
          shares.cpp solve.cpp solve_assignment.cpp solve_flow.cpp throughput.cpp trip_query.cpp
          trip_solver.cpp unmet.cpp validate.cpp waterfall.cpp why_no_route.cpp words.cpp world.cpp
  USES core network scenario graph route flow
  PRIVATE fmt::fmt)
