// Pages that are answered with 200 and are not the article: "not found" in friendly words, the
// front page in its place, the gate of a consent or login wall, the question whether we are a
// robot. Judged by structure: where the redirects led, how the title begins, how little text there
// is. Pure functions, linear; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace khabar {

enum class PageVerdict : std::uint8_t { article, soft_404, consent_wall, login_wall, bot_wall };
const char* page_verdict_name(PageVerdict verdict);  // "soft_404"

struct PageJudgement {
  PageVerdict verdict = PageVerdict::article;
  std::string why;  // for a person; empty for an article
};

// `asked`: the URL that was asked for; `url`: where its redirects ended.
PageJudgement judge_page(std::string_view asked, std::string_view url, std::string_view html,
                         std::string_view content_type);

}  // namespace khabar
