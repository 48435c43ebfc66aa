// Tree construction (WHATWG HTML 13.2.6): tokens in, nodes out. One object a parser, one thread;
// never fails. The insertion modes are member functions, grouped by file:
//
//   tree_builder.cpp             the dispatcher, nodes and where they go
//   open_elements.cpp            the stack of open elements, its scopes, the depth limit
//   formatting.cpp               the list of active formatting elements, the adoption agency
//   tree_builder_head.cpp        initial ... after head, text
//   tree_builder_body.cpp        in body: characters and start tags
//   tree_builder_body_end.cpp    in body: end tags
//   tree_builder_table.cpp       in table ... in cell
//   tree_builder_rest.cpp        in template, framesets, what follows the body
//   tree_builder_foreign.cpp     SVG and MathML
//   selected_content.cpp         what a <select> shows
//
// A mode function answers whether the token is to be processed again, in the mode it has set.
// Comments in quotation marks name the clause a piece of code follows, in the spec's words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/html/arena.h"
#include "core/html/element_flags.h"
#include "core/html/parser.h"
#include "core/html/tokenizer.h"
#include "core/html/tree.h"
#include "core/html/unknown_names.h"

namespace khabar {

class TreeBuilder {
 public:
  TreeBuilder();
  TreeBuilder(const TreeBuilder&) = delete;
  TreeBuilder& operator=(const TreeBuilder&) = delete;

  const Tree& build(std::string_view html, const ParseOptions& options);
  std::size_t memory_bytes() const;

 private:
  enum class Mode : std::uint8_t {
    initial,
    before_html,
    before_head,
    in_head,
    in_head_noscript,
    after_head,
    in_body,
    text,
    in_table,
    in_table_text,
    in_caption,
    in_column_group,
    in_table_body,
    in_row,
    in_cell,
    in_template,
    after_body,
    in_frameset,
    after_frameset,
    after_after_body,
    after_after_frameset,
  };
  using Flags = element_flag::Flags;
  // The "adjusted insertion location": before `before`, or at the end of `parent`.
  struct Place {
    Node* parent = nullptr;
    Node* before = nullptr;
  };

  // tree_builder.cpp
  void reset();
  void start_fragment(const FragmentContext& context);
  void process(Token& token);
  bool is_html_content(const Token& token) const;
  // False: all open elements are HTML ones, as they nearly always are.
  bool may_be_foreign() const {
    return foreign_open_ != 0 || (context_ != nullptr && !open_.empty());
  }
  bool process_by_mode(Token& token);
  Node* new_node(NodeKind kind);
  Node* new_element(Tag tag, Namespace ns, const Attribute* attributes, std::uint32_t count);
  Node* element_of(const Token& token, Namespace ns = Namespace::html);
  static void insert(Node* node, Place place);
  static void append(Node* node, Node* parent) { insert(node, {parent, nullptr}); }
  static void detach(Node* node);
  Place appropriate_place(Node* target) const;
  Place appropriate_place() const { return appropriate_place(current()); }
  Place foster_place() const;
  Node* insert_element(const Token& token, Namespace ns = Namespace::html);
  Node* insert_implied(Tag tag);  // as for a start tag without attributes
  void insert_and_pop(const Token& token);
  void insert_comment(const Token& token, Place place);
  void insert_comment(const Token& token) { insert_comment(token, appropriate_place()); }
  void insert_text(std::string_view text);
  void extend_text(Node* text, std::string_view more);
  void merge_attributes(Node* element, const Token& token);
  static std::string_view split_space(Token& token);  // leading whitespace, taken off the token
  void strip_nul(Token& token);
  void replace_nul(Token& token);
  bool insert_space_only(Token& token);
  void enter_text_mode(const Token& token, TextState state);

  // open_elements.cpp
  Node* current() const { return open_.back(); }
  void push(Node* element);
  void pop();
  void pop_until(Tag tag);  // one has been popped; nothing if none is open
  void pop_until_node(Node* node);
  void pop_to(Flags context_flags);  // "clear the stack back to a ... context"
  void pop_to_row_context();
  void pop_to_body_context();
  void remove_open(Node* element);
  std::size_t open_index(const Node* element) const;  // the element is open
  bool is_open(Tag tag) const { return open_count(tag) != 0; }
  std::uint32_t open_count(Tag tag) const;
  void count_open(const Node* element, int change);
  bool in_scope(Tag tag, Flags bounds = element_flag::kScope) const;
  bool node_in_scope(const Node* node) const;
  bool heading_in_scope() const;
  bool in_button_scope(Tag tag) const {
    return in_scope(tag, element_flag::kScope | element_flag::kButtonScope);
  }
  bool in_table_scope(Tag tag) const { return in_scope(tag, element_flag::kTableScope); }
  void generate_implied_end_tags(Tag except = Tag::none);
  void generate_all_implied_end_tags();
  void close_p();  // "close a p element", if one is in button scope
  void close_deepest();
  void reset_mode();
  const Node* adjusted_current() const {
    return open_.size() == 1 && context_ != nullptr ? context_ : open_.back();
  }

  // formatting.cpp
  void push_formatting(Node* element);
  void push_marker() { formatting_.push_back(nullptr); }
  void clear_formatting_to_marker();
  void remove_formatting(Node* element);
  void forget_oldest_formatting();
  Node* listed_formatting(Tag tag) const;  // the last since the last marker, or null
  std::size_t formatting_index(const Node* element) const;
  void reconstruct_formatting();
  Node* clone_element(const Node* element);
  void run_adoption_agency(Token& token);
  bool adopt_once(Tag subject, Token& token);
  Node* furthest_block(const Node* formatting, std::size_t& index) const;
  Node* adopt_inner(Node* formatting, Node* furthest, std::size_t furthest_index,
                    std::size_t& bookmark);

  // tree_builder_head.cpp
  bool initial(Token& token);
  bool before_html(Token& token);
  bool before_head(Token& token);
  bool in_head(Token& token);
  bool in_head_start(Token& token);
  bool in_head_end(Token& token);
  bool leave_head();
  void start_template(const Token& token);
  void end_template();
  bool in_head_noscript(Token& token);
  bool after_head(Token& token);
  bool text(Token& token);

  // tree_builder_body.cpp
  bool in_body(Token& token);
  void body_characters(Token& token);
  bool body_start(Token& token);
  void start_body_again(const Token& token);
  void start_frameset_in_body(const Token& token);
  void start_form(const Token& token);
  void start_list_item(const Token& token, Tag tag, Tag other);
  void start_a(Token& token);
  void start_nobr(Token& token);
  void start_formatting(const Token& token);
  void start_void(const Token& token);
  void start_table(const Token& token);
  static bool is_hidden_input(const Token& token);
  void start_input(const Token& token);
  void start_select(const Token& token);
  void start_option(const Token& token);
  void start_hr(const Token& token);
  void start_raw_text(const Token& token);
  void start_foreign_root(Token& token, Namespace ns);
  void start_ordinary(const Token& token);
  void start_block(const Token& token);

  // tree_builder_body_end.cpp
  bool body_end(Token& token);
  bool end_body();
  void end_block(Tag tag);
  void end_form();
  void end_p();
  void end_item(Tag tag, Flags bounds);
  void end_heading();
  void end_br(Token& token);
  void end_ordinary(const Token& token);

  // selected_content.cpp
  void option_ended(const Node* option);
  void clone_children(const Node* from, Node* to);

  // tree_builder_table.cpp
  bool in_table(Token& token);
  bool table_start(Token& token);
  bool table_end(Token& token);
  bool table_by_foster(Token& token);
  bool in_table_text(Token& token);
  bool in_caption(Token& token);
  bool in_column_group(Token& token);
  bool in_table_body(Token& token);
  bool leave_table_body();
  bool in_row(Token& token);
  bool leave_row();
  bool in_cell(Token& token);
  void close_cell();

  // tree_builder_rest.cpp
  bool in_template(Token& token);
  bool template_as(Mode mode);
  bool in_template_eof();
  bool after_body(Token& token);
  bool after_after_body(Token& token);
  bool in_frameset(Token& token);
  bool after_frameset(Token& token);
  bool after_after_frameset(Token& token);
  void insert_spaces_of(std::string_view text);

  // tree_builder_foreign.cpp
  bool in_foreign(Token& token);
  bool foreign_start(Token& token);
  bool foreign_end(Token& token);
  bool leave_foreign();
  Node* insert_foreign(Token& token, Namespace ns);

  Arena nodes_;
  Arena attributes_;
  Arena bytes_;
  Tokenizer tokenizer_;
  UnknownNames names_;
  Tree tree_;
  Doctype doctype_;
  ParseOptions options_;

  Node* document_ = nullptr;
  Node* root_ = nullptr;
  Node* head_ = nullptr;
  Node* body_ = nullptr;
  Node* form_ = nullptr;
  Node* selected_content_ = nullptr;  // the last <selectedcontent>
  Node* context_ = nullptr;           // of a fragment; not in the tree
  std::vector<Node*> open_;
  std::array<std::uint32_t, kKnownTags> open_counts_{};  // HTML elements by known tag
  std::uint32_t foreign_open_ = 0;                       // of other namespaces
  std::vector<Node*> formatting_;                        // null: a marker
  std::vector<Mode> template_modes_;
  std::vector<std::string_view> table_text_;
  std::size_t node_count_ = 0;
  Mode mode_ = Mode::initial;
  Mode original_mode_ = Mode::initial;
  bool frameset_ok_ = true;
  bool fostering_ = false;
  bool skip_newline_ = false;
  bool has_selected_content_ = false;
};

}  // namespace khabar
