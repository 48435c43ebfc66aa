#include "app/pipeline.h"

#include <cstdio>

#include <unistd.h>

#include "app/run_config.h"
#include "core/flow/cursor_store.h"

namespace khabar {

Plan plan_of(TomlValue config, const Catalog& catalog) {
  return read_plan(std::move(config), catalog, service_tables());
}

Result<std::unique_ptr<CursorStore>> open_cursors(const std::string& state_dir) {
  if (state_dir.empty()) return std::make_unique<ForgetfulCursorStore>();
  auto store = FileCursorStore::open(state_dir);
  if (!store) return tl::unexpected(store.error());
  return std::unique_ptr<CursorStore>(std::move(*store));
}

SummaryContext summary_context(const TomlValue& config) {
  SummaryContext context;
  context.colours = isatty(STDERR_FILENO) == 1;
  const TomlValue* sinks = config.find("sinks");
  if (!sinks || !sinks->table()) return context;
  for (const auto& [name, sink] : *sinks->table()) {
    const TomlValue* type = sink.find("type");
    const TomlValue* path = sink.find("path");
    if (!path || !path->text()) continue;
    const bool dead = (type && type->text() ? *type->text() : name) == "dead_letter";
    if (dead) {
      context.dead_letters = *path->text();
    } else if (*path->text() != "-") {
      context.outputs.push_back(*path->text());
    }
  }
  return context;
}

int fail_with(const Error& error, int code) {
  std::fprintf(stderr, "khabar: %s\n", error.message.c_str());
  return code;
}

}  // namespace khabar
