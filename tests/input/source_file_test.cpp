#include "input/source_file.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace corridor {
namespace {

using namespace std::string_literals;

std::string trouble(std::string bytes) {
  SourceFile source;
  Diagnostics diagnostics;
  EXPECT_FALSE(load_source("f", std::move(bytes), source, diagnostics));
  return diagnostics.list().empty() ? "" : to_string(diagnostics.list());
}

TEST(SourceFile, GivesItsLines) {
  SourceFile source;
  Diagnostics diagnostics;
  ASSERT_TRUE(load_source("f", "\xEF\xBB\xBFone\r\ntwo\n\nfour", source, diagnostics));
  EXPECT_EQ(source.line(1), "one");
  EXPECT_EQ(source.line(2), "two");
  EXPECT_EQ(source.line(3), "");
  EXPECT_EQ(source.line(4), "four");
  EXPECT_EQ(source.line(0), "");
  EXPECT_EQ(source.line(5), "");
}

TEST(SourceFile, RefusesWhatIsNoUtf8Text) {
  const std::string hint = "\n  hint: save the file as UTF-8 text\n";
  EXPECT_EQ(trouble("\xFF\xFEv\0e\0"s), "f:1:1: error: the file is UTF-16" + hint);
  EXPECT_EQ(trouble("v\0e\0r\0"s), "f:1:1: error: the file is UTF-16" + hint);
  EXPECT_EQ(trouble("\xFF\xFE\0\0v\0\0\0"s), "f:1:1: error: the file is UTF-32" + hint);
  EXPECT_EQ(trouble("ab\nc\xE9t"), "f:2:2: error: byte 0xe9 is not valid UTF-8" + hint);
  EXPECT_EQ(trouble("ab\0c"s),
            "f:1:3: error: byte 0x00 is no text: this looks like a binary file" + hint);
  EXPECT_EQ(trouble("a\rb"), "f:1:2: error: a carriage return without a line feed" + hint);
  for (const char* bytes :
       {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\x80", "\xC3"}) {
    EXPECT_NE(trouble(bytes), "") << bytes;  // overlong, a surrogate, beyond Unicode, cut off
  }
}

TEST(SourceFile, TakesAnyBytesWithoutHarm) {
  EXPECT_TRUE(rc::check("any bytes are lines or one error", [](const std::string& bytes) {
    SourceFile source;
    Diagnostics diagnostics;
    const bool loaded = load_source("f", bytes, source, diagnostics);
    RC_ASSERT(loaded == diagnostics.list().empty());
    for (int line = 0; line < 5; ++line)
      RC_ASSERT(source.line(line).find('\n') == std::string::npos);
  }));
}

}  // namespace
}  // namespace corridor
