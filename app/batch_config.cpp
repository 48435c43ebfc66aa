#include "app/batch_config.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "app/run_config.h"

namespace khabar {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (byte < 0x20) {
      constexpr char kHex[] = "0123456789abcdef";
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string quoted_list(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) out += (out.size() > 1 ? ", " : "") + quoted(item);
  return out + "]";
}

class Builder {
 public:
  explicit Builder(TomlValue config) : config_(std::move(config)) {}

  void set(std::string_view path, std::string_view toml) {
    if (!status_) return;
    status_ = set_toml(config_, path, toml, "command line");
  }

  Status set_all(const std::vector<std::string>& settings) {
    return set_settings(settings, config_);
  }

  void remove(std::string_view table) {
    if (auto* entries = std::get_if<TomlValue::Table>(&config_.value)) {
      std::erase_if(*entries, [table](const auto& entry) { return entry.first == table; });
    }
  }

  bool has_sink_of_type(std::string_view type) const {
    const TomlValue* sinks = config_.find("sinks");
    if (!sinks || !sinks->table()) return false;
    return std::any_of(sinks->table()->begin(), sinks->table()->end(), [type](const auto& entry) {
      const TomlValue* said = entry.second.find("type");
      return said && said->text() ? *said->text() == type : entry.first == type;
    });
  }
  bool has_sinks() const {
    const TomlValue* sinks = config_.find("sinks");
    return sinks && sinks->table() && !sinks->table()->empty();
  }

  Result<TomlValue> take() {
    if (!status_) return tl::unexpected(status_.error());
    return std::move(config_);
  }

 private:
  TomlValue config_;
  Status status_;
};

std::string_view sink_type_of(std::string_view output) {
  for (const std::string_view suffix : {".db", ".sqlite", ".sqlite3"}) {
    if (output.ends_with(suffix)) return "sqlite";
  }
  for (const std::string_view suffix :
       {".jsonl", ".ndjson", ".json", ".jsonl.zst", ".jsonl.zstd"}) {
    if (output.ends_with(suffix)) return "jsonl";
  }
  if (output == "-" || output.starts_with("/dev/")) return "jsonl";
  return {};
}

Status add_outputs(const BatchOptions& options, Builder& builder) {
  std::vector<std::string> outputs = options.outputs;
  if (!outputs.empty()) builder.remove("sinks");
  if (outputs.empty() && !builder.has_sinks()) outputs.emplace_back("-");
  int number = 0;
  std::set<std::string> seen;
  for (const std::string& output : outputs) {
    if (!seen.insert(output).second) return invalid("-o " + output + ": named twice");
    const std::string_view type = sink_type_of(output);
    if (type.empty()) {
      return invalid("-o " + output +
                     ": the suffix tells no sink; known are .jsonl, .jsonl.zst, .db and -");
    }
    const std::string name = std::string(type) + (++number > 1 ? std::to_string(number) : "");
    builder.set("sinks." + name + ".type", quoted(type));
    builder.set("sinks." + name + ".path", quoted(output));
    if (output.ends_with(".zst") || output.ends_with(".zstd")) {
      builder.set("sinks." + name + ".compression", "\"zstd\"");
    }
  }
  const auto file = std::find_if(outputs.begin(), outputs.end(), [](const std::string& output) {
    return output != "-" && !output.starts_with("/dev/");
  });
  if (file != outputs.end() && !builder.has_sink_of_type("dead_letter")) {
    builder.set("sinks.dead_letter.path", quoted(dead_letter_path(*file)));
  }
  return {};
}

Result<TomlValue> base_config(const BatchOptions& options) {
  return options.conf.empty() ? parse_toml("", "command line") : load_toml(options.conf);
}

}  // namespace

std::string dead_letter_path(const std::string& output) {
  std::string stem = output;
  for (const std::string_view suffix :
       {".zst", ".zstd", ".jsonl", ".ndjson", ".json", ".db", ".sqlite", ".sqlite3"}) {
    if (stem.ends_with(suffix)) stem.resize(stem.size() - suffix.size());
  }
  return stem + ".rejected.jsonl";
}

Result<TomlValue> batch_config(const BatchOptions& options) {
  auto base = base_config(options);
  if (!base) return base;
  Builder builder(std::move(*base));
  if (!options.inputs.empty()) {
    builder.set("sources.archive.paths", quoted_list(options.inputs));
  }
  if (const Status added = add_outputs(options, builder); !added) {
    return tl::unexpected(added.error());
  }
  if (options.no_dedupe) builder.set("stages.order", R"(["clean", "extract"])");
  if (options.trace) {
    builder.set("clean.trace", "true");
    builder.set("extract.trace", "true");
  }
  if (options.learn) builder.set("clean.learning", "\"use\"");
  if (options.workers > 0) builder.set("pipeline.workers", std::to_string(options.workers));
  if (const Status added = builder.set_all(options.settings); !added) {
    return tl::unexpected(added.error());
  }
  return builder.take();
}

Result<TomlValue> learning_config(const BatchOptions& options, const std::string& sites_path) {
  auto base = base_config(options);
  if (!base) return base;
  Builder builder(std::move(*base));
  if (!options.inputs.empty()) {
    builder.set("sources.archive.paths", quoted_list(options.inputs));
  }
  builder.remove("sinks");
  builder.set("sinks.blackhole.type", "\"blackhole\"");
  if (options.workers > 0) builder.set("pipeline.workers", std::to_string(options.workers));
  if (const Status added = builder.set_all(options.settings); !added) {
    return tl::unexpected(added.error());
  }
  builder.set("stages.order", R"(["clean"])");
  builder.set("clean.learning", "\"count\"");
  builder.set("clean.sites", quoted(sites_path));
  return builder.take();
}

}  // namespace khabar
