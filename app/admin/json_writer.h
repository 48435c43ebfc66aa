// JsonWriter: JSON for the page, straight into a string. Text from strangers is escaped and, where
// it is not UTF-8, mended (core/model/json_text.h). One thread.
//
//   JsonWriter json;                       {"name":"clean","rates":[0.5,2]}
//   json.object(); json.text("name", "clean");
//   json.array("rates"); json.number({}, 0.5); json.number({}, 2); json.end();
//   json.end();
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/check.h"
#include "core/model/json_text.h"

namespace khabar {

// `name` is empty inside an array, and for the outermost value.
class JsonWriter {
 public:
  void object(std::string_view name = {}) { open(name, '{', '}'); }
  void array(std::string_view name = {}) { open(name, '[', ']'); }
  void end() {
    CHECK(depth_ > 0);
    out_ += closers_[--depth_];
    needs_comma_ = true;
  }

  void text(std::string_view name, std::string_view value) {
    begin(name);
    append_json_string(value, out_);
  }
  void text_if_any(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  void flag(std::string_view name, bool value) {
    begin(name);
    out_ += value ? "true" : "false";
  }
  void null(std::string_view name) {
    begin(name);
    out_ += "null";
  }
  void number(std::string_view name, std::integral auto value) {
    begin(name);
    out_ += std::to_string(value);
  }
  // The shortest form that reads back the same; null where JSON has none (infinity).
  void number(std::string_view name, double value) {
    begin(name);
    if (!std::isfinite(value)) {
      out_ += "null";
      return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.append(digits.data(), end);
  }

  std::string take() {
    CHECK(depth_ == 0);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kDepthMax = 16;

  void begin(std::string_view name) {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
    if (name.empty()) return;
    append_json_string(name, out_);
    out_ += ':';
  }
  void open(std::string_view name, char opener, char closer) {
    CHECK(depth_ < kDepthMax);
    begin(name);
    out_ += opener;
    closers_[depth_++] = closer;
    needs_comma_ = false;
  }

  std::string out_;
  std::array<char, kDepthMax> closers_{};
  std::size_t depth_ = 0;
  bool needs_comma_ = false;
};

}  // namespace khabar
