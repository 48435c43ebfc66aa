#include "core/io/address_guard.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace khabar {
namespace {

AddressGuard guard_of(bool allow_private = false, const std::vector<std::string>& networks = {}) {
  auto guard = AddressGuard::make(allow_private, networks);
  EXPECT_TRUE(guard) << guard.error().message;
  return *std::move(guard);
}

std::string refusal_of(const AddressGuard& guard, std::string_view text) {
  const auto address = IpAddress::parse(text);
  EXPECT_TRUE(address) << text;
  return address ? guard.refusal(*address).value_or("") : "unreadable";
}

// The first and the last address of each network, and its neighbours on both sides.
TEST(AddressGuard, TheBordersOfEveryRefusedNetwork) {
  struct Row {
    const char *before, *first, *last, *after;  // before, after: may be connected to
  };
  const Row rows[] = {
      {nullptr, "0.0.0.0", "0.255.255.255", "1.0.0.0"},
      {"9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"},
      {"100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"},
      {"126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0"},
      {"169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0"},
      {"168.63.129.15", "168.63.129.16", "168.63.129.16", "168.63.129.17"},
      {"172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"},
      {"191.255.255.255", "192.0.0.0", "192.0.0.255", "192.0.1.0"},
      {"192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0"},
      {"192.88.98.255", "192.88.99.0", "192.88.99.255", "192.88.100.0"},
      {"192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"},
      {"198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0"},
      {"198.51.99.255", "198.51.100.0", "198.51.100.255", "198.51.101.0"},
      {"203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0"},
      {"223.255.255.255", "224.0.0.0", "255.255.255.255", nullptr},
      {nullptr, "::", "::1", nullptr},
      {nullptr, "::2", "::ffff:ffff", nullptr},
      {nullptr, "1::", "1fff:ffff::", "2000::"},
      {"2000:ffff::", "2001::", "2001:1ff:ffff::", "2001:200::"},
      {"2001:db7:ffff::", "2001:db8::", "2001:db8:ffff::ffff", "2001:db9::"},
      {"3ffe:ffff::", "3fff::", "3fff:fff:ffff::", "3fff:1000::"},
      {"3fff:ffff::", "4000::", "fbff:ffff::", nullptr},
      {nullptr, "fc00::", "fdff:ffff::", nullptr},
      {nullptr, "fe80::", "febf:ffff::", nullptr},
      {nullptr, "fec0::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", nullptr},
  };
  const AddressGuard guard = guard_of();
  for (const Row& row : rows) {
    if (row.before != nullptr) {
      EXPECT_EQ(refusal_of(guard, row.before), "");
    }
    EXPECT_NE(refusal_of(guard, row.first), "") << row.first;
    EXPECT_NE(refusal_of(guard, row.last), "") << row.last;
    if (row.after != nullptr) {
      EXPECT_EQ(refusal_of(guard, row.after), "");
    }
  }
}

TEST(AddressGuard, FormsThatCarryAnIpv4Address) {
  const AddressGuard guard = guard_of();
  EXPECT_EQ(refusal_of(guard, "::ffff:127.0.0.1"),
            "::ffff:127.0.0.1 is IPv4-mapped: 127.0.0.1 is loopback (127.0.0.0/8)");
  EXPECT_EQ(refusal_of(guard, "64:ff9b::10.0.0.1"),
            "64:ff9b::a00:1 is NAT64: 10.0.0.1 is private (10.0.0.0/8)");
  EXPECT_EQ(refusal_of(guard, "2002:a9fe:a9fe::1"),
            "2002:a9fe:a9fe::1 is 6to4: 169.254.169.254 is link-local (169.254.0.0/16)");
  EXPECT_EQ(refusal_of(guard, "2a00:1450:4001::5efe:192.168.0.1"),
            "2a00:1450:4001::5efe:c0a8:1 is ISATAP: 192.168.0.1 is private (192.168.0.0/16)");
  for (const char* fine : {"::ffff:93.184.216.34", "64:ff9b::93.184.216.34", "2002:5db8:d822::1",
                           "2a00:1450:4001:0:200:5efe:93.184.216.34"}) {
    EXPECT_EQ(refusal_of(guard, fine), "");
  }
  for (const char* never : {"::93.184.216.34", "::ffff:0:93.184.216.34", "64:ff9b:1::5db8:d822",
                            "2001:0:5db8:d822::1", "fe80::5efe:93.184.216.34"}) {
    EXPECT_NE(refusal_of(guard, never), "") << never;
  }
}

TEST(AddressGuard, PrivateNetworksCanBeAllowedButNotTheCloudsKeys) {
  const AddressGuard guard = guard_of(true);
  for (const char* text :
       {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "::1", "fd00::1",
        "::ffff:127.0.0.1", "64:ff9b::10.0.0.1", "93.184.216.34"}) {
    EXPECT_EQ(refusal_of(guard, text), "");
  }
  for (const char* text : {"169.254.169.254", "0.0.0.0", "224.0.0.1", "255.255.255.255", "fe80::1",
                           "ff02::1", "::", "168.63.129.16", "::ffff:169.254.169.254"}) {
    EXPECT_NE(refusal_of(guard, text), "") << text;
  }
}

TEST(AddressGuard, NamedNetworksAreAllowedAndNoMore) {
  const AddressGuard guard = guard_of(false, {"10.1.0.0/16", "fd00:1::/32", "127.0.0.2", "::1"});
  for (const char* text :
       {"10.1.0.0", "10.1.255.255", "fd00:1::9", "127.0.0.2", "::1", "::ffff:10.1.0.1"}) {
    EXPECT_EQ(refusal_of(guard, text), "");
  }
  for (const char* text : {"10.0.255.255", "10.2.0.0", "fd00:2::9", "127.0.0.1", "127.0.0.3"}) {
    EXPECT_NE(refusal_of(guard, text), "") << text;
  }
  EXPECT_EQ(refusal_of(guard_of(false, {"0.0.0.0/0"}), "127.0.0.1"), "");
}

TEST(IpNetwork, FaultsAreNamed) {
  const auto fault_of = [](std::string_view text) {
    const auto network = parse_network(text);
    return network ? std::string("none") : network.error().message;
  };
  const std::string example = " is not a network, as \"10.1.0.0/16\" or \"fd00::/8\" are";
  EXPECT_EQ(fault_of(""), "\"\"" + example);
  EXPECT_EQ(fault_of("10.1"), "\"10.1\"" + example);
  EXPECT_EQ(fault_of("intranet/8"), "\"intranet/8\"" + example);
  EXPECT_EQ(fault_of("10.1.0.0/"), "\"10.1.0.0/\": \"\" is not a prefix length");
  EXPECT_EQ(fault_of("10.1.0.0/1x"), "\"10.1.0.0/1x\": \"1x\" is not a prefix length");
  EXPECT_EQ(fault_of("10.1.0.0/-1"), "\"10.1.0.0/-1\": \"-1\" is not a prefix length");
  EXPECT_EQ(fault_of("10.1.0.0/33"), "\"10.1.0.0/33\": prefix length 33 exceeds 32");
  EXPECT_EQ(fault_of("fd00::/129"), "\"fd00::/129\": prefix length 129 exceeds 128");
  EXPECT_EQ(fault_of("10.1.2.3/16"),
            "\"10.1.2.3/16\": bits are set behind the prefix; is 10.1.0.0/16 meant, or "
            "10.1.2.3/32?");
  for (const char* fine : {"0.0.0.0/0", "::/0", "10.1.2.3/32", "10.1.2.3", "fd00::/8"}) {
    EXPECT_EQ(fault_of(fine), "none") << fine;
  }
}

TEST(IpAddress, OnlyTheWholeTextIsAnAddress) {
  for (const std::string_view text :
       {std::string_view("127.1"), std::string_view("0x7f.0.0.1"), std::string_view("[::1]"),
        std::string_view("fe80::1%lo"), std::string_view("127.0.0.1\0x", 11), std::string_view(""),
        std::string_view("127.0.0.1 ")}) {
    EXPECT_FALSE(IpAddress::parse(text)) << text;
  }
  EXPECT_FALSE(IpAddress::parse(std::string(1000, '1')));
  EXPECT_EQ(IpAddress::parse("2001:DB8:0::1")->text(), "2001:db8::1");
}

}  // namespace
}  // namespace khabar
