#include "core/model/signature.h"

#include "core/model/document.h"
#include "core/text/digest.h"
#include "core/text/fold.h"

namespace khabar {

Signature Signer::sign(std::string_view text) {
  fold(text, FoldMarks::drop, folded_);
  return sign_folded(folded_);
}

Signature Signer::sign(std::span<const Paragraph> paragraphs) {
  if (paragraphs.size() == 1) return sign(paragraphs.front().text);
  joined_.clear();
  for (const Paragraph& paragraph : paragraphs) {
    joined_ += paragraph.text;
    joined_ += '\n';
  }
  return sign(joined_);
}

Signature Signer::sign_folded(std::string_view folded) {
  Signature out;
  if (folded.empty()) return out;
  const Digest128 digest = hash128(folded);
  out.text_hash_high = digest.high;
  out.text_hash_low = digest.low;
  out.folded_bytes = static_cast<std::uint32_t>(folded.size());
  sketcher_.sketch(folded, out.sketch);
  return out;
}

}  // namespace khabar
