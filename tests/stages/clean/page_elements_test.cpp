#include "stages/clean/page_elements.h"

#include <gtest/gtest.h>

#include <string>

#include "core/html/parser.h"
#include "stages/clean/blocks.h"

namespace khabar {
namespace {

class PageElementsTest : public ::testing::Test {
 protected:
  const PageElements& read(const std::string& html) {
    html_ = html;
    tree_ = &parser_.parse(html_);
    elements_.read(*tree_);
    return elements_;
  }
  const Node* first(Tag tag) const {
    for (const Node* node : descendants(tree_->document())) {
      if (node->is(tag)) return node;
    }
    return nullptr;
  }
  const ElementSigns& signs(Tag tag) const { return elements_.signs_of(first(tag)); }
  // "h1 a <article >": names in page order, with the bounds of what opens.
  std::string marks() const {
    std::string out;
    for (const ElementMark& mark : elements_.marks()) {
      const std::string name(tree_->tag_name(*mark.node));
      const bool opens = mark.has(kOpensArticle | kOpensSide | kOpensFooter);
      out +=
          (out.empty() ? "" : " ") + (mark.has(kCloses) ? name + ">" : (opens ? "<" + name : name));
    }
    return out;
  }

  std::string html_;
  HtmlParser parser_;
  const Tree* tree_ = nullptr;
  PageElements elements_;
};

TEST_F(PageElementsTest, ReadsWhatClassIdRoleAndItempropName) {
  read("<div class=article-body id=comments><p role=navigation><b itemprop=author>x");
  EXPECT_EQ(signs(Tag::div).groups, bit_of(ClassGroup::article) | bit_of(ClassGroup::content) |
                                        bit_of(ClassGroup::comment));
  EXPECT_EQ(signs(Tag::p).groups, bit_of(ClassGroup::navigation));
  EXPECT_EQ(signs(Tag::p).flags, std::uint32_t{kInNav});
  EXPECT_EQ(signs(Tag::b).groups, bit_of(ClassGroup::author));
}

TEST_F(PageElementsTest, TellsLikeClassesByOneNumber) {
  read("<p class='lead big'>x<div class='lead big'>x</div><b class=lead>x</b><i>x");
  EXPECT_EQ(signs(Tag::p).class_makes, signs(Tag::div).class_makes);
  EXPECT_NE(signs(Tag::p).class_makes, signs(Tag::b).class_makes);
  EXPECT_EQ(signs(Tag::i).class_makes, 0u);
}

TEST_F(PageElementsTest, SeesWhatIsHidden) {
  read("<p style='color:red; Display : none'>x<b aria-hidden=true>x</b><i hidden>x");
  EXPECT_EQ(signs(Tag::p).flags, std::uint32_t{kHidden | kInvisible});
  EXPECT_EQ(signs(Tag::b).flags, std::uint32_t{kHidden});
  EXPECT_EQ(signs(Tag::i).flags, std::uint32_t{kHidden | kInvisible});
}

TEST_F(PageElementsTest, ForgetsThePageBefore) {
  read("<p class=comment hidden>x");
  read("<p>x");
  EXPECT_EQ(signs(Tag::p).groups, 0u);
  EXPECT_EQ(signs(Tag::p).flags, 0u);
}

TEST_F(PageElementsTest, MarksInPageOrderWithTheEndsOfWhatOpens) {
  read(
      "<main><h1>T</h1><section><ul class=related><li>x<a href=/>y</a></ul></section></main>"
      "<footer><time>May</time></footer>");
  EXPECT_EQ(marks(), "<main h1 <ul li a ul> main> <footer time footer>");
}

TEST_F(PageElementsTest, PassesByWhatBearsNoFact) {
  read("<section class=x><ul><table><tr><th>x</table><a name=top>x</a><svg><a href=/>x</a></svg>");
  EXPECT_EQ(marks(), "");
}

TEST_F(PageElementsTest, KnowsTheElementsOfTheHeadWhereverTheyStand) {
  read("<title>T</title><meta name=a><p>x<script>1</script><svg><title>no</title></svg><h1>x");
  std::string names;
  for (const Node* node : elements_.head()) names += std::string(tree_->tag_name(*node)) + ' ';
  EXPECT_EQ(names, "title meta script h1 ");
}

}  // namespace
}  // namespace khabar
