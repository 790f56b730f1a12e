#include "input/gzip.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include <fmt/format.h>
#include <zlib.h>

namespace corridor {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view gzip_mark = "\x1F\x8B"sv;

struct Packer {
  std::string_view mark;
  std::string_view name;
};
constexpr std::array other_packers{Packer{"\xFD\x37zXZ\0"sv, "xz"}, Packer{"BZh"sv, "bzip2"},
                                   Packer{"\x28\xB5\x2F\xFD"sv, "zstd"}, Packer{"PK\3\4"sv, "zip"}};

bool begins(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark;
}

/// Bytes still to come, as zlib counts them.
uInt piece(std::size_t size) {
  return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

/// zlib's state for gzip data in memory.
class Inflater {
 public:
  explicit Inflater(std::string_view packed) : packed_{packed} {
    ready_ = inflateInit2(&stream_, gzip_only) == Z_OK;
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  std::optional<std::string> run(std::size_t max_bytes, FileFault& fault) {
    std::string out(first_guess(max_bytes), '\0');
    while (ready_) {
      // One byte more than is allowed, to see that there is more.
      if (size_ == out.size()) out.resize(std::min(2 * out.size(), max_bytes + 1));
      const int status = step(out);
      if (size_ > max_bytes) {
        fault = {fmt::format("it unpacks to more than the {} bytes that are read", max_bytes), {}};
        return {};
      }
      if (status == Z_STREAM_END) {
        if (next_member()) continue;
        if (!is_padding()) return damaged("other bytes follow the packed data", fault);
        out.resize(size_);
        return out;
      }
      if (status == Z_BUF_ERROR && read_ == packed_.size()) {
        fault = {"the packed data ends too early", "the file was cut short: fetch it again"};
        return {};
      }
      if (status != Z_OK && status != Z_BUF_ERROR) {
        return damaged(stream_.msg == nullptr ? "it cannot be unpacked" : stream_.msg, fault);
      }
    }
    return damaged("zlib has no memory left", fault);
  }

 private:
  static constexpr int gzip_only = 16 + MAX_WBITS;

  /// What the last member says of its size, where that can be.
  std::size_t first_guess(std::size_t max_bytes) const {
    std::size_t guess = 0;
    for (std::size_t i = 4; i > 0 && packed_.size() >= 4; --i) {
      guess = guess << 8U | static_cast<unsigned char>(packed_[packed_.size() - 5 + i]);
    }
    const std::size_t likely = std::clamp<std::size_t>(guess, 1024, 64 * packed_.size() + 1024);
    return std::min(likely, max_bytes) + 1;
  }

  int step(std::string& out) {
    const uInt room = piece(out.size() - size_);
    const uInt input = piece(packed_.size() - read_);
    // zlib does not write to its input, but does not say so.
    stream_.next_in =
        const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed_.data() + read_));  // NOLINT
    stream_.avail_in = input;
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + size_);
    stream_.avail_out = room;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    read_ += input - stream_.avail_in;
    size_ += room - stream_.avail_out;
    return status;
  }

  bool next_member() {
    return begins(packed_.substr(read_), gzip_mark) && inflateReset(&stream_) == Z_OK;
  }

  /// Tapes fill up with zeros.
  bool is_padding() const { return packed_.find_first_not_of('\0', read_) == std::string::npos; }

  static std::optional<std::string> damaged(const std::string& how, FileFault& fault) {
    fault = {"the packed data is damaged: " + how, "fetch the file again"};
    return {};
  }

  std::string_view packed_;
  std::size_t read_ = 0;
  std::size_t size_ = 0;  // of what has been unpacked
  z_stream stream_{};
  bool ready_ = false;
};

}  // namespace

std::optional<std::string> unpacked(std::string bytes, std::size_t max_bytes, FileFault& fault) {
  for (const Packer& packer : other_packers) {
    if (!begins(bytes, packer.mark)) continue;
    fault = {fmt::format("the file is packed with {}; only gzip is read", packer.name),
             "unpack it first"};
    return {};
  }
  if (!begins(bytes, gzip_mark)) return bytes;
  constexpr std::size_t always = 64U << 20;
  constexpr std::size_t most_times =
      100;  // graphs shrink to a fourth; runs of zeros a thousandfold
  return Inflater{bytes}.run(std::min(max_bytes, std::max(always, most_times * bytes.size())),
                             fault);
}

}  // namespace corridor
