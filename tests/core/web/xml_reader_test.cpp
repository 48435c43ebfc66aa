#include "core/web/xml_reader.h"

#include <expat.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace khabar {
namespace {

// "(rss @version=2.0 (item |نص|))": elements in brackets, attributes, joined texts.
std::string events_of(XmlReader& reader) {
  std::string out;
  bool in_text = false;
  for (;;) {
    const XmlEvent event = reader.next();
    if (event != XmlEvent::text && in_text) out += '|';
    if (event == XmlEvent::text && !in_text) out += '|';
    in_text = event == XmlEvent::text;
    switch (event) {
      case XmlEvent::start: {
        const XmlName& name = reader.name();
        out += '(';
        if (!name.prefix.empty()) out += std::string(name.prefix) + ':';
        out += name.local;
        for (const XmlAttribute& attribute : reader.attributes()) {
          out += " @";
          if (!attribute.name.prefix.empty()) out += std::string(attribute.name.prefix) + ':';
          out += std::string(attribute.name.local) + '=' + std::string(attribute.value);
        }
        out += ' ';
        break;
      }
      case XmlEvent::end:
        out += ')';
        break;
      case XmlEvent::text:
        out += reader.text();
        break;
      case XmlEvent::eof:
        return out;
    }
  }
}

std::string read(std::string_view xml) {
  XmlReader reader(xml);
  return events_of(reader);
}

std::size_t faults(std::string_view xml, XmlFault kind) {
  XmlReader reader(xml);
  events_of(reader);
  return reader.faults()[static_cast<std::size_t>(kind)].count;
}

struct Case {
  const char* what;
  std::string_view xml;
  const char* events;
};

class XmlReaderTable : public ::testing::TestWithParam<Case> {};

TEST_P(XmlReaderTable, Reads) {
  EXPECT_EQ(read(GetParam().xml), GetParam().events);
}

constexpr Case kWellFormed[] = {
    {"text", "<عنوان>سلام</عنوان>", "(عنوان |سلام|)"},
    {"prefix", "<dc:creator>ليلى</dc:creator>", "(dc:creator |ليلى|)"},
    {"attributes", "<a b=\"1\" c:d='٢'/>", "(a @b=1 @c:d=٢ )"},
    {"the five", "<t>&lt;&gt;&amp;&quot;&apos;</t>", "(t |<>&\"'|)"},
    {"numbers", "<t>&#1587;&#x644;</t>", "(t |سل|)"},
    {"cdata", "<t>أ<![CDATA[<b>&amp;</b>]]>ب</t>", "(t |أ<b>&amp;</b>ب|)"},
    {"comment", "<t>أ<!-- <x> -->ب</t>", "(t |أب|)"},
    {"instruction", "<?xml version='1.0'?><?x <y>?><t/>", "(t )"},
    {"doctype", "<!DOCTYPE t [<!ENTITY city 'بيروت'>]><t>&city;</t>", "(t |بيروت|)"},
    {"newlines", "<t>أ\r\nب\rج</t>", "(t |أ\nب\nج|)"},
    {"byte order mark", "\xEF\xBB\xBF<t/>", "(t )"},
    {"'>' in an attribute", "<t a='1>0'>x</t>", "(t @a=1>0 |x|)"},
};
INSTANTIATE_TEST_SUITE_P(WellFormed, XmlReaderTable, ::testing::ValuesIn(kWellFormed));

constexpr Case kIllFormed[] = {
    {"HTML's names", "<t>أ&nbsp;ب&hellip;</t>", "(t |أ\xC2\xA0ب…|)"},
    {"XHTML's brackets", "<t>&lang;</t>", "(t |\xE2\x8C\xA9|)"},
    {"nobody's name", "<t>&خبر;&foo;</t>", "(t |&خبر;&foo;|)"},
    {"bare ampersand", "<t>أ & ب ?a=1&b=2&copy=3</t>", "(t |أ & ب ?a=1&b=2&copy=3|)"},
    {"windows-1252 numbers", "<t>&#146;</t>", "(t |’|)"},
    {"windows-1252 characters", "<t>\xC2\x93سلام\xC2\x94</t>", "(t |“سلام”|)"},
    {"bytes as characters", "<t>&#216;&#167;&#217;&#132;</t>", "(t |ال|)"},
    {"latin letters stay", "<t>&#233;&#224;</t>", "(t |éà|)"},
    {"control characters", "<t>س\x01\x0Bل</t>", "(t |سل|)"},
    {"number of a control", "<t>س&#2;ل</t>", "(t |سل|)"},
    {"'<' as text", "<t>1 < 2 <3</t>", "(t |1 < 2 <3|)"},
    {"unclosed inner", "<i><t>أ</i>", "(i (t |أ|))"},
    {"stray end", "<t>أ</p>ب</t>", "(t |أب|)"},
    {"other case", "<Item>أ</item>", "(Item |أ|)"},
    {"wrong prefix", "<dc:date>1</date>", "(dc:date |1|)"},
    {"no quotes", "<a b=c/d e>x</a>", "(a @b=c/d @e= |x|)"},
    {"open quote", "<a b=\"c>x</a><d e=\"f\"/>", "(a @b=c |x|)(d @e=f )"},
    {"'<' in a quoted value", "<a b='1 < 2'>x</a>", "(a @b=1 < 2 |x|)"},
    {"tag that another ends", "<a b='c'<d>x</d></a>", "(a @b=c (d |x|))"},
    {"junk before", "warning: x\n<t/>", "(t )"},
    {"cut in text", "<i><t>أبج", "(i (t |أبج|))"},
    {"cut in a tag", "<i><t>أ</t><lin", "(i (t |أ|))"},
    {"cut in cdata", "<i><t><![CDATA[أب", "(i (t |أب|))"},
    {"cdata without end", "<i><t><![CDATA[أ</t><d>ب</d></i>", "(i (t |أ|)(d |ب|))"},
    {"comment without end", "<i><!-- x ><t>أ</t></i>", "(i (t |أ|))"},
    {"no element", "just words", ""},
    {"nothing", "", ""},
};
INSTANTIATE_TEST_SUITE_P(IllFormed, XmlReaderTable, ::testing::ValuesIn(kIllFormed));

TEST(XmlReader, CountsFaultsWithTheFirstPlace) {
  XmlReader reader("<t>أ &nbsp; &nbsp;</t>");
  events_of(reader);
  const XmlFaultCount& fault =
      reader.faults()[static_cast<std::size_t>(XmlFault::undefined_entity)];
  EXPECT_EQ(fault.count, 2u);
  EXPECT_LE(fault.first_offset, 19u);
  EXPECT_EQ(faults("<t>سلام</t>", XmlFault::undefined_entity), 0u);
}

// Entities that nest or are external are not expanded; what plain ones expand to is capped.
TEST(XmlReader, ExpandsNoBomb) {
  std::string laughs = "<!DOCTYPE t [<!ENTITY a 'ها'>";
  for (char c = 'b'; c < 'j'; ++c) {
    const std::string before = std::string("&") + static_cast<char>(c - 1) + ';';
    laughs += std::string("<!ENTITY ") + c + " '" + before + before + before + "'>";
  }
  EXPECT_EQ(read(laughs + "]><t>&i;</t>"), "(t |&i;|)");
  EXPECT_EQ(read("<!DOCTYPE t [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><t>&x;</t>"), "(t |&x;|)");
  std::string wide = "<!DOCTYPE t [<!ENTITY a '" + std::string(4000, 'x') + "'>]><t>";
  for (int i = 0; i < 10'000; ++i) wide += "&a;";
  EXPECT_LE(read(wide).size(), XmlReader::kEntityBytesMax + wide.size());
  EXPECT_GT(faults(wide, XmlFault::entity_limit), 0u);
}

TEST(XmlReader, BoundsDepthAndAttributes) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<a>";
  XmlReader reader(deep);
  std::size_t deepest = 0;
  for (XmlEvent event = reader.next(); event != XmlEvent::eof; event = reader.next()) {
    deepest = std::max(deepest, reader.depth());
  }
  EXPECT_EQ(deepest, XmlReader::kDepthMax);
  std::string wide = "<a";
  for (int i = 0; i < 1000; ++i) wide += " b='c'";
  XmlReader attributes(wide += "/>");
  ASSERT_EQ(attributes.next(), XmlEvent::start);
  EXPECT_EQ(attributes.attributes().size(), XmlReader::kAttributesMax);
}

TEST(XmlReader, LiftsAnElementOutOfThoseNobodyClosed) {
  XmlReader reader("<c><i><t>أ<i>ب</i></c>");
  std::string out;
  for (XmlEvent event = reader.next(); event != XmlEvent::eof; event = reader.next()) {
    if (event == XmlEvent::start && reader.depth() == 4) reader.lift_to(1);
    if (event == XmlEvent::start) out += std::to_string(reader.depth());
    if (event == XmlEvent::end) out += '-';
  }
  EXPECT_EQ(out, "1232--");  // the second item is a child of <c>, and it and <c> end
}

// The twin: what expat makes of a well-formed document.
struct Expat {
  std::string out;
  bool in_text = false;

  void text_ends() {
    if (in_text) out += '|';
    in_text = false;
  }
  static std::string read(const std::string& xml) {
    Expat expat;
    XML_Parser parser = XML_ParserCreate("utf-8");
    XML_SetUserData(parser, &expat);
    XML_SetElementHandler(
        parser,
        [](void* data, const char* name, const char** attributes) {
          auto& self = *static_cast<Expat*>(data);
          self.text_ends();
          self.out += std::string("(") + name;
          for (; *attributes != nullptr; attributes += 2) {
            self.out += std::string(" @") + attributes[0] + '=' + attributes[1];
          }
          self.out += ' ';
        },
        [](void* data, const char*) {
          auto& self = *static_cast<Expat*>(data);
          self.text_ends();
          self.out += ')';
        });
    XML_SetCharacterDataHandler(parser, [](void* data, const char* text, int length) {
      auto& self = *static_cast<Expat*>(data);
      if (!self.in_text) self.out += '|';
      self.in_text = true;
      self.out.append(text, static_cast<std::size_t>(length));
    });
    EXPECT_EQ(XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), XML_TRUE), XML_STATUS_OK)
        << XML_ErrorString(XML_GetErrorCode(parser)) << '\n'
        << xml;
    XML_ParserFree(parser);
    return expat.out;
  }
};

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {}

  std::string document() {
    out_ = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- بداية -->\n";
    element(0);
    return out_;
  }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }

  void element(int depth) {
    static constexpr const char* kNames[] = {"item", "dc:date", "عنوان", "a-b.c", "x1"};
    const std::string name = kNames[pick(5)];
    out_ += '<' + name;
    const std::size_t attributes = pick(3);
    for (std::size_t i = 0; i < attributes; ++i) {
      static constexpr const char* kValues[] = {"'رابط'", "\"a'b\"", "'&amp;&#x41;'", "\"1>0\"",
                                                "\"\""};
      out_ += pick(2) == 0 ? " " : "\n\t";
      out_ +=
          std::string("k") + std::to_string(i) + (pick(3) == 0 ? " = " : "=") + kValues[pick(5)];
    }
    if (pick(6) == 0) {
      out_ += "/>";
      return;
    }
    out_ += '>';
    for (std::size_t i = pick(4); i > 0; --i) {
      if (depth < 6 && pick(2) == 0) {
        element(depth + 1);
      } else {
        static constexpr const char* kTexts[] = {
            "وقال",       " ",       "\n", "&lt;p&gt;", "<![CDATA[<b>&amp;]]>",
            "<!-- - -->", "&#1587;", "]]", "?x"};
        out_ += kTexts[pick(9)];
      }
    }
    out_ += "</" + name + (pick(4) == 0 ? " >" : ">");
  }

  std::mt19937_64 random_;
  std::string out_;
};

TEST(XmlReader, AgreesWithExpatOnWellFormedDocuments) {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const std::string xml = Writer(seed).document();
    ASSERT_EQ(read(xml), Expat::read(xml)) << "seed " << seed << '\n' << xml;
  }
}

// However a document is cut or damaged, each start has its end, in order.
TEST(XmlReader, BalancesWhateverComes) {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    std::mt19937_64 random(seed);
    std::string xml = Writer(seed).document();
    for (int i = 0; i < 4; ++i) xml.insert(random() % xml.size(), 1, "<>&\"'/="[random() % 7]);
    xml.resize(random() % (xml.size() + 1));
    while (!xml.empty() && (static_cast<unsigned char>(xml.back()) & 0x80) != 0) xml.pop_back();
    const std::string events = read(xml);
    XmlReader reader(xml);
    std::size_t open = 0;
    for (XmlEvent event = reader.next(); event != XmlEvent::eof; event = reader.next()) {
      if (event == XmlEvent::start) ++open;
      if (event == XmlEvent::end) --open;
      ASSERT_EQ(open, reader.depth()) << "seed " << seed << '\n' << xml;
    }
    ASSERT_EQ(open, 0u) << "seed " << seed << '\n' << events;
  }
}

}  // namespace
}  // namespace khabar
