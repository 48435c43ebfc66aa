#include "app/admin/host_check.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

TEST(HostCheck, TellsOurNamesFromStrangers) {
  const std::vector<std::string> names{"news.example.org"};
  struct Row {
    std::string_view host;
    bool is_own;
  };
  const std::vector<Row> rows{
      {"127.0.0.1:7117", true},
      {"127.0.0.1", true},
      {"10.1.2.3:80", true},
      {"[::1]:7117", true},
      {"[::1]", true},
      {"localhost:7117", true},
      {"LocalHost", true},
      {"news.example.org", true},
      {"NEWS.example.org:443", true},
      // A name that a stranger had point at 127.0.0.1.
      {"evil.example:7117", false},
      {"localhost.evil.example", false},
      {"127.0.0.1.evil.example:7117", false},
      {"news.example.org.evil.example", false},
      // No host at all.
      {"", false},
      {"127.0.0.1:", false},
      {"127.0.0.1:x", false},
      {"127.0.0.1:1:2", false},
      {"[::1", false},
      {"[::1]x", false},
      {"[evil]:1", false},
      {"127.1", false},
      {"2130706433", false},
      {"localhost.", false},
      {std::string_view("127.0.0.1\0.evil", 15), false},
  };
  for (const Row& row : rows) EXPECT_EQ(is_own_host(row.host, names), row.is_own) << row.host;
}

}  // namespace
}  // namespace khabar
