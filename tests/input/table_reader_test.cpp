#include "input/table_reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "input/reading_support.hpp"

namespace corridor {
namespace {

const std::vector<Column>& columns() {
  static const std::vector<Column> made = {{"id", "id", "", Column::Kind::text, true},
                                           {"length_km", "length", "km", Column::Kind::text, true},
                                           {"tags", "tags", "", Column::Kind::list, false}};
  return made;
}

struct Table {
  explicit Table(const std::string& text) {
    if (const SourceFile* source = reading.load_text("t", text)) {
      rows = read_table(*source, columns(), reading);
    }
  }
  std::string errors() { return to_string(reading.diagnostics().list()); }

  Reading reading{ReadOptions{}};
  std::vector<const FileValue*> rows;
};

TEST(Table, MakesMapsOfItsRows) {
  Table table{"tags,id,length_km\r\nx;y,a,5\r\n\r\n,\"b \"\"c\"\"\",7\n"};
  EXPECT_EQ(table.errors(), "");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(flow_text(*table.rows[0]), "{tags: [x, y], id: a, length: 5}");
  EXPECT_EQ(flow_text(*table.rows[1]), "{id: b \"c\", length: 7}");
  EXPECT_EQ(table.rows[0]->find("length")->unit, "km");
}

TEST(Table, KnowsThePlaceOfEachCell) {
  // A quoted cell with a line break in it; what follows is on the next line of the file.
  Table table{"id,length_km,tags\na,\"5\n\",\"x; y\"\nb,  6,z\n"};
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0]->at(), (SourcePos{"t", 2, 1}));
  EXPECT_EQ(table.rows[0]->find("length")->at(), (SourcePos{"t", 2, 3}));
  EXPECT_EQ(table.rows[0]->find("tags")->entries[1].value->at(), (SourcePos{"t", 3, 6}));
  EXPECT_EQ(table.rows[1]->at(), (SourcePos{"t", 4, 1}));
  EXPECT_EQ(table.rows[1]->find("length")->at(), (SourcePos{"t", 4, 5}));
}

TEST(Table, ChecksItsHeader) {
  EXPECT_EQ(Table{"id,lenght_km,id\n"}.errors(),
            "t:1:4: error: unknown column 'lenght_km'\n  hint: did you mean 'length_km'?\n"
            "t:1:14: error: column 'id' is there twice\n"
            "t:1:1: error: no column 'length_km'\n");
  EXPECT_EQ(Table{""}.errors(), "t:1:1: error: the table has no header\n");
}

TEST(Table, RefusesRaggedRowsAndStrayQuotes) {
  EXPECT_EQ(Table{"id,length_km\na,1,2\nb\nc,3\n"}.errors(),
            "t:2:1: error: 3 cells in this row, 2 in the header\n"
            "  hint: a cell with a comma in it stands between quotes\n"
            "t:3:1: error: 1 cell in this row, 2 in the header\n"
            "  hint: a cell with a comma in it stands between quotes\n");
  EXPECT_EQ(Table{"id,length_km\na\"b,1\n"}.errors(),
            "t:2:2: error: a quote where none may stand\n"
            "  hint: put the whole cell between quotes and double the quotes in it\n");
  EXPECT_EQ(Table{"id,length_km\na,\"1\n"}.errors(),
            "t:2:3: error: a quote that is never closed\n");
}

TEST(Table, TakesAnyTextWithoutHarm) {
  EXPECT_TRUE(rc::check("any text is rows or errors", [] {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"id,lengthkm_\"; \n\r"}));
    Table table{"id,length_km\n" + text};
    for (const FileValue* row : table.rows) RC_ASSERT(row->is_map());
  }));
}

}  // namespace
}  // namespace corridor
