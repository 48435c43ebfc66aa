#include "core/flow/plan.h"

#include <algorithm>
#include <set>
#include <thread>
#include <utility>

namespace khabar {
namespace {

const std::vector<std::string> kStandardStages{"clean", "dedupe", "extract"};
constexpr std::string_view kOrderHelp = "the stages that documents pass, in order";

template <class Map>
std::vector<std::string> names_of(const Map& map) {
  std::vector<std::string> names;
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

std::size_t count(Settings& settings, std::string_view key, std::size_t fallback,
                  std::int64_t least, std::int64_t most, std::string_view help) {
  return static_cast<std::size_t>(
      settings.integer(key, static_cast<std::int64_t>(fallback), least, most, help));
}

template <class Duration>
Duration period(Settings& settings, std::string_view key, Duration fallback, std::int64_t least,
                std::int64_t most, std::string_view help) {
  return Duration(settings.integer(key, fallback.count(), least, most, help));
}

Tuning read_tuning(Settings& s) {
  using std::chrono::seconds;
  Tuning t;
  t.workers =
      count(s, "workers", 0, 0, 1024, "threads of each run of parallel stages; 0: one a core");
  if (t.workers == 0) t.workers = std::max(1U, std::thread::hardware_concurrency());
  t.queue_documents = count(s, "queue_documents", t.queue_documents, 1, 65'536,
                            "documents that wait between two steps");
  t.open_documents_max =
      count(s, "open_documents_max", t.open_documents_max, 1, 1'000'000,
            "documents between source and settlement; what a killed run reads again is at most "
            "twice as many");
  t.open_bytes_max = count(s, "open_mebibytes_max", t.open_bytes_max >> 20, 1, 1'000'000,
                           "payload bytes of these, in MiB; a larger document passes alone")
                     << 20;
  t.batch_documents = count(s, "batch_documents", t.batch_documents, 1, 100'000,
                            "documents a sink is given at once, at most; never more than a "
                            "quarter of open_documents_max");
  t.batch_wait = period(s, "batch_ms", t.batch_wait, 0, 60'000,
                        "how long the first of a batch waits for the others");
  t.cursor_wait = period(s, "cursor_ms", t.cursor_wait, 1, 60'000,
                         "how often cursors are made durable, at least");
  t.retry_patience = period(s, "retry_s", std::chrono::duration_cast<seconds>(t.retry_patience), 0,
                            604'800, "how long a sink may be unavailable before the run fails");
  t.grace = period(s, "grace_s", t.grace, 0, 3600,
                   "time to deliver what was read after SIGTERM; three quarters of it wait");
  t.sources_in_turn = s.one_of("read", {"together", "in_turn"}, "together",
                               "several sources at the same time, or one after another (output "
                               "then repeats byte for byte)") == "in_turn";
  return t;
}

// "; did you mean X?", or nothing.
std::string suggestion(std::string_view name, const std::vector<std::string>& known) {
  const std::string nearest = nearest_name(name, known);
  return nearest.empty() ? std::string() : "; did you mean " + nearest + "?";
}

class PlanReader {
 public:
  PlanReader(const Catalog& catalog, Plan& plan) : catalog_(catalog), plan_(plan) {}

  void read(const std::vector<std::string>& other_tables) {
    const TomlValue& config = *plan_.config;
    if (config.table() == nullptr) return fault(config, "the configuration is not a table");
    check_names(config, other_tables);
    read_pipeline();
    plan_.sources = read_components("sources", names_of(catalog_.sources()));
    read_stages();
    plan_.sinks = read_components("sinks", names_of(catalog_.sinks()));
  }

 private:
  void fault(const TomlValue& where, const std::string& message) {
    plan_.faults.push_back(where.place.to_string() + ": " + message);
  }

  void keep_faults(const Settings& settings) {
    for (std::string& text : settings.faults()) plan_.faults.push_back(std::move(text));
  }

  void check_names(const TomlValue& config, const std::vector<std::string>& other_tables) {
    std::vector<std::string> known = names_of(catalog_.stages());
    known.insert(known.end(), {"pipeline", "sources", "stages", "sinks"});
    known.insert(known.end(), other_tables.begin(), other_tables.end());
    for (const auto& [name, value] : *config.table()) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      fault(value, "[" + name + "] is not a table of this program" + suggestion(name, known));
    }
  }

  // The top-level table of that name; where it is absent, an empty one that stands where the
  // configuration begins.
  const TomlValue& table_or_empty(std::string_view name) const {
    const TomlValue* found = plan_.config->find(name);
    return found != nullptr ? *found : *plan_.absent;
  }

  void read_pipeline() {
    Settings settings(table_or_empty("pipeline"), "pipeline");
    plan_.tuning = read_tuning(settings);
    keep_faults(settings);
  }

  void read_stages() {
    Settings settings(table_or_empty("stages"), "stages");
    const auto order = settings.texts("order", kStandardStages, kOrderHelp);
    const std::vector<std::string> known = names_of(catalog_.stages());
    std::set<std::string> seen;
    for (const std::string& name : order) {
      if (!catalog_.stages().contains(name)) {
        settings.fault("order", "there is no stage \"" + name + "\"" + suggestion(name, known));
      } else if (!seen.insert(name).second) {
        settings.fault("order", "the stage \"" + name + "\" stands twice");
      } else {
        plan_.stages.push_back({name, name, name, &table_or_empty(name)});
      }
    }
    keep_faults(settings);
  }

  std::vector<Plan::Component> read_components(const std::string& kind,
                                               const std::vector<std::string>& types) {
    const TomlValue& all = table_or_empty(kind);
    std::vector<Plan::Component> out;
    if (all.table() == nullptr) {
      fault(all,
            kind + " is " + std::string(all.type_name()) + ": want tables [" + kind + ".NAME]");
      return out;
    }
    for (const auto& [name, value] : *all.table()) {
      const std::string path = kind + "." + name;
      const TomlValue* enabled = value.find("enabled");
      const bool* on = enabled != nullptr ? std::get_if<bool>(&enabled->value) : nullptr;
      if (on != nullptr && !*on) continue;
      const TomlValue* type = value.find("type");
      const std::string type_name =
          type != nullptr && type->text() != nullptr ? *type->text() : name;
      if (value.table() == nullptr) {
        fault(value, path + " is " + std::string(value.type_name()) + ": want a table");
      } else if (std::find(types.begin(), types.end(), type_name) == types.end()) {
        fault(type == nullptr ? value : *type,
              path + ": there is no type \"" + type_name + "\"" + suggestion(type_name, types));
      } else {
        out.push_back({name, type_name, path, &value});
      }
    }
    if (all.table()->empty()) fault(all, "want at least one table [" + kind + ".NAME]");
    return out;
  }

  const Catalog& catalog_;
  Plan& plan_;
};

// The settings that every source and sink has, whatever its type.
void read_common(Settings& settings, const Plan::Component& component) {
  settings.text("type", component.name, "what it is; by default what it is called");
  settings.flag("enabled", true, "false: as if it were not written");
}

// Makes one component; its faults, and its error where the settings do not explain it.
template <class T>
std::unique_ptr<T> make_one(const Plan::Component& component, const Catalog::Make<T>& make,
                            bool has_type, const Services& services,
                            std::vector<std::string>& faults) {
  Settings settings(*component.table, component.path);
  if (has_type) read_common(settings, component);
  auto made = make(settings, services);
  std::vector<std::string> own = settings.faults();
  if (!made && own.empty()) {
    own.push_back(component.table->place.to_string() + ": " + component.path + ": " +
                  made.error().message);
  }
  faults.insert(faults.end(), own.begin(), own.end());
  return made && own.empty() ? *std::move(made) : nullptr;
}

template <class T, class Map>
std::vector<Named<T>> make_all(const std::vector<Plan::Component>& components, const Map& makes,
                               bool has_type, const Services& services,
                               std::vector<std::string>& faults) {
  std::vector<Named<T>> out;
  for (const Plan::Component& component : components) {
    auto part = make_one<T>(component, makes.at(component.type), has_type, services, faults);
    if (part != nullptr) out.push_back({component.name, std::move(part)});
  }
  return out;
}

template <class Map>
void rows_of(const Map& makes, const std::string& kind, const Services& services,
             std::vector<SettingRow>& rows) {
  const TomlValue empty{TomlValue::Table{}, {}};
  for (const auto& [name, make] : makes) {
    const Plan::Component component{name, name, kind + name, &empty};
    Settings settings(empty, component.path);
    if (!kind.empty()) read_common(settings, component);
    static_cast<void>(make(settings, services));  // for what it reads; it may well want more
    for (SettingRow& row : settings.rows()) rows.push_back(std::move(row));
  }
}

}  // namespace

std::size_t Tuning::batch_documents_held() const {
  const std::size_t quarter = std::max<std::size_t>(1, open_documents_max / 4);
  return std::clamp<std::size_t>(batch_documents, 1, quarter);
}

Checkpoint::Bounds Tuning::share_of(std::size_t sources) const {
  return {std::max<std::size_t>(1, open_documents_max / sources),
          std::max<std::size_t>(1, open_bytes_max / sources)};
}

Plan read_plan(TomlValue config, const Catalog& catalog,
               const std::vector<std::string>& other_tables) {
  Plan plan;
  plan.config = std::make_shared<const TomlValue>(std::move(config));
  plan.absent =
      std::make_shared<const TomlValue>(TomlValue{TomlValue::Table{}, plan.config->place});
  PlanReader(catalog, plan).read(other_tables);
  return plan;
}

Result<Parts> make_parts(const Plan& plan, const Catalog& catalog, const Services& services) {
  Services own = services;
  own.replay_documents_max = plan.tuning.replay_documents_max();
  const std::size_t shares =
      plan.tuning.sources_in_turn ? 1 : std::max<std::size_t>(1, plan.sources.size());
  own.open_bounds = plan.tuning.share_of(shares);
  std::vector<std::string> faults = plan.faults;
  Parts parts;
  parts.sources = make_all<Source>(plan.sources, catalog.sources(), true, own, faults);
  parts.stages = make_all<StageFactory>(plan.stages, catalog.stages(), false, own, faults);
  parts.sinks = make_all<Sink>(plan.sinks, catalog.sinks(), true, own, faults);
  const bool holds_records =
      std::any_of(parts.sinks.begin(), parts.sinks.end(),
                  [](const Named<Sink>& sink) { return !sink.part->wants_faults(); });
  if (faults.empty() && !holds_records) {
    faults.push_back(plan.config->place.to_string() + ": no sink takes records");
  }
  if (faults.empty() && parts.sources.empty()) {
    faults.push_back(plan.config->place.to_string() + ": no source is enabled");
  }
  if (faults.empty()) return parts;
  std::string all;
  for (const std::string& fault : faults) all += (all.empty() ? "" : "\n") + fault;
  return invalid(std::move(all));
}

std::vector<SettingRow> setting_rows(const Catalog& catalog, const Services& services) {
  const TomlValue empty{TomlValue::Table{}, {}};
  Settings pipeline(empty, "pipeline");
  read_tuning(pipeline);
  std::vector<SettingRow> rows = pipeline.rows();
  Settings stages(empty, "stages");
  stages.texts("order", kStandardStages, kOrderHelp);
  for (SettingRow& row : stages.rows()) rows.push_back(std::move(row));
  rows_of(catalog.sources(), "sources.", services, rows);
  rows_of(catalog.stages(), "", services, rows);
  rows_of(catalog.sinks(), "sinks.", services, rows);
  return rows;
}

}  // namespace khabar
