// html5lib's tokenizer suite, as github.com/html5lib/html5lib-tests describes it. Error codes are
// not compared. Lone surrogates cannot stand in UTF-8: the decoder in front of us turns each into
// U+FFFD, so here they are U+FFFD in inputs and in expectations alike.
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/html/tokenizer.h"
#include "tests/core/html/eval_folder.h"

namespace khabar {
namespace {

// Left out, by file, with the reason.
const std::map<std::string, std::string> kLeftOut = {
    {"xmlViolation.test", "what an HTML tree becomes when coerced to an XML infoset; we never do"},
};

void append_utf8(unsigned code, std::string& out) {
  const auto byte = [&](unsigned value) { out.push_back(static_cast<char>(value)); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      byte(0xE0 | code >> 12);
    } else {
      byte(0xF0 | code >> 18);
      byte(0x80 | (code >> 12 & 63));
    }
    byte(0x80 | (code >> 6 & 63));
  }
  byte(0x80 | (code & 63));
}

bool is_unicode_escape(const std::string& text, std::size_t at) {
  return text.compare(at, 2, "\\u") == 0 && at + 6 <= text.size() &&
         text.find_first_not_of("0123456789abcdefABCDEF", at + 2) >= at + 6;
}
unsigned escaped_unit(const std::string& text, std::size_t at) {
  return static_cast<unsigned>(std::stoul(text.substr(at + 2, 4), nullptr, 16));
}

// Replaces \uXXXX escapes, pairs joined, lone surrogates as U+FFFD. With `lone_only`, only those,
// by the escape of U+FFFD: for JSON text, whose reader refuses them.
std::string unescape(const std::string& text, bool lone_only) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (lone_only && text[i] == '\\' && !is_unicode_escape(text, i)) {
      out += text.substr(i, 2);  // "\\": what follows is no escape
      i += 2;
      continue;
    }
    if (!is_unicode_escape(text, i)) {
      out.push_back(text[i++]);
      continue;
    }
    const unsigned unit = escaped_unit(text, i);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const unsigned next = high && is_unicode_escape(text, i + 6) ? escaped_unit(text, i + 6) : 0;
    if (next >= 0xDC00 && next < 0xE000) {
      if (lone_only) {
        out += text.substr(i, 12);
      } else {
        append_utf8(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00), out);
      }
      i += 12;
      continue;
    }
    const bool lone = unit >= 0xD800 && unit < 0xE000;
    if (lone_only) {
      out += lone ? "\\uFFFD" : text.substr(i, 6);
    } else {
      append_utf8(lone ? 0xFFFD : unit, out);
    }
    i += 6;
  }
  return out;
}

struct Case {
  bool escaped = false;
  std::string text(const rapidjson::Value& value) const {
    if (!value.IsString()) return "(none)";
    const std::string plain(value.GetString(), value.GetStringLength());
    return escaped ? unescape(plain, false) : plain;
  }
};

std::string line_of(std::string_view kind, const std::vector<std::string>& parts) {
  std::string line(kind);
  for (const std::string& part : parts) line += " [" + part + "]";
  return line + "\n";
}

std::string expected_tokens(const rapidjson::Value& output, const Case& test) {
  std::string out, characters;
  const auto flush = [&] {
    if (!characters.empty()) out += line_of("Character", {characters});
    characters.clear();
  };
  for (const auto& token : output.GetArray()) {
    const std::string kind = token[0].GetString();
    if (kind == "Character") {
      characters += test.text(token[1]);
      continue;
    }
    flush();
    if (kind == "DOCTYPE") {
      out += line_of(kind, {test.text(token[1]), test.text(token[2]), test.text(token[3]),
                            token[4].GetBool() ? "correct" : "quirks"});
    } else if (kind == "StartTag") {
      std::map<std::string, std::string> attributes;
      for (const auto& attribute : token[2].GetObject()) {
        attributes[test.text(attribute.name)] = test.text(attribute.value);
      }
      std::vector<std::string> parts = {test.text(token[1])};
      for (const auto& [name, value] : attributes) parts.push_back(name + "=" + value);
      if (token.Size() > 3 && token[3].GetBool()) parts.push_back("/");
      out += line_of(kind, parts);
    } else {
      out += line_of(kind, {test.text(token[1])});
    }
  }
  flush();
  return out;
}

std::string token_line(const Token& token) {
  const std::string text(token.text);
  switch (token.kind) {
    case TokenKind::doctype:
      return line_of("DOCTYPE",
                     {text.empty() ? "(none)" : text,
                      token.doctype.has_public_id ? std::string(token.doctype.public_id) : "(none)",
                      token.doctype.has_system_id ? std::string(token.doctype.system_id) : "(none)",
                      token.force_quirks ? "quirks" : "correct"});
    case TokenKind::start_tag: {
      std::map<std::string, std::string> attributes;
      for (std::uint32_t i = 0; i < token.attribute_count; ++i) {
        attributes[std::string(token.attributes[i].name())] = token.attributes[i].value();
      }
      std::vector<std::string> parts = {text};
      for (const auto& [name, value] : attributes) parts.push_back(name + "=" + value);
      if (token.self_closing) parts.push_back("/");
      return line_of("StartTag", parts);
    }
    case TokenKind::end_tag:
      return line_of("EndTag", {text});
    case TokenKind::comment:
      return line_of("Comment", {text});
    default:
      return {};
  }
}

std::string our_tokens(const std::string& input, TextState state, const std::string& last_tag) {
  const auto exact = std::make_unique<char[]>(input.size());
  std::copy(input.begin(), input.end(), exact.get());
  Arena bytes(1024), attributes(1024);
  Tokenizer tokenizer(bytes, attributes);
  tokenizer.start({exact.get(), input.size()}, 256);
  tokenizer.set_text_state(state);
  tokenizer.set_last_start_tag(last_tag);
  std::string out, characters;
  Token token;
  do {
    tokenizer.next(token);
    if (token.kind == TokenKind::characters) {
      characters += token.text;
      continue;
    }
    if (!characters.empty()) out += line_of("Character", {characters});
    characters.clear();
    out += token_line(token);
  } while (token.kind != TokenKind::eof);
  return out;
}

const std::map<std::string, TextState> kStates = {
    {"Data state", TextState::text},           {"RCDATA state", TextState::rcdata},
    {"RAWTEXT state", TextState::rawtext},     {"Script data state", TextState::script},
    {"PLAINTEXT state", TextState::plaintext}, {"CDATA section state", TextState::cdata},
};

struct Tally {
  int run = 0, passed = 0;
};

void run_case(const std::string& file, const rapidjson::Value& json, Tally& tally) {
  const Case test{json.HasMember("doubleEscaped") && json["doubleEscaped"].GetBool()};
  const std::string input = test.text(json["input"]);
  const std::string expected = expected_tokens(json["output"], test);
  const std::string last_tag =
      json.HasMember("lastStartTag") ? test.text(json["lastStartTag"]) : std::string();
  std::vector<std::string> states = {"Data state"};
  if (json.HasMember("initialStates")) {
    states.clear();
    for (const auto& state : json["initialStates"].GetArray()) states.push_back(state.GetString());
  }
  for (const std::string& state : states) {
    const std::string ours = our_tokens(input, kStates.at(state), last_tag);
    ++tally.run;
    tally.passed += ours == expected;
    EXPECT_EQ(ours, expected) << file << ": " << json["description"].GetString() << ", " << state
                              << "\ninput: " << input;
  }
}

TEST(Html5libTokenizer, EveryTest) {
  const auto files = files_with(eval_folder("html5lib/tokenizer"), ".test");
  if (files.empty()) GTEST_SKIP() << "no html5lib suite at " << eval_folder("html5lib/tokenizer");
  Tally tally;
  for (const auto& path : files) {
    const std::string name = path.filename().string();
    if (const auto out = kLeftOut.find(name); out != kLeftOut.end()) {
      std::printf("left out: %s: %s\n", name.c_str(), out->second.c_str());
      continue;
    }
    rapidjson::Document json;
    const std::string text = unescape(read_whole_file(path), true);
    json.Parse(text.data(), text.size());
    ASSERT_FALSE(json.HasParseError())
        << name << ": " << rapidjson::GetParseError_En(json.GetParseError());
    ASSERT_TRUE(json.HasMember("tests")) << name;
    for (const auto& test : json["tests"].GetArray()) run_case(name, test, tally);
  }
  std::printf("tokenizer: %d of %d\n", tally.passed, tally.run);
  EXPECT_GT(tally.run, 6000);
}

}  // namespace
}  // namespace khabar
