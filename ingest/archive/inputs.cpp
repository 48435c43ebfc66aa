#include "ingest/archive/inputs.h"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "core/io/file.h"
#include "core/text/ascii.h"
#include "ingest/archive/jsonl_reader.h"
#include "ingest/archive/payload_kind.h"
#include "ingest/archive/text_reader.h"
#include "ingest/archive/warc_header.h"
#include "ingest/archive/warc_reader.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kInputsMax = 10'000'000;

struct Suffix {
  std::string_view name;
  InputFormat format;
};

constexpr Suffix kSuffixes[] = {
    {".warc", InputFormat::warc},    {".wet", InputFormat::warc},   {".jsonl", InputFormat::jsonl},
    {".ndjson", InputFormat::jsonl}, {".json", InputFormat::jsonl}, {".txt", InputFormat::text},
    {".text", InputFormat::text},    {".html", InputFormat::html},  {".htm", InputFormat::html},
    {".xhtml", InputFormat::html},
};

std::string lower_name(std::string_view path) {
  std::string name = lower_ascii(path.substr(path.rfind('/') + 1));
  for (const std::string_view packed : {".gz", ".zst", ".zstd"}) {
    if (name.ends_with(packed)) {
      name.resize(name.size() - packed.size());
      break;
    }
  }
  return name;
}

// A file that gives one document, which says why it gives no more.
class RefusedReader final : public RecordReader {
 public:
  explicit RefusedReader(Document document) : document_(std::move(document)) {}

  Result<std::optional<Document>> next() override {
    if (told_) return std::nullopt;
    told_ = true;
    return document_;
  }
  ReadPlace place() const override { return told_ ? ReadPlace::end() : ReadPlace{}; }
  Status start_at(const ReadPlace& place) override {
    told_ = place == ReadPlace::end();
    return {};
  }
  std::uint64_t stored_bytes() const override { return 0; }

 private:
  Document document_;
  bool told_ = false;
};

Document refusal(const Input& input) {
  Document document;
  document.origin.kind = "file";
  document.origin.path = input.path;
  return document;
}

std::unique_ptr<RecordReader> refuse(const Input& input, Fault fault) {
  Document document = refusal(input);
  document.fault = std::move(fault);
  return std::make_unique<RefusedReader>(std::move(document));
}

// An Error only of standard input or a pipe that was interrupted: told again at the first read.
class InterruptedReader final : public RecordReader {
 public:
  explicit InterruptedReader(std::string path) : path_(std::move(path)) {}
  Result<std::optional<Document>> next() override {
    return cancelled(path_ + ": reading was stopped");
  }
  ReadPlace place() const override { return {}; }
  Status start_at(const ReadPlace&) override { return {}; }
  std::uint64_t stored_bytes() const override { return 0; }

 private:
  std::string path_;
};

Result<Input> input_of(const std::string& path) {
  Input input{path, 0, std::nullopt};
  std::error_code error;
  if (path == "-") return input;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) {
    input.fault = Fault{"input_unreadable", path + ": no such file"};
  } else if (fs::is_regular_file(status)) {
    const auto size = fs::file_size(path, error);
    if (!error) input.bytes = size;
  }
  return input;
}

// The files that one named path stands for.
Result<std::vector<std::string>> files_of(const std::string& path) {
  std::error_code error;
  if (path == "-" || fs::is_regular_file(path, error)) return std::vector<std::string>{path};
  if (fs::is_directory(path, error)) return walk_files(path, kInputsMax);
  if (!is_glob(path) || fs::exists(path, error)) return std::vector<std::string>{path};
  auto matches = match_glob(path, kInputsMax);
  if (!matches) return matches;
  if (matches->empty()) return std::vector<std::string>{path};  // "no such file" names it
  std::vector<std::string> files;
  for (const std::string& match : *matches) {
    if (!fs::is_directory(match, error)) {
      files.push_back(match);
      continue;
    }
    auto inner = walk_files(match, kInputsMax);
    if (!inner) return inner;
    files.insert(files.end(), inner->begin(), inner->end());
  }
  return files;
}

}  // namespace

Result<std::vector<Input>> expand_inputs(const std::vector<std::string>& paths) {
  std::vector<Input> inputs;
  std::unordered_set<std::string> seen;
  for (const std::string& named : paths) {
    auto files = files_of(named);
    if (!files) {
      inputs.push_back({named, 0, Fault{"input_unreadable", files.error().message}});
      continue;
    }
    for (std::string& file : *files) {
      if (!seen.insert(file).second) continue;
      auto input = input_of(file);
      if (!input) return tl::unexpected(input.error());
      inputs.push_back(std::move(*input));
    }
    if (inputs.size() > kInputsMax) {
      return invalid(named + ": more than " + std::to_string(kInputsMax) + " input files");
    }
  }
  return inputs;
}

std::optional<InputFormat> format_by_name(std::string_view path) {
  const std::string name = lower_name(path);
  for (const Suffix& suffix : kSuffixes) {
    if (name.ends_with(suffix.name)) return suffix.format;
  }
  return std::nullopt;
}

std::optional<InputFormat> format_by_content(std::string_view first, bool is_pipe) {
  if (begins_warc_record(first)) return InputFormat::warc;
  if (first.starts_with("\xEF\xBB\xBF")) first.remove_prefix(3);
  const auto start = first.substr(std::min(first.find_first_not_of(" \t\r\n"), first.size()));
  if (start.starts_with('{')) return InputFormat::jsonl;
  if (looks_like_html(first)) return InputFormat::html;
  if (is_pipe && !start.empty() && looks_like_text(first)) return InputFormat::text;
  return std::nullopt;
}

namespace {

struct Opened {
  std::unique_ptr<MemberStream> members;
  std::string first;  // decoded bytes; empty when the first member is damaged
};

constexpr std::size_t kFirstBytes = 4096;

Result<Opened> open_and_look(const Input& input, const OpenOptions& options) {
  std::unique_ptr<FileStream> file;
  if (input.path == "-") {
    file = FileStream::standard_input();
  } else {
    auto opened = FileStream::open(input.path);
    if (!opened) return tl::unexpected(opened.error());
    file = std::move(*opened);
  }
  file->interrupt_by(options.wish);
  auto members = open_members(std::move(file), DecodeBounds{});
  if (!members) return tl::unexpected(members.error());
  Opened opened{std::move(*members), {}};
  if (auto piece = opened.members->next()) {
    opened.first = piece->bytes.substr(0, kFirstBytes);
  } else if (piece.error().kind == DamageKind::cancelled) {
    return cancelled(piece.error().detail);
  }
  if (auto back = opened.members->seek({0, 0}); !back) return tl::unexpected(back.error());
  return opened;
}

std::unique_ptr<RecordReader> make_reader(InputFormat format, Opened opened, const Input& input,
                                          const OpenOptions& options) {
  switch (format) {
    case InputFormat::warc:
      return make_warc_reader(std::move(opened.members), input.path, options.bounds);
    case InputFormat::jsonl:
      return make_jsonl_reader(std::move(opened.members), input.path, options.bounds,
                               options.keep_extra);
    case InputFormat::text:
      return make_text_reader(std::move(opened.members), input.path, PayloadKind::text,
                              options.bounds);
    case InputFormat::html:
      break;
  }
  return make_text_reader(std::move(opened.members), input.path, PayloadKind::html, options.bounds);
}

}  // namespace

std::unique_ptr<RecordReader> open_reader(const Input& input, const OpenOptions& options) {
  if (input.fault) return refuse(input, *input.fault);
  auto opened = open_and_look(input, options);
  if (!opened && opened.error().kind == ErrorKind::cancelled) {
    return std::make_unique<InterruptedReader>(input.path);
  }
  if (!opened) return refuse(input, Fault{"input_unreadable", opened.error().message});
  const auto by_content = format_by_content(opened->first, input.path == "-");
  auto format = by_content == InputFormat::warc ? by_content : format_by_name(input.path);
  if (!format) format = by_content;
  if (!format) {
    return refuse(input, Fault{"input_unknown_format",
                               input.path + ": neither its name nor its first bytes tell WARC, "
                                            "JSONL, text or HTML"});
  }
  const bool json_array = format == InputFormat::jsonl && !opened->first.empty() &&
                          lower_name(input.path).ends_with(".json") && !by_content;
  if (json_array) {
    return refuse(input, Fault{"input_unknown_format",
                               input.path + ": no line of JSON objects; one document a line is "
                                            "read, not one JSON document a file"});
  }
  const auto& wanted = options.formats;
  if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), *format) == wanted.end()) {
    Document document = refusal(input);
    document.dropped = "input_format_not_wanted";
    return std::make_unique<RefusedReader>(std::move(document));
  }
  return make_reader(*format, std::move(*opened), input, options);
}

}  // namespace khabar
