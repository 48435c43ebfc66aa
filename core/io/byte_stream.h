// ByteStream: bytes pulled from a file, from memory or from standard input. A resource; one thread
// at a time. read() may block on the disk or the pipe behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace khabar {

class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Fills a part of `to`, at least one byte; 0: the end. Errors name the file.
  virtual Result<std::size_t> read(std::span<std::byte> to) = 0;

  // Goes on at `offset` from the beginning. An Error where the bytes come by only once.
  virtual Status seek(std::uint64_t offset);

  // Of the whole, where it is known before the end is reached.
  virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
};

class FileStream final : public ByteStream {
 public:
  static Result<std::unique_ptr<FileStream>> open(const std::string& path);
  // Reads descriptor 0, which stays open.
  static std::unique_ptr<FileStream> standard_input();

  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;
  ~FileStream() override;

  // Reads fail with ErrorKind::cancelled once this is wished; one that waits for a pipe gives up
  // within 50 ms.
  void interrupt_by(std::stop_token wish) { wish_ = std::move(wish); }

  Result<std::size_t> read(std::span<std::byte> to) override;
  Status seek(std::uint64_t offset) override;
  std::optional<std::uint64_t> size() const override;

 private:
  FileStream(int fd, std::string name, bool owned);

  int fd_;
  std::string name_;
  bool owned_;
  bool regular_ = false;
  std::stop_token wish_;
};

// Reads what it borrows or owns; seekable.
class MemoryStream final : public ByteStream {
 public:
  static std::unique_ptr<MemoryStream> over(std::string_view borrowed);
  static std::unique_ptr<MemoryStream> owning(std::string bytes);

  Result<std::size_t> read(std::span<std::byte> to) override;
  Status seek(std::uint64_t offset) override;
  std::optional<std::uint64_t> size() const override { return bytes_.size(); }

 private:
  std::string owned_;
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace khabar
