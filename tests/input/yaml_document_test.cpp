#include "input/yaml_document.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "input/reading_support.hpp"

namespace corridor {
namespace {

using test::Yaml;

TEST(YamlDocument, KeepsTextAsItStandsWithItsPlace) {
  Yaml yaml{"a: 010\nb: [on, \"x: y\"]\nc:\n  dé: no\n  e:\n"};
  ASSERT_NE(yaml.root, nullptr);
  EXPECT_EQ(yaml.errors(), "");
  EXPECT_EQ(flow_text(*yaml.root), "{a: 010, b: [on, \"x: y\"], c: {dé: no, e: }}");
  EXPECT_EQ(yaml.root->find("b")->entries[1].value->at(), (SourcePos{"f", 2, 9}));
  // Columns count bytes, and the é has two.
  EXPECT_EQ(yaml.root->find("c")->find("dé")->at(), (SourcePos{"f", 4, 8}));
  EXPECT_EQ(yaml.root->find("c")->find("e")->at(), (SourcePos{"f", 5, 3}));
}

TEST(YamlDocument, FollowsAliases) {
  Yaml yaml{"a: &x {k: v}\nb: *x\n"};
  ASSERT_NE(yaml.root, nullptr);
  EXPECT_EQ(flow_text(*yaml.root), "{a: {k: v}, b: {k: v}}");
}

TEST(YamlDocument, TellsOfEveryDoubledKeyAndTag) {
  Yaml yaml{"a: 1\nb: !x 2\na: 3\n"};
  EXPECT_EQ(yaml.errors(),
            "f:2:4: error: tag '!x'\n  hint: tags have no meaning here; leave it out\n"
            "f:3:1: error: key 'a' is there twice\n  hint: the first is in line 1\n");
  EXPECT_EQ(yaml.root->find("a")->text, "1");
}

TEST(YamlDocument, RefusesWhatNoHonestFileHolds) {
  EXPECT_EQ(Yaml{""}.errors(), "f:1:1: error: the file is empty\n");
  EXPECT_EQ(Yaml{"# no more\n"}.errors(), "f:1:1: error: the file is empty\n");
  EXPECT_EQ(Yaml{"a: &x [1, *x]\n"}.errors(), "f:1:11: error: an anchor that contains itself\n");
  EXPECT_EQ(Yaml{"a: 1\n---\nb: 1\n"}.errors(),
            "f:2:1: error: a second document\n  hint: one file holds one document\n");
  EXPECT_EQ(Yaml{"[a]: 1\n"}.errors(), "f:1:1: error: a key must be text, found a list\n");
  EXPECT_EQ(Yaml{"a: \"\\0\"\n"}.errors(), "f:1:4: error: a control character in '\\x00'\n");
  EXPECT_NE(Yaml{"a: [1\n"}.errors().find("not valid YAML"), std::string::npos);
  EXPECT_NE(Yaml{"a: *x\n"}.errors().find("not valid YAML"), std::string::npos);
}

TEST(YamlDocument, RefusesDepthBeforeItBuilds) {
  EXPECT_EQ(Yaml{std::string(63, '[') + std::string(63, ']')}.errors(), "");
  EXPECT_EQ(Yaml{std::string(65, '[') + std::string(65, ']')}.errors(),
            "f:1:65: error: nested deeper than 64 levels\n");
  EXPECT_NE(Yaml{std::string(100000, '[')}.errors(), "");
  std::string blocks;
  for (int i = 0; i < 3000; ++i) blocks += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  EXPECT_NE(Yaml{blocks}.errors(), "");
  // Sixteen levels by aliases of aliases of ... are levels too.
  std::string tower = "a0: &a0 [x]\n";
  for (int i = 1; i < 70; ++i) {
    tower += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) +
             "]\n";
  }
  EXPECT_NE(Yaml{tower}.errors().find("nested deeper than 64 levels"), std::string::npos);
}

TEST(YamlDocument, CountsValuesBehindAliases) {
  // Nine levels of nine references each: 9^9 values in 500 bytes.
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string below = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below;
    for (int k = 1; k < 9; ++k) bomb += ", " + below;
    bomb += "]\n";
  }
  EXPECT_NE(Yaml{bomb}.errors().find("more than 2000000 values"), std::string::npos);
}

TEST(YamlDocument, EndsWhereTheParserWouldNot) {
  // yaml-cpp 0.7 starts document after document at the comma, and reads nothing of it.
  EXPECT_EQ(Yaml{" ?\n!@\t\n,a:\n%#"}.errors(),
            "f:2:1: error: a key must be text, found nothing\n");
}

TEST(YamlDocument, TakesAnyTextWithoutHarm) {
  EXPECT_TRUE(rc::check("any text is a document or an error", [] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string{"ab:-,[]{}&*!|>'\"%#@`? \n\t1"}));
    Yaml yaml{text};
    RC_ASSERT(yaml.root != nullptr || !yaml.errors().empty());
  }));
}

}  // namespace
}  // namespace corridor
