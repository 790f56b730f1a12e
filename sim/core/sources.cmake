corridor_module(core
  SOURCES date.cpp diagnostic.cpp hash.cpp nearest.cpp
  PRIVATE fmt::fmt)
