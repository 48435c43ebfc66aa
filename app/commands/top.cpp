#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include <httplib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/top_view.h"

namespace khabar {
namespace {

std::string failure_words(httplib::Error error) {
  if (error == httplib::Error::Connection) return "nobody listens there";
  if (error == httplib::Error::Read) return "no answer";
  return httplib::to_string(error);
}

Result<std::string> fetch(httplib::Client& client, const std::string& address, const char* path) {
  const auto answer = client.Get(path);
  if (!answer) {
    return unavailable("http://" + address + path + ": " + failure_words(answer.error()) +
                       "; is `khabar run` running there, with its admin page enabled?");
  }
  if (answer->status != 200) {
    return invalid("http://" + address + path + ": status " + std::to_string(answer->status) +
                   ": " + printable(answer->body.substr(0, 200)));
  }
  return answer->body;
}

Result<std::string> screen(const std::string& address, const TopLayout& layout) {
  httplib::Client client("http://" + address);
  client.set_connection_timeout(std::chrono::seconds(5));
  client.set_read_timeout(std::chrono::seconds(10));
  const auto status = fetch(client, address, "/api/status");
  if (!status) return tl::unexpected(status.error());
  const auto sources = fetch(client, address, "/api/sources?only=trouble");
  if (!sources) return tl::unexpected(sources.error());
  return top_text(*status, *sources, layout);
}

TopLayout terminal_layout() {
  TopLayout layout{true, 80, 24};
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 2) {
    layout.columns = size.ws_col;
    layout.rows = size.ws_row - 1U;  // the last line stays free, or the screen would scroll
  }
  return layout;
}

int fail(const Error& error) {
  std::fprintf(stderr, "khabar top: %s\n", error.message.c_str());
  return kExitFailure;
}

}  // namespace

int run_top(const TopOptions& options) {
  const bool is_terminal = isatty(STDOUT_FILENO) == 1;
  if (options.once || !is_terminal) {
    const auto text = screen(options.address, {false, 160, 10'000});
    if (!text) return fail(text.error());
    std::fputs(text->c_str(), stdout);
    return std::fflush(stdout) == 0 ? kExitOk : kExitFailure;
  }
  bool was_shown = false;
  for (;;) {  // until SIGINT
    const auto text = screen(options.address, terminal_layout());
    if (!text && !was_shown) return fail(text.error());
    was_shown = true;
    // Home, the text with each line's rest erased, then all below erased: no flicker.
    std::string out = "\033[H";
    for (const char c : text ? *text : text.error().message + "\n") {
      if (c == '\n') out += "\033[K";
      out += c;
    }
    out += "\033[J";
    std::fwrite(out.data(), 1, out.size(), stdout);
    std::fflush(stdout);
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
}

}  // namespace khabar
