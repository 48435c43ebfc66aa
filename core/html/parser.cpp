#include "core/html/parser.h"

#include "core/html/tree_builder.h"

namespace khabar {

struct HtmlParser::Engine {
  TreeBuilder builder;
};

HtmlParser::HtmlParser() : engine_(std::make_unique<Engine>()) {}
HtmlParser::~HtmlParser() = default;
HtmlParser::HtmlParser(HtmlParser&&) noexcept = default;
HtmlParser& HtmlParser::operator=(HtmlParser&&) noexcept = default;

const Tree& HtmlParser::parse(std::string_view html, const ParseOptions& options) {
  return engine_->builder.build(html, options);
}

std::size_t HtmlParser::memory_bytes() const {
  return engine_->builder.memory_bytes();
}

}  // namespace khabar
