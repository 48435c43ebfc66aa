#include "core/html/escape.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/html/entities.h"

namespace khabar {
namespace {

struct Case {
  std::string_view plain, text, attribute;
};

constexpr Case kCases[] = {
    {"", "", ""},
    {"&", "&amp;", "&amp;"},
    {"<", "&lt;", "&lt;"},
    {">", "&gt;", "&gt;"},
    {"\"", "\"", "&quot;"},
    {"'", "'", "'"},
    {"a < b && c > \"d\"", "a &lt; b &amp;&amp; c &gt; \"d\"",
     "a &lt; b &amp;&amp; c &gt; &quot;d&quot;"},
    {"&amp;", "&amp;amp;", "&amp;amp;"},
    {"<script>", "&lt;script&gt;", "&lt;script&gt;"},
    {"نشرة «أ» & «ب»", "نشرة «أ» &amp; «ب»", "نشرة «أ» &amp; «ب»"},
};

TEST(Escape, TextAndAttributes) {
  for (const Case& c : kCases) {
    std::string text = "kept ", attribute = "kept ";
    append_escaped_text(c.plain, text);
    append_escaped_attribute(c.plain, attribute);
    EXPECT_EQ(text, "kept " + std::string(c.text));
    EXPECT_EQ(attribute, "kept " + std::string(c.attribute));
    EXPECT_EQ(escaped_html(c.plain), c.attribute);
  }
}

TEST(Escape, EveryByteComesBackFromDecoding) {
  std::string bytes;
  for (int value = 0; value < 256; ++value) bytes += static_cast<char>(value);
  std::string decoded;
  decode_entities(escaped_html(bytes), decoded, ReferenceMode::attribute);
  EXPECT_EQ(decoded, bytes);
}

}  // namespace
}  // namespace khabar
