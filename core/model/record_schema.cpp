#include "core/model/record_schema.h"

namespace khabar {
namespace {

constexpr const char* kSchema = R"json({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "khabar record, version 1",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "id", "text", "origin"],
  "properties": {
    "schema": {"enum": [1], "description": "version of this form"},
    "id": {"type": "string", "description": "stable name of the article and its revision"},
    "url": {"type": "string", "minLength": 1, "description": "as found"},
    "canonical_url": {"type": "string", "minLength": 1,
      "description": "without tracking parameters, fragment and default port"},
    "source": {
      "type": "object",
      "additionalProperties": false,
      "minProperties": 1,
      "properties": {
        "id": {"type": "string", "minLength": 1,
          "description": "of the feed or input, as configured"},
        "name": {"type": "string", "minLength": 1, "description": "for people"},
        "host": {"type": "string", "minLength": 1, "description": "registrable domain"}
      }
    },
    "title": {"type": "string", "minLength": 1},
    "subtitle": {"type": "string", "minLength": 1},
    "authors": {"type": "array", "minItems": 1, "items": {"type": "string"},
      "description": "people, in page order"},
    "agency": {"type": "string", "minLength": 1,
      "description": "agency or outlet credited, as written"},
    "dateline": {
      "type": "object",
      "additionalProperties": false,
      "minProperties": 1,
      "properties": {
        "place": {"type": "string", "minLength": 1},
        "agency": {"type": "string", "minLength": 1}
      }
    },
    "published": {"type": "string", "minLength": 1, "description": "ISO 8601, as precise as known"},
    "modified": {"type": "string", "minLength": 1, "description": "ISO 8601, as precise as known"},
    "fetched": {"type": "string", "minLength": 1, "description": "RFC 3339, UTC"},
    "language": {"type": "string", "minLength": 1, "description": "BCP 47 primary tag"},
    "direction": {"enum": ["ltr", "rtl"]},
    "text": {"type": "string", "description": "clean paragraphs joined by a blank line"},
    "image": {
      "type": "object",
      "additionalProperties": false,
      "minProperties": 1,
      "properties": {
        "url": {"type": "string", "minLength": 1},
        "caption": {"type": "string", "minLength": 1}
      }
    },
    "section": {"type": "string", "minLength": 1},
    "tags": {"type": "array", "minItems": 1, "items": {"type": "string"}},
    "revision": {
      "type": "object",
      "additionalProperties": false,
      "required": ["number"],
      "properties": {
        "number": {"type": "integer", "minimum": 1},
        "of": {"type": "string", "minLength": 1, "description": "id of the first version"}
      }
    },
    "duplicate_of": {"type": "string", "minLength": 1, "description": "id of the original"},
    "similarity": {"type": "number", "minimum": 0, "maximum": 1},
    "words": {"type": "integer", "minimum": 1,
      "description": "of text, by Unicode word boundaries"},
    "removed": {
      "type": "array",
      "minItems": 1,
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["text", "rule", "where"],
        "properties": {
          "text": {"type": "string"},
          "rule": {"type": "string"},
          "where": {"type": "string"}
        }
      }
    },
    "origin": {
      "type": "object",
      "additionalProperties": false,
      "required": ["kind", "path", "offset", "record_id", "key"],
      "properties": {
        "kind": {"type": "string", "description": "warc, jsonl, text, html, feed or kafka"},
        "path": {"type": "string", "description": "file, feed URL or topic, as the user named it"},
        "offset": {"type": "integer", "minimum": 0, "description": "byte offset of the record"},
        "line": {"type": "integer", "minimum": 1, "description": "of a line format, from 1"},
        "record_id": {"type": "string", "description": "the input's own id"},
        "key": {"type": "string", "pattern": "^[0-9a-f]{16}$",
          "description": "names this input for ever"},
        "extra": {"type": "object", "description": "unknown keys of the input, when kept"}
      }
    }
  }
}
)json";

}  // namespace

std::string record_schema() {
  return kSchema;
}

}  // namespace khabar
