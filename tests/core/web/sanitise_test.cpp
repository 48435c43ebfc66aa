#include "core/web/sanitise.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/html/parser.h"

namespace khabar {
namespace {

struct Case {
  const char* html;
  const char* safe;
};

class Sanitise : public ::testing::TestWithParam<Case> {};

TEST_P(Sanitise, Gives) {
  EXPECT_EQ(sanitise_html(GetParam().html), GetParam().safe);
}

constexpr Case kKept[] = {
    {"<p>قال <b>الوزير</b> &amp; نائبه</p>", "<p>قال <b>الوزير</b> &amp; نائبه</p>"},
    {"  نص بلا وسوم  ", "نص بلا وسوم"},
    {"<p dir=rtl class=lead>سلام</p>", "<p class=\"lead\" dir=\"rtl\">سلام</p>"},
    {"<a href='https://n.example/خبر' rel=NoFollow>خبر</a>",
     "<a href=\"https://n.example/خبر\" rel=\"nofollow\">خبر</a>"},
    {"<a href=\"mailto:desk@n.example\">x</a>", "<a href=\"mailto:desk@n.example\">x</a>"},
    {"<br><br/><hr>", "<br /><br /><hr />"},
    {"<img src=/a.jpg alt='أ > ب'>", "<img alt=\"أ &gt; ب\" src=\"/a.jpg\" />"},
    {"&nbsp;&copy;&#1587;&#x633;&#X633;", "&nbsp;&copy;&#1587;&#x633;&#x633;"},
    {"<p style='color: red; position: fixed; margin: 0 auto'>x</p>",
     "<p style=\"color: red; margin: 0 auto;\">x</p>"},
    {"<math><mi>س</mi></math>",
     "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>س</mi></math>"},
    {"<svg viewbox='0 0 1 1'><lineargradient id=g></lineargradient></svg>",
     "<svg viewBox=\"0 0 1 1\" xmlns=\"http://www.w3.org/2000/svg\">"
     "<linearGradient id=\"g\"></linearGradient></svg>"},
};
INSTANTIATE_TEST_SUITE_P(Kept, Sanitise, ::testing::ValuesIn(kKept));

constexpr Case kTaken[] = {
    {"أ<script>alert(1)</script>ب", "أب"},
    {"أ<SCRIPT SRC=//evil.example/x.js></SCRIPT>ب", "أب"},
    {"أ<script>x</scr\nipt>ب", "أ"},
    {"أ<style>p{}</style>ب", "أب"},
    {"أ<iframe src=//evil.example></iframe>ب", "أب"},
    {"أ<object data=x><embed src=y></object>ب", "أب"},
    {"<p onclick='x()' ONMOUSEOVER=y>أ</p>", "<p>أ</p>"},
    {"<img src=x onerror=alert(1)>", "<img src=\"x\" />"},
    {"<a href='javascript:alert(1)'>أ</a>", "<a href=\"\">أ</a>"},
    {"<a href=' java\nscript:alert(1)'>أ</a>", "<a href=\"\">أ</a>"},
    {"<a href='&#106;avascript:x'>أ</a>", "<a href=\"\">أ</a>"},
    {"<img src='data:text/html,x'>", "<img src=\"\" />"},
    {"<form action='vbscript:x'>أ</form>", "<form action=\"\">أ</form>"},
    {"<base href=//evil.example><meta http-equiv=refresh content=0>أ", "أ"},
    {"<p style='background: url(javascript:x)'>أ</p>", "<p>أ</p>"},
    {"<p style='width: expression(alert(1))'>أ</p>", "<p>أ</p>"},
    {"<p style='color: r\\65 d'>أ</p>", "<p>أ</p>"},
    {"أ<!-- <b> -->ب", "أب"},
    {"أ<!--[if IE]><script>x</script><![endif]-->ب", "أب"},
    {"<?php echo 1 ?>أ", "أ"},
    {"<svg><script>x</script><circle r=1 onload=x /></svg>",
     "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"1\"></circle></svg>"},
    {"<svg><animate attributeName=href values=javascript:x /></svg>",
     "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"},
    {"<svg><a xlink:href='javascript:x'>أ</a></svg>",
     "<svg xmlns=\"http://www.w3.org/2000/svg\"><a xlink:href=\"\" "
     "xmlns:xlink=\"http://www.w3.org/1999/xlink\">أ</a></svg>"},
    {"<circle r=1>أ</circle>", "أ"},
    {"<a title='</a><script>x</script>'>أ</a>",
     "<a title=\"&lt;/a&gt;&lt;script&gt;x&lt;/script&gt;\">أ</a>"},
    {"<a href=\"x", ""},
    {"أ <", "أ &lt;"},
};
INSTANTIATE_TEST_SUITE_P(Taken, Sanitise, ::testing::ValuesIn(kTaken));

constexpr Case kMended[] = {
    {"1 < 2 & 3 > 2", "1 &lt; 2 & 3 > 2"},
    {"AT&T &unknown; &", "AT&amp;T &amp;unknown; &"},
    {"&#147;خبر&#148;", "&#x201c;خبر&#x201d;"},
    {"<! هذا نص >", "&lt;! هذا نص >"},
    {"أ\r\nب\rج", "أ\nب\nج"},
    {"<a href=x\">أ</a>", "<a href=\"x&quot;\">أ</a>"},
    {"<b/>أ", "<b></b>أ"},
};
INSTANTIATE_TEST_SUITE_P(Mended, Sanitise, ::testing::ValuesIn(kMended));

TEST(SanitiseHtml, MakesAddressesAbsolute) {
  SanitiseOptions options;
  options.base = "https://n.example/2026/";
  EXPECT_EQ(sanitise_html("<a href=1>أ</a><img src=/b.jpg><a href=#ج>ج</a>", options),
            "<a href=\"https://n.example/2026/1\">أ</a>"
            "<img src=\"https://n.example/b.jpg\" /><a href=\"#ج\">ج</a>");
}

TEST(SanitiseHtml, InXhtmlASlashCloses) {
  SanitiseOptions options;
  options.is_xhtml = true;
  EXPECT_EQ(sanitise_html("<span id='a'/>أ<script/>ب", options), "<span id=\"a\"></span>أب");
}

TEST(SanitiseHtml, TextsByTheirType) {
  EXPECT_EQ(sanitised({"<b>أ</b>", "text/plain", {}, {}, {}}), "<b>أ</b>");
  EXPECT_EQ(sanitised({"<b onclick=x>أ</b>", "text/html", {}, {}, {}}), "<b>أ</b>");
}

// Any bytes: each '<' of the output begins a tag of a listed element, and what a browser makes of
// it holds no script, no handler, no address to run; in a page, in a table, in SVG.
TEST(SanitiseHtml, HoldsWhateverComes) {
  static constexpr const char* kPieces[] = {"<",           ">",
                                            "</",          "/>",
                                            "<script>",    "</script>",
                                            "<style>",     "<svg>",
                                            "</svg>",      "<math>",
                                            "<mtext>",     "<img src=",
                                            "onerror=x ",  "\"",
                                            "'",           "=",
                                            " ",           "<!--",
                                            "-->",         "<![CDATA[",
                                            "]]>",         "<!",
                                            "<?",          "javascript:",
                                            "&lt;",        "&#106;",
                                            "<a href='",   "<title>",
                                            "<textarea>",  "</textarea>",
                                            "<noscript>",  "</noscript>",
                                            "<table>",     "<td>",
                                            "<p ",         "<foreignObject>",
                                            "<desc>",      "<annotation-xml encoding=text/html>",
                                            "style='",     "url(",
                                            "سلام",        "\r",
                                            "<plaintext>", "<xmp>",
                                            "<iframe>",    "<select>",
                                            "<template>"};
  static constexpr std::string_view kContexts[] = {"div", "table", "select", "svg", "title"};
  HtmlParser parser;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    std::mt19937_64 random(seed);
    std::string html;
    for (std::size_t i = 1 + random() % 24; i > 0; --i) {
      html += kPieces[random() % std::size(kPieces)];
    }
    const std::string safe = sanitise_html(html);
    for (std::size_t at = safe.find('<'); at != std::string::npos; at = safe.find('<', at + 1)) {
      const std::size_t name = at + (safe[at + 1] == '/' ? 2 : 1);
      ASSERT_TRUE(name < safe.size() && std::isalpha(static_cast<unsigned char>(safe[name])))
          << "seed " << seed << '\n'
          << html << '\n'
          << safe;
    }
    ParseOptions options;
    options.scripting = seed % 2 == 0;
    options.fragment = FragmentContext{kContexts[seed % std::size(kContexts)]};
    if (options.fragment->tag_name == "svg") options.fragment->ns = Namespace::svg;
    const Tree& tree = parser.parse(safe, options);
    for (const Node* node : descendants(tree.document())) {
      if (!node->is_element()) continue;
      const std::string_view name = tree.tag_name(*node);
      ASSERT_FALSE(name == "script" || name == "iframe" || name == "style" || name == "object")
          << "seed " << seed << '\n'
          << html << '\n'
          << safe;
      for (const Attribute& attribute : node->attributes()) {
        ASSERT_FALSE(attribute.name().starts_with("on") ||
                     attribute.value().find("javascript:") == 0)
            << "seed " << seed << '\n'
            << html << '\n'
            << safe;
      }
    }
    ASSERT_EQ(sanitise_html(safe).find("<script"), std::string::npos);
  }
}

}  // namespace
}  // namespace khabar
