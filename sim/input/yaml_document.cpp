#include "input/yaml_document.hpp"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace corridor {

namespace {

/// Ends the parsing; what is wrong has been reported.
struct Stop {};

/// Builds values out of the parser's events, and counts before it builds.
class Builder : public YAML::EventHandler {
 public:
  Builder(const SourceFile& source, Reading& reading) : source_{source}, reading_{reading} {}

  const FileValue* root() const { return root_; }

  bool has_bad_key() const { return bad_key_.has_value(); }
  /// To be called once the parser has found nothing wrong with the file.
  bool is_broken() const {
    if (bad_key_) reading_.error(bad_key_->at, bad_key_->message);
    return bad_key_.has_value();
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (bad_key_) return;
    if (++documents_ > 1) stop(place(mark), "a second document", "one file holds one document");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (bad_key_ || refuses_key(mark, "nothing")) return;
    FileValue& value = make(mark);
    if (!frames_.empty() && frames_.back().value->is_map()) {
      // The parser names the place of whatever comes next; the key is where the eye should go.
      value.line = frames_.back().key.line;
      value.column = frames_.back().key.column;
    }
    keep(value, anchor, {1, 1});
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (bad_key_ || refuses_key(mark, "an alias")) return;
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) stop(place(mark), "an anchor that contains itself");
    const Extent extent = found->second.extent;
    if (!reading_.count_values(extent.size)) too_many(place(mark));
    if (frames_.size() + extent.height > reading_.options().max_depth) too_deep(place(mark));
    add(*found->second.value, extent);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    if (bad_key_) return;
    check_tag(mark, tag);
    check_text(mark, text);
    if (wants_key()) {
      take_key(mark, text);
      return;
    }
    FileValue& value = make(mark);
    value.kind = FileValue::Kind::text;
    value.quoted = tag == "!";
    value.text = text;
    keep(value, anchor, {1, 1});
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(mark, tag, anchor, FileValue::Kind::list);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(mark, tag, anchor, FileValue::Kind::map);
  }
  void OnMapEnd() override {
    if (bad_key_) return;
    drop_doubled_keys(*frames_.back().value);
    end();
  }

 private:
  struct Extent {
    std::size_t size = 0;    // values, aliases followed
    std::size_t height = 0;  // levels
  };
  struct Anchored {
    const FileValue* value = nullptr;
    Extent extent;
  };
  struct Frame {
    FileValue* value = nullptr;
    YAML::anchor_t anchor = 0;
    Extent extent;
    FileEntry key;
    bool has_key = false;
  };

  SourcePos place(const YAML::Mark& mark) const {
    return {source_.name, mark.line + 1, mark.column + 1};
  }
  [[noreturn]] void stop(SourcePos at, std::string message, std::string hint = {}) {
    reading_.error(std::move(at), std::move(message), std::move(hint));
    throw Stop{};
  }
  [[noreturn]] void too_many(SourcePos at) {
    stop(std::move(at), fmt::format("more than {} values", reading_.options().max_nodes),
         "aliases count each time they are used");
  }
  [[noreturn]] void too_deep(SourcePos at) {
    stop(std::move(at), fmt::format("nested deeper than {} levels", reading_.options().max_depth));
  }

  bool wants_key() const {
    return !frames_.empty() && frames_.back().value->is_map() && !frames_.back().has_key;
  }

  /// Where a key is wanted, this is none. What follows is not built; but if the parser then finds
  /// the file not to be YAML at all (a bracket never closed), that is what is wrong.
  bool refuses_key(const YAML::Mark& mark, std::string_view found) {
    if (!wants_key()) return false;
    bad_key_ = Diagnostic{
        place(mark), Severity::error, fmt::format("a key must be text, found {}", found), {}, {}};
    return true;
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    reading_.error(place(mark), "tag " + in_quotes(tag), "tags have no meaning here; leave it out");
  }

  void check_text(const YAML::Mark& mark, const std::string& text) {
    const bool odd = std::any_of(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
    });
    if (odd) reading_.error(place(mark), "a control character in " + in_quotes(text));
  }

  void take_key(const YAML::Mark& mark, const std::string& text) {
    Frame& frame = frames_.back();
    frame.key = {text, mark.line + 1, mark.column + 1, nullptr};
    frame.has_key = true;
  }

  FileValue& make(const YAML::Mark& mark) {
    if (frames_.size() >= reading_.options().max_depth) too_deep(place(mark));
    FileValue* value = reading_.make_value();
    if (value == nullptr) too_many(place(mark));
    value->file = &source_;
    value->line = mark.line + 1;
    value->column = mark.column + 1;
    return *value;
  }

  void begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             FileValue::Kind kind) {
    if (bad_key_ || refuses_key(mark, kind == FileValue::Kind::map ? "a map" : "a list")) return;
    check_tag(mark, tag);
    FileValue& value = make(mark);
    value.kind = kind;
    frames_.push_back({&value, anchor, {1, 1}, {}, false});
  }

  void end() {
    if (bad_key_) return;
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    keep(*frame.value, frame.anchor, frame.extent);
  }

  void keep(const FileValue& value, YAML::anchor_t anchor, Extent extent) {
    if (anchor != YAML::NullAnchor) anchors_[anchor] = {&value, extent};
    add(value, extent);
  }

  /// Puts a finished value where it belongs.
  void add(const FileValue& value, Extent extent) {
    if (frames_.empty()) {
      root_ = &value;
      return;
    }
    Frame& frame = frames_.back();
    FileEntry entry = std::exchange(frame.key, {});
    entry.value = &value;
    frame.has_key = false;
    frame.value->entries.push_back(std::move(entry));
    frame.extent.size += extent.size;
    frame.extent.height = std::max(frame.extent.height, extent.height + 1);
  }

  void drop_doubled_keys(FileValue& map) {
    std::unordered_map<std::string_view, int> line_of;
    std::vector<FileEntry> once;
    bool doubled = false;
    for (const FileEntry& entry : map.entries) {
      const auto [first, is_new] = line_of.try_emplace(entry.key, entry.line);
      if (is_new) continue;
      doubled = true;
      reading_.error({source_.name, entry.line, entry.column},
                     fmt::format("key {} is there twice", in_quotes(entry.key)),
                     fmt::format("the first is in line {}", first->second));
    }
    if (!doubled) return;
    for (const FileEntry& entry : map.entries) {
      if (line_of.erase(entry.key) > 0) once.push_back(entry);
    }
    map.entries = std::move(once);
  }

  const SourceFile& source_;
  Reading& reading_;
  std::optional<Diagnostic> bad_key_;
  int documents_ = 0;
  const FileValue* root_ = nullptr;
  std::vector<Frame> frames_;
  std::unordered_map<YAML::anchor_t, Anchored> anchors_;
};

}  // namespace

const FileValue* parse_yaml(const SourceFile& source, Reading& reading) {
  Builder builder{source, reading};
  try {
    std::istringstream stream{source.bytes};
    YAML::Parser parser{stream};
    // After a bad key nothing is built, and yaml-cpp may start documents without end.
    while (parser.HandleNextDocument(builder) && !builder.has_bad_key()) {
    }
  } catch (const Stop&) {
    return nullptr;
  } catch (const YAML::Exception& fault) {
    const bool has_place = !fault.mark.is_null();
    const int line = has_place ? fault.mark.line + 1 : 1;
    const std::string text = source.line(line);
    const std::size_t first = std::min(text.find_first_not_of(" \t"), text.size());
    const bool has_tab = text.substr(0, first).find('\t') != std::string::npos;
    reading.error({source.name, line, has_place ? fault.mark.column + 1 : 1},
                  "not valid YAML: " + fault.msg,
                  has_tab ? "YAML is indented by blanks, not by tabs" : "");
    return nullptr;
  }
  if (builder.is_broken()) return nullptr;
  if (builder.root() == nullptr || builder.root()->kind == FileValue::Kind::nothing) {
    reading.error({source.name, 1, 1}, "the file is empty");
    return nullptr;
  }
  return builder.root();
}

}  // namespace corridor
