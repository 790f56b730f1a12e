corridor_tests(core
  SOURCES date_test.cpp diagnostic_test.cpp id_test.cpp nearest_test.cpp quantity_test.cpp
  USES corridor_core)
