// What the form of an address says: is this an article or a section, and which addresses of one
// site are made alike. Pure functions; any thread.
//
//   /politics/2026/11/23/slug-of-some-words-123456.html   WDDDS.html     date, slug, id
//   /tag/slug                                             XW             a word of lists
#pragma once

#include <string>
#include <string_view>

#include "core/text/url.h"

namespace khabar {

struct AddressShape {
  // A letter a segment: D of a date, N number, S slug or token, W word, X word of lists and service
  // pages ("tag", "about", "وسم"); then the suffix and the names of the parameters.
  std::string pattern;
  bool has_date = false;
  int id_digits = 0;              // longest run of digits that is no date
  int slug_words = 0;             // of the segment with the most
  bool has_token = false;         // a made-up name such as "c4g0x8dq2no"
  bool is_listing = false;        // some segment is an X
  bool names_articles = false;    // "article", "news", "خبر"
  bool has_parameter_id = false;  // "?id=1234"
  bool is_front = false;          // no path, or one plain word: a front or section page

  // How much of an article's address it is, 0..1: a weighing of the above
  double article_likeness() const;
};

AddressShape address_shape(const Url& url);

}  // namespace khabar
