#include "core/text/charset_labels.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/text/ascii.h"

namespace khabar {
namespace {

struct Known {
  std::string_view name;
  const char* icu;
  EncodingKind kind;
};

// In the order of the enumeration.
constexpr Known kKnown[] = {
    {"UTF-8", nullptr, EncodingKind::utf_8},
    {"IBM866", "ibm-866", EncodingKind::single_byte},
    {"ISO-8859-2", "ISO-8859-2", EncodingKind::single_byte},
    {"ISO-8859-3", "ISO-8859-3", EncodingKind::single_byte},
    {"ISO-8859-4", "ISO-8859-4", EncodingKind::single_byte},
    {"ISO-8859-5", "ISO-8859-5", EncodingKind::single_byte},
    {"ISO-8859-6", "ISO-8859-6", EncodingKind::single_byte},
    {"ISO-8859-7", "ISO-8859-7", EncodingKind::single_byte},
    {"ISO-8859-8", "ISO-8859-8", EncodingKind::single_byte},
    {"ISO-8859-8-I", "ISO-8859-8", EncodingKind::single_byte},
    {"ISO-8859-10", "iso-8859_10-1998", EncodingKind::single_byte},
    {"ISO-8859-13", "ISO-8859-13", EncodingKind::single_byte},
    {"ISO-8859-14", "iso-8859_14-1998", EncodingKind::single_byte},
    {"ISO-8859-15", "ISO-8859-15", EncodingKind::single_byte},
    {"ISO-8859-16", nullptr, EncodingKind::single_byte},
    {"KOI8-R", "KOI8-R", EncodingKind::single_byte},
    {"KOI8-U", "KOI8-U", EncodingKind::single_byte},
    {"macintosh", "macintosh", EncodingKind::single_byte},
    {"windows-874", "windows-874", EncodingKind::single_byte},
    {"windows-1250", "windows-1250", EncodingKind::single_byte},
    {"windows-1251", "windows-1251", EncodingKind::single_byte},
    {"windows-1252", "windows-1252", EncodingKind::single_byte},
    {"windows-1253", "windows-1253", EncodingKind::single_byte},
    {"windows-1254", "windows-1254", EncodingKind::single_byte},
    {"windows-1255", "windows-1255", EncodingKind::single_byte},
    {"windows-1256", "windows-1256", EncodingKind::single_byte},
    {"windows-1257", "windows-1257", EncodingKind::single_byte},
    {"windows-1258", "windows-1258", EncodingKind::single_byte},
    {"x-mac-cyrillic", "x-mac-cyrillic", EncodingKind::single_byte},
    {"GBK", "gb18030", EncodingKind::multi_byte},
    {"gb18030", "gb18030", EncodingKind::multi_byte},
    {"Big5", "Big5-HKSCS", EncodingKind::multi_byte},
    {"EUC-JP", "EUC-JP", EncodingKind::multi_byte},
    {"ISO-2022-JP", "ISO-2022-JP", EncodingKind::multi_byte},
    {"Shift_JIS", "windows-31j", EncodingKind::multi_byte},
    {"EUC-KR", "windows-949", EncodingKind::multi_byte},
    {"replacement", nullptr, EncodingKind::other},
    {"UTF-16BE", nullptr, EncodingKind::utf_16},
    {"UTF-16LE", nullptr, EncodingKind::utf_16},
    {"x-user-defined", "windows-1252", EncodingKind::single_byte},
    {"UTF-32BE", nullptr, EncodingKind::utf_32},
    {"UTF-32LE", nullptr, EncodingKind::utf_32},
};
static_assert(std::size(kKnown) == static_cast<std::size_t>(Encoding::utf_32le) + 1);

struct Label {
  std::string_view label;
  Encoding encoding;
};

// Every label of the standard, and what pages write when they mistype one.
constexpr Label kLabels[] = {
    {"866", Encoding::ibm866}, {"ansi", Encoding::windows_1252},
    {"ansi_x3.4-1968", Encoding::windows_1252}, {"arabic", Encoding::iso_8859_6},
    {"ascii", Encoding::windows_1252}, {"asmo-708", Encoding::iso_8859_6}, {"big5", Encoding::big5},
    {"big5-hkscs", Encoding::big5}, {"chinese", Encoding::gbk}, {"cn-big5", Encoding::big5},
    {"cp-1251", Encoding::windows_1251}, {"cp-1252", Encoding::windows_1252},
    {"cp-1256", Encoding::windows_1256}, {"cp1250", Encoding::windows_1250},
    {"cp1251", Encoding::windows_1251}, {"cp1252", Encoding::windows_1252},
    {"cp1253", Encoding::windows_1253}, {"cp1254", Encoding::windows_1254},
    {"cp1255", Encoding::windows_1255}, {"cp1256", Encoding::windows_1256},
    {"cp1257", Encoding::windows_1257}, {"cp1258", Encoding::windows_1258},
    {"cp819", Encoding::windows_1252}, {"cp866", Encoding::ibm866}, {"cp932", Encoding::shift_jis},
    {"cp936", Encoding::gbk}, {"cp949", Encoding::euc_kr}, {"cp950", Encoding::big5},
    {"csbig5", Encoding::big5}, {"cseuckr", Encoding::euc_kr},
    {"cseucpkdfmtjapanese", Encoding::euc_jp}, {"csgb2312", Encoding::gbk},
    {"csibm866", Encoding::ibm866}, {"csiso2022jp", Encoding::iso_2022_jp},
    {"csiso2022kr", Encoding::replacement}, {"csiso58gb231280", Encoding::gbk},
    {"csiso88596e", Encoding::iso_8859_6}, {"csiso88596i", Encoding::iso_8859_6},
    {"csiso88598e", Encoding::iso_8859_8}, {"csiso88598i", Encoding::iso_8859_8_i},
    {"csisolatin1", Encoding::windows_1252}, {"csisolatin2", Encoding::iso_8859_2},
    {"csisolatin3", Encoding::iso_8859_3}, {"csisolatin4", Encoding::iso_8859_4},
    {"csisolatin5", Encoding::windows_1254}, {"csisolatin6", Encoding::iso_8859_10},
    {"csisolatin9", Encoding::iso_8859_15}, {"csisolatinarabic", Encoding::iso_8859_6},
    {"csisolatincyrillic", Encoding::iso_8859_5}, {"csisolatingreek", Encoding::iso_8859_7},
    {"csisolatinhebrew", Encoding::iso_8859_8}, {"cskoi8r", Encoding::koi8_r},
    {"csksc56011987", Encoding::euc_kr}, {"csmacintosh", Encoding::macintosh},
    {"csshiftjis", Encoding::shift_jis}, {"csunicode", Encoding::utf_16le},
    {"cyrillic", Encoding::iso_8859_5}, {"dos-874", Encoding::windows_874},
    {"ecma-114", Encoding::iso_8859_6}, {"ecma-118", Encoding::iso_8859_7},
    {"elot_928", Encoding::iso_8859_7}, {"euc-jp", Encoding::euc_jp}, {"euc-kr", Encoding::euc_kr},
    {"gb18030", Encoding::gb18030}, {"gb2312", Encoding::gbk}, {"gb_2312", Encoding::gbk},
    {"gb_2312-80", Encoding::gbk}, {"gbk", Encoding::gbk}, {"greek", Encoding::iso_8859_7},
    {"greek8", Encoding::iso_8859_7}, {"hebrew", Encoding::iso_8859_8},
    {"hz-gb-2312", Encoding::replacement}, {"ibm819", Encoding::windows_1252},
    {"ibm866", Encoding::ibm866}, {"iso-10646-ucs-2", Encoding::utf_16le},
    {"iso-2022-cn", Encoding::replacement}, {"iso-2022-cn-ext", Encoding::replacement},
    {"iso-2022-jp", Encoding::iso_2022_jp}, {"iso-2022-kr", Encoding::replacement},
    {"iso-8859-1", Encoding::windows_1252}, {"iso-8859-10", Encoding::iso_8859_10},
    {"iso-8859-11", Encoding::windows_874}, {"iso-8859-13", Encoding::iso_8859_13},
    {"iso-8859-14", Encoding::iso_8859_14}, {"iso-8859-15", Encoding::iso_8859_15},
    {"iso-8859-16", Encoding::iso_8859_16}, {"iso-8859-2", Encoding::iso_8859_2},
    {"iso-8859-3", Encoding::iso_8859_3}, {"iso-8859-4", Encoding::iso_8859_4},
    {"iso-8859-5", Encoding::iso_8859_5}, {"iso-8859-6", Encoding::iso_8859_6},
    {"iso-8859-6-e", Encoding::iso_8859_6}, {"iso-8859-6-i", Encoding::iso_8859_6},
    {"iso-8859-7", Encoding::iso_8859_7}, {"iso-8859-8", Encoding::iso_8859_8},
    {"iso-8859-8-e", Encoding::iso_8859_8}, {"iso-8859-8-i", Encoding::iso_8859_8_i},
    {"iso-8859-9", Encoding::windows_1254}, {"iso-ir-100", Encoding::windows_1252},
    {"iso-ir-101", Encoding::iso_8859_2}, {"iso-ir-109", Encoding::iso_8859_3},
    {"iso-ir-110", Encoding::iso_8859_4}, {"iso-ir-126", Encoding::iso_8859_7},
    {"iso-ir-127", Encoding::iso_8859_6}, {"iso-ir-138", Encoding::iso_8859_8},
    {"iso-ir-144", Encoding::iso_8859_5}, {"iso-ir-148", Encoding::windows_1254},
    {"iso-ir-149", Encoding::euc_kr}, {"iso-ir-157", Encoding::iso_8859_10},
    {"iso-ir-58", Encoding::gbk}, {"iso8859-1", Encoding::windows_1252},
    {"iso8859-10", Encoding::iso_8859_10}, {"iso8859-11", Encoding::windows_874},
    {"iso8859-13", Encoding::iso_8859_13}, {"iso8859-14", Encoding::iso_8859_14},
    {"iso8859-15", Encoding::iso_8859_15}, {"iso8859-16", Encoding::iso_8859_16},
    {"iso8859-2", Encoding::iso_8859_2}, {"iso8859-3", Encoding::iso_8859_3},
    {"iso8859-4", Encoding::iso_8859_4}, {"iso8859-5", Encoding::iso_8859_5},
    {"iso8859-6", Encoding::iso_8859_6}, {"iso8859-7", Encoding::iso_8859_7},
    {"iso8859-8", Encoding::iso_8859_8}, {"iso8859-9", Encoding::windows_1254},
    {"iso88591", Encoding::windows_1252}, {"iso885910", Encoding::iso_8859_10},
    {"iso885911", Encoding::windows_874}, {"iso885913", Encoding::iso_8859_13},
    {"iso885914", Encoding::iso_8859_14}, {"iso885915", Encoding::iso_8859_15},
    {"iso885916", Encoding::iso_8859_16}, {"iso88592", Encoding::iso_8859_2},
    {"iso88593", Encoding::iso_8859_3}, {"iso88594", Encoding::iso_8859_4},
    {"iso88595", Encoding::iso_8859_5}, {"iso88596", Encoding::iso_8859_6},
    {"iso88597", Encoding::iso_8859_7}, {"iso88598", Encoding::iso_8859_8},
    {"iso88599", Encoding::windows_1254}, {"iso_8859-1", Encoding::windows_1252},
    {"iso_8859-15", Encoding::iso_8859_15}, {"iso_8859-1:1987", Encoding::windows_1252},
    {"iso_8859-2", Encoding::iso_8859_2}, {"iso_8859-2:1987", Encoding::iso_8859_2},
    {"iso_8859-3", Encoding::iso_8859_3}, {"iso_8859-3:1988", Encoding::iso_8859_3},
    {"iso_8859-4", Encoding::iso_8859_4}, {"iso_8859-4:1988", Encoding::iso_8859_4},
    {"iso_8859-5", Encoding::iso_8859_5}, {"iso_8859-5:1988", Encoding::iso_8859_5},
    {"iso_8859-6", Encoding::iso_8859_6}, {"iso_8859-6:1987", Encoding::iso_8859_6},
    {"iso_8859-7", Encoding::iso_8859_7}, {"iso_8859-7:1987", Encoding::iso_8859_7},
    {"iso_8859-8", Encoding::iso_8859_8}, {"iso_8859-8:1988", Encoding::iso_8859_8},
    {"iso_8859-9", Encoding::windows_1254}, {"iso_8859-9:1989", Encoding::windows_1254},
    {"koi", Encoding::koi8_r}, {"koi8", Encoding::koi8_r}, {"koi8-r", Encoding::koi8_r},
    {"koi8-ru", Encoding::koi8_u}, {"koi8-u", Encoding::koi8_u}, {"koi8_r", Encoding::koi8_r},
    {"korean", Encoding::euc_kr}, {"ks_c_5601-1987", Encoding::euc_kr},
    {"ks_c_5601-1989", Encoding::euc_kr}, {"ksc5601", Encoding::euc_kr},
    {"ksc_5601", Encoding::euc_kr}, {"l1", Encoding::windows_1252}, {"l2", Encoding::iso_8859_2},
    {"l3", Encoding::iso_8859_3}, {"l4", Encoding::iso_8859_4}, {"l5", Encoding::windows_1254},
    {"l6", Encoding::iso_8859_10}, {"l9", Encoding::iso_8859_15},
    {"latin1", Encoding::windows_1252}, {"latin2", Encoding::iso_8859_2},
    {"latin3", Encoding::iso_8859_3}, {"latin4", Encoding::iso_8859_4},
    {"latin5", Encoding::windows_1254}, {"latin6", Encoding::iso_8859_10},
    {"logical", Encoding::iso_8859_8_i}, {"mac", Encoding::macintosh},
    {"macintosh", Encoding::macintosh}, {"ms-ansi-arabic", Encoding::windows_1256},
    {"ms932", Encoding::shift_jis}, {"ms936", Encoding::gbk}, {"ms_kanji", Encoding::shift_jis},
    {"replacement", Encoding::replacement}, {"shift-jis", Encoding::shift_jis},
    {"shift_jis", Encoding::shift_jis}, {"sjis", Encoding::shift_jis},
    {"sun_eu_greek", Encoding::iso_8859_7}, {"tis-620", Encoding::windows_874},
    {"ucs-2", Encoding::utf_16le}, {"uft-8", Encoding::utf_8}, {"unicode", Encoding::utf_16le},
    {"unicode-1-1-utf-8", Encoding::utf_8}, {"unicode11utf8", Encoding::utf_8},
    {"unicode20utf8", Encoding::utf_8}, {"unicodefeff", Encoding::utf_16le},
    {"unicodefffe", Encoding::utf_16be}, {"us-ascii", Encoding::windows_1252},
    {"utf-16", Encoding::utf_16le}, {"utf-16be", Encoding::utf_16be},
    {"utf-16le", Encoding::utf_16le}, {"utf-8", Encoding::utf_8}, {"utf-8-sig", Encoding::utf_8},
    {"utf8", Encoding::utf_8}, {"utf_8", Encoding::utf_8}, {"visual", Encoding::iso_8859_8},
    {"win-1250", Encoding::windows_1250}, {"win-1251", Encoding::windows_1251},
    {"win-1252", Encoding::windows_1252}, {"win-1254", Encoding::windows_1254},
    {"win-1256", Encoding::windows_1256}, {"win1256", Encoding::windows_1256},
    {"windows-1250", Encoding::windows_1250}, {"windows-1251", Encoding::windows_1251},
    {"windows-1252", Encoding::windows_1252}, {"windows-1253", Encoding::windows_1253},
    {"windows-1254", Encoding::windows_1254}, {"windows-1255", Encoding::windows_1255},
    {"windows-1256", Encoding::windows_1256}, {"windows-1256-arabic", Encoding::windows_1256},
    {"windows-1257", Encoding::windows_1257}, {"windows-1258", Encoding::windows_1258},
    {"windows-31j", Encoding::shift_jis}, {"windows-874", Encoding::windows_874},
    {"windows-949", Encoding::euc_kr}, {"windows1250", Encoding::windows_1250},
    {"windows1251", Encoding::windows_1251}, {"windows1252", Encoding::windows_1252},
    {"windows1253", Encoding::windows_1253}, {"windows1254", Encoding::windows_1254},
    {"windows1255", Encoding::windows_1255}, {"windows1256", Encoding::windows_1256},
    {"x-cp1250", Encoding::windows_1250}, {"x-cp1251", Encoding::windows_1251},
    {"x-cp1252", Encoding::windows_1252}, {"x-cp1253", Encoding::windows_1253},
    {"x-cp1254", Encoding::windows_1254}, {"x-cp1255", Encoding::windows_1255},
    {"x-cp1256", Encoding::windows_1256}, {"x-cp1257", Encoding::windows_1257},
    {"x-cp1258", Encoding::windows_1258}, {"x-euc-jp", Encoding::euc_jp}, {"x-gbk", Encoding::gbk},
    {"x-mac-cyrillic", Encoding::x_mac_cyrillic}, {"x-mac-roman", Encoding::macintosh},
    {"x-mac-ukrainian", Encoding::x_mac_cyrillic}, {"x-sjis", Encoding::shift_jis},
    {"x-unicode20utf8", Encoding::utf_8}, {"x-user-defined", Encoding::x_user_defined},
    {"x-x-big5", Encoding::big5},
};
static_assert(std::is_sorted(std::begin(kLabels), std::end(kLabels),
                             [](const Label& a, const Label& b) { return a.label < b.label; }));

constexpr std::size_t kLabelBytesMax = 32;

const Known& known(Encoding encoding) { return kKnown[static_cast<std::size_t>(encoding)]; }

}  // namespace

EncodingKind kind_of(Encoding encoding) { return known(encoding).kind; }
std::string_view encoding_name(Encoding encoding) { return known(encoding).name; }
const char* icu_converter_name(Encoding encoding) { return known(encoding).icu; }

std::optional<Encoding> encoding_of_label(std::string_view label) {
  constexpr std::string_view kBlanks = " \t\n\f\r";
  const std::size_t begin = label.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return std::nullopt;
  label = label.substr(begin, label.find_last_not_of(kBlanks) + 1 - begin);
  std::array<char, kLabelBytesMax> lowered;
  if (label.size() > lowered.size()) return std::nullopt;
  std::transform(label.begin(), label.end(), lowered.begin(), ascii_lower);
  const std::string_view wanted(lowered.data(), label.size());
  const auto found =
      std::lower_bound(std::begin(kLabels), std::end(kLabels), wanted,
                       [](const Label& a, std::string_view b) { return a.label < b; });
  if (found == std::end(kLabels) || found->label != wanted) return std::nullopt;
  return found->encoding;
}

}  // namespace khabar
