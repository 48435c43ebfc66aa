// Stories with a footer, for benchmarks of text where the evaluation data is absent.
#pragma once

#include <string>
#include <vector>

namespace khabar {

inline std::vector<std::string> invented_texts() {
  std::vector<std::string> texts;
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (int k = 0; k < 8; ++k)
      text += "وقال المدير رقم " + std::to_string(i * k) +
              " إن الموسم الحالي أفضل من سابقه بفضل الأمطار التي هطلت في الربيع على معظم مناطق "
              "الزراعة في الجنوب والشمال، مشيرا إلى أن الأسعار لم تتغير كثيرا منذ العام الماضي.\n";
    texts.push_back(text + "تابعونا على تيلغرام:\nhttps://t.me/olive\n");
  }
  return texts;
}

}  // namespace khabar
