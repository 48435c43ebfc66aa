#include "core/model/signature.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/model/document.h"

namespace khabar {
namespace {

Paragraph paragraph(std::string text) {
  Paragraph out;
  out.text = std::move(text);
  return out;
}

TEST(Signature, SpellingsOfOneTextAreEqual) {
  Signer signer;
  const Signature plain = signer.sign("افتتح الوزير الى جانب المحافظ مدرسه جديده في 12 ايار");
  const Signature marked =
      signer.sign("افتتحَ الوزيرُ، إلى جانب المحافظ، مدرسة جديـــدة في ١٢ أيار.");
  EXPECT_EQ(plain, marked);
  EXPECT_TRUE(plain.has_text());
  EXPECT_NE(plain, signer.sign("افتتح الوزير الى جانب المحافظ مدرسه جديده في 13 ايار"));
}

TEST(Signature, ParagraphBreaksDoNotCount) {
  Signer signer;
  const std::vector<Paragraph> two = {paragraph("أول الخبر."), paragraph("آخر الخبر.")};
  const std::vector<Paragraph> one = {paragraph("أول الخبر. آخر الخبر.")};
  EXPECT_EQ(signer.sign(two), signer.sign(one));
}

TEST(Signature, NothingToReadEqualsNothing) {
  Signer signer;
  for (const char* text : {"", "   ", "...", "— * —", "\n\n"}) {
    EXPECT_EQ(signer.sign(text), Signature{}) << text;
    EXPECT_FALSE(signer.sign(text).has_text());
  }
  EXPECT_FALSE(signer.sign(std::vector<Paragraph>{}).has_text());
}

TEST(Signature, ASignerKeepsNothingOfTheTextBefore) {
  Signer used;
  used.sign(std::string(100'000, 'x') + " 123");
  EXPECT_EQ(used.sign("short one"), Signer().sign("short one"));
}

}  // namespace
}  // namespace khabar
