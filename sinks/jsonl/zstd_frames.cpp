#include "sinks/jsonl/zstd_frames.h"

#include <memory>

#include <zstd.h>

#include "core/base/check.h"

namespace khabar {
namespace {

// A frame ends with the line that takes it past its size, and a line is at most six times (\u0000)
// the largest input. Whatever claims more was not written here.
constexpr unsigned long long kFrameContentMax = 256ull << 20;

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

}  // namespace

Result<std::string> zstd_frame(std::string_view lines, int level) {
  const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  if (context == nullptr) return unavailable("zstd: out of memory");
  CHECK(!ZSTD_isError(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level)));
  CHECK(!ZSTD_isError(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1)));
  std::string frame(ZSTD_compressBound(lines.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context.get(), frame.data(), frame.size(), lines.data(), lines.size());
  if (ZSTD_isError(size)) return unavailable(std::string("zstd: ") + ZSTD_getErrorName(size));
  frame.resize(size);
  return frame;
}

ZstdFrames::ZstdFrames(std::string_view file) : file_(file) {
  while (stored_bytes() < file.size()) {
    const std::string_view rest = file.substr(stored_bytes());
    const std::size_t size = ZSTD_findFrameCompressedSize(rest.data(), rest.size());
    if (ZSTD_isError(size) || size == 0) return;
    const unsigned long long content = ZSTD_getFrameContentSize(rest.data(), rest.size());
    if (content > kFrameContentMax) return;  // also how zstd says "unknown" and "error"
    begins_.push_back(stored_bytes() + size);
  }
}

std::uint64_t ZstdFrames::lines_bytes() const {
  std::uint64_t bytes = 0;
  for (std::size_t frame = 0; frame < count(); ++frame) {
    bytes += ZSTD_getFrameContentSize(file_.data() + begin(frame), file_.size() - begin(frame));
  }
  return bytes;
}

Result<std::string> ZstdFrames::lines(std::size_t frame) const {
  CHECK(frame < count());
  const std::string_view stored = file_.substr(begins_[frame], begins_[frame + 1] - begins_[frame]);
  std::string lines(ZSTD_getFrameContentSize(stored.data(), stored.size()), '\0');
  const std::size_t size =
      ZSTD_decompress(lines.data(), lines.size(), stored.data(), stored.size());
  if (ZSTD_isError(size)) return invalid(std::string("zstd: ") + ZSTD_getErrorName(size));
  if (size != lines.size()) return invalid("zstd: a frame is shorter than it says");
  return lines;
}

}  // namespace khabar
