// A document on its way from a source to the sinks: values only, no behaviour.
// One thread holds a document at a time; it moves through the channels.
//
//   source fills   origin, url, source, given, fetched, payload      (or fault)
//   clean          eats payload; fills article.paragraphs, article.removed, facts, signature
//   dedupe         fills verdict
//   extract        eats facts; fills the rest of article
//   sinks          read
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/page_facts.h"
#include "core/model/signature.h"

namespace khabar {

// Where the input lies, so that a person can find it again.
struct Origin {
  std::string kind;          // "warc", "jsonl", "text", "html", "feed", "kafka"
  std::string path;          // file, feed URL or topic, as the user named it
  std::uint64_t offset = 0;  // of the record in the file as stored: its gzip member or frame, or,
                             // inside one big member, of the decompressed stream
  std::uint64_t line = 0;    // 1-based, for line formats; 0 elsewhere
  std::string record_id;     // the input's id, WARC-Record-ID without brackets, entry id, file name
  std::string extra_json;    // unknown keys of a JSONL line as one JSON object, when asked for

  bool operator==(const Origin&) const = default;
};

struct SourceName {
  std::string id, name;
  std::string host;  // the registrable domain: "bbc.co.uk"

  bool operator==(const SourceName&) const = default;
};

// What the input itself stated beside its body (JSONL fields, feed entry). Evidence, not truth.
struct Given {
  std::string title;
  std::string published;  // as written
  std::vector<std::string> authors;
  std::string language;
  std::string summary;

  bool operator==(const Given&) const = default;
};

enum class PayloadKind : std::uint8_t { none, html, text };

// Raw bytes as received, content and transfer codings already undone.
struct Payload {
  PayloadKind kind = PayloadKind::none;
  std::string content_type;  // HTTP header value, with its charset parameter; may be empty
  bool is_utf8 = false;      // the source guarantees UTF-8 (JSONL): no charset detection
  std::string body;

  bool operator==(const Payload&) const = default;
};

enum class ParagraphKind : std::uint8_t {
  paragraph,
  heading,
  list_item,
  quote,
  table_row,
  caption,
  preformatted,
};

// One block of clean text. `text` is UTF-8 without line breaks, but for preformatted.
struct Paragraph {
  ParagraphKind kind = ParagraphKind::paragraph;
  std::uint8_t level = 0;  // heading 1..6; nesting of a list item from 1
  bool ordered = false;    // list item of a numbered list
  // Text route: empty lines between this line and the one before, 255 for more. Else 0.
  std::uint8_t blank_lines_before = 0;
  std::string text;
  std::string markdown;  // with links and emphasis; filled only when asked for

  bool operator==(const Paragraph&) const = default;
};

struct Removed {
  std::string text, rule, where;

  bool operator==(const Removed&) const = default;
};

struct Image {
  std::string url, caption;

  bool operator==(const Image&) const = default;
};

struct Dateline {
  std::string place, agency;

  bool operator==(const Dateline&) const = default;
};

// The fields of the record (docs/RECORD.md) that describe the story itself.
struct Article {
  std::string title, subtitle;
  std::vector<std::string> authors;
  std::string agency;
  Dateline dateline;
  std::string published, modified;  // ISO 8601, as precise as known
  std::string language, direction;
  std::vector<Paragraph> paragraphs;
  Image image;
  std::string section;
  std::vector<std::string> tags;
  std::uint32_t words = 0;
  std::vector<Removed> removed;  // filled only with trace

  bool operator==(const Article&) const = default;
};

enum class VerdictKind : std::uint8_t { fresh, copy, version };

struct Verdict {
  VerdictKind kind = VerdictKind::fresh;
  std::string id;  // the record's id; set by dedupe, or by the runner's stand-in without dedupe
  std::uint32_t revision = 0;  // 0: no earlier version known; else 2, 3, ...
  std::string revision_of;     // id of the first version
  std::string duplicate_of;    // id of the original
  double similarity = 0;

  bool operator==(const Verdict&) const = default;
};

// Why a source could not make a document of a record. Goes to the dead letters.
struct Fault {
  std::string reason;  // a counted name: "warc_bad_length", "jsonl_syntax"
  std::string detail;  // for a person: names the file, the offset and the number

  bool operator==(const Fault&) const = default;
};

struct Document {
  // Names this input for ever (hash of origin): a sink that holds the key holds the document.
  std::uint64_t key = 0;
  Origin origin;
  std::string url, canonical_url;
  SourceName source;
  Given given;
  std::string fetched;  // RFC 3339 UTC; empty when unknown; never the time of a batch run
  Payload payload;
  PageFacts facts;
  Signature signature;
  Article article;
  Verdict verdict;
  std::optional<Fault> fault;
  std::string dropped;  // a source's counted reason to pass over a record: "warc_revisit"

  bool operator==(const Document&) const = default;
};

}  // namespace khabar
