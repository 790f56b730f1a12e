corridor_module(scenario
  SOURCES apply.cpp balance.cpp base_state.cpp built_links.cpp change_run.cpp check.cpp check_names.cpp
          check_questions.cpp conditions.cpp demand.cpp demand_changes.cpp diff.cpp edits.cpp events.cpp expected.cpp lookup.cpp names.cpp places.cpp select.cpp
          spread.cpp toll.cpp values.cpp wording.cpp
  USES core network
  PRIVATE fmt::fmt)
