corridor_module(report
  SOURCES comparison.cpp diff.cpp json.cpp routes.cpp run.cpp table.cpp validation.cpp
  USES core network scenario study
  PRIVATE fmt::fmt nlohmann_json::nlohmann_json)
