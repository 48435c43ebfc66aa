#include "app/config_check.h"

#include <cstdlib>
#include <filesystem>

#include "app/pipeline.h"
#include "app/run_config.h"
#include "app/standard_catalog.h"
#include "core/flow/cursor_store.h"
#include "core/flow/metrics.h"

namespace khabar {
namespace {

// A folder that goes when this goes.
class ScratchFolder {
 public:
  static Result<ScratchFolder> make() {
    std::error_code error;
    std::string path = (std::filesystem::temp_directory_path(error) / "khabar-check-XXXXXX");
    if (error || mkdtemp(path.data()) == nullptr) {
      return unavailable(path + ": no folder can be made there to check in");
    }
    return ScratchFolder(std::move(path));
  }
  ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

}  // namespace

Result<CheckedConfig> check_config(const TomlValue& config, const std::string& conf_dir) {
  const auto scratch = ScratchFolder::make();
  if (!scratch) return tl::unexpected(scratch.error());
  const Catalog catalog = standard_catalog();
  const Plan plan = plan_of(config, catalog);
  SystemClock clock;
  Metrics metrics;
  ForgetfulCursorStore cursors;
  const Services services{clock, metrics, cursors, conf_dir, scratch->path()};
  const auto parts = make_parts(plan, catalog, services);
  const auto service = read_service_options(config);
  if (!parts && !service) return invalid(parts.error().message + "\n" + service.error().message);
  if (!parts) return tl::unexpected(parts.error());
  if (!service) return tl::unexpected(service.error());
  return CheckedConfig{parts->sources.size(), parts->stages.size(), parts->sinks.size()};
}

}  // namespace khabar
