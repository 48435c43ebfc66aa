// CappedStream: a socket for cpp-httplib that lets a client send and take only so many bytes in
// only so much time, all in all: the library bounds each line and each wait, but neither the
// number of headers nor how slowly they may drip. One thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include <httplib.h>

namespace khabar {

class CappedStream final : public httplib::Stream {
 public:
  // `until`: for all reading and writing together. The socket stays the caller's.
  CappedStream(socket_t socket, std::size_t read_bytes_max,
               std::chrono::steady_clock::time_point until)
      : socket_(socket), read_bytes_left_(read_bytes_max), until_(until) {}

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* to, std::size_t size) override;
  ssize_t write(const char* from, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  bool wait_for(short events) const;

  const socket_t socket_;
  std::size_t read_bytes_left_;
  const std::chrono::steady_clock::time_point until_;
  // Lines are read byte by byte: a system call each would be a waste.
  char buffer_[4096];
  std::size_t from_ = 0, to_ = 0;
};

}  // namespace khabar
