#include "stages/clean/rules.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "core/io/file.h"
#include "core/io/toml.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "stages/clean/boilerplate_shape.h"
#include "stages/clean/rules_ordinary.h"
#include "stages/clean/rules_pattern.h"

namespace khabar {
namespace {

constexpr std::uint32_t kWordsMaxDefault = 24, kWordsMaxLimit = 160;
constexpr std::size_t kFilesMax = 31;  // bits of a language mask
// Words that a heading may have and its pattern not name: "more from the BBC".
constexpr std::uint32_t kHeadingGapsMax = 5;

const std::vector<std::string> kRuleKeys = {"name",      "patterns",        "strength", "tail_only",
                                            "head_only", "needs_neighbour", "glued",    "cut_head",
                                            "unended",   "anywhere",        "opens",    "words_max",
                                            "note"};

std::vector<std::string> family_names() {
  return {kRuleFamilies.begin(), kRuleFamilies.end()};
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  const std::string near = nearest_name(name, known);
  return near.empty() ? "" : "; did you mean '" + near + "'?";
}

}  // namespace

// Reads the files one after the other, collecting faults.
class RuleLoader {
 public:
  Result<BoilerplateRules> run(const std::vector<RuleFile>& files) {
    if (files.size() > kFilesMax)
      return invalid("boilerplate: " + std::to_string(files.size()) + " files exceed " +
                     std::to_string(kFilesMax));
    // The neutral file first: its lists are seen by the others.
    std::vector<const RuleFile*> order;
    for (const RuleFile& file : files) order.push_back(&file);
    std::stable_sort(order.begin(), order.end(), [](const RuleFile* a, const RuleFile* b) {
      return std::pair(a->language != "neutral", a->language) <
             std::pair(b->language != "neutral", b->language);
    });
    for (const RuleFile* file : order) read_file(*file);
    if (faults_.empty()) {
      rules_.automaton_.freeze();
      refuse_greedy();
    }
    if (faults_.empty()) return std::move(rules_);
    std::string message;
    for (const std::string& fault : faults_) message += (message.empty() ? "" : "\n") + fault;
    return invalid(std::move(message));
  }

 private:
  void fault(const TomlPlace& place, const std::string& what) {
    faults_.push_back(place.to_string() + ": " + what);
  }

  void read_file(const RuleFile& file) {
    auto root = parse_toml(file.toml, file.name);
    if (!root) {
      faults_.push_back(root.error().message);
      return;
    }
    language_ = file.language;
    language_bit_ = 1u << rules_.languages_.size();
    rules_.languages_.push_back(language_);
    scope_ = PatternScope{neutral_lists_, {}};
    seen_.clear();
    if (root->table() == nullptr) return;
    for (const auto& [key, value] : *root->table()) read_head(key, value);
    if (language_ == "neutral") neutral_lists_ = scope_.lists;
    for (const auto& [key, value] : *root->table()) read_family(key, value);
  }

  // Clitics and lists, in file order: a list may name those above it.
  void read_head(const std::string& key, const TomlValue& value) {
    if (key == "clitics") {
      scope_.clitics = texts(value, "clitics");
      return;
    }
    if (key != "lists") return;
    if (value.table() == nullptr) {
      fault(value.place, "lists is a table of lists, not " + std::string(value.type_name()));
      return;
    }
    for (const auto& [name, entries] : *value.table()) {
      auto list = parse_list(texts(entries, name), scope_);
      if (list) {
        scope_.lists[name] = std::move(*list);
      } else {
        fault(entries.place, "list <" + name + ">: " + list.error().message);
        scope_.lists[name] = PatternNode{};  // named, so that its users are not faulted too
      }
    }
  }

  std::vector<std::string> texts(const TomlValue& value, std::string_view what) {
    std::vector<std::string> out;
    if (value.array() == nullptr) {
      fault(value.place,
            std::string(what) + " is a list of strings, not " + std::string(value.type_name()));
      return out;
    }
    for (const TomlValue& entry : *value.array()) {
      if (entry.text() != nullptr) {
        out.push_back(*entry.text());
      } else {
        fault(entry.place,
              std::string(what) + " holds strings, not " + std::string(entry.type_name()));
      }
    }
    return out;
  }

  void read_family(const std::string& key, const TomlValue& value) {
    if (key == "lists" || key == "clitics") return;
    const auto families = family_names();
    if (std::find(families.begin(), families.end(), key) == families.end()) {
      fault(value.place, "no family is named '" + key + "'" + did_you_mean(key, families));
      return;
    }
    if (value.array() == nullptr) {
      fault(value.place, "write [[" + key + "]], once for each rule");
      return;
    }
    for (const TomlValue& rule : *value.array()) read_rule(key, rule);
  }

  void read_rule(const std::string& family, const TomlValue& table) {
    if (table.table() == nullptr) {
      fault(table.place, "a rule is a table, not " + std::string(table.type_name()));
      return;
    }
    BoilerplateRule rule;
    rule.language_bit = language_bit_;
    rule.words_max = kWordsMaxDefault;
    rule.closes_story = family != "read_more" && family != "navigation";
    rule.place = table.place.to_string();
    const TomlValue* patterns = nullptr;
    std::string name;
    for (const auto& [key, value] : *table.table()) {
      if (key == "patterns")
        patterns = &value;
      else if (key == "name" && value.text() != nullptr)
        name = *value.text();
      else
        read_attribute(key, value, rule);
    }
    if (name.empty()) fault(table.place, "a rule of " + family + " has no name");
    rule.id = language_ + "/" + family + "/" + name;
    if (!name.empty() && !seen_.insert(rule.id).second)
      fault(table.place, "the name " + rule.id + " is used twice");
    if (patterns == nullptr) {
      fault(table.place, rule.id + " has no patterns");
      return;
    }
    const auto index = static_cast<std::uint32_t>(rules_.rules_.size());
    rules_.rules_.push_back(rule);
    if (patterns->array() == nullptr) {
      texts(*patterns, "patterns");
      return;
    }
    for (const TomlValue& pattern : *patterns->array()) read_pattern(pattern, index);
  }

  void read_attribute(const std::string& key, const TomlValue& value, BoilerplateRule& rule) {
    const auto flag = [&](bool& out) {
      if (const bool* b = std::get_if<bool>(&value.value))
        out = *b;
      else
        fault(value.place, key + " is true or false, not " + std::string(value.type_name()));
    };
    const auto one_of = [&](std::string_view no, std::string_view yes) {
      const std::string* t = value.text();
      if (t == nullptr || (*t != no && *t != yes))
        fault(value.place, key + " is '" + std::string(no) + "' or '" + std::string(yes) + "'");
      return t != nullptr && *t == yes;
    };
    if (key == "tail_only")
      flag(rule.tail_only);
    else if (key == "head_only")
      flag(rule.head_only);
    else if (key == "needs_neighbour")
      flag(rule.needs_neighbour);
    else if (key == "glued")
      flag(rule.glued);
    else if (key == "unended")
      flag(rule.unended);
    else if (key == "anywhere")
      flag(rule.anywhere);
    else if (key == "cut_head")
      flag(rule.cut_head);
    else if (key == "strength")
      rule.strong = one_of("weak", "strong");
    else if (key == "opens")
      rule.opens = one_of("headlines", "tags") ? OpenedList::tags : OpenedList::headlines;
    else if (key == "words_max") {
      const auto* n = std::get_if<std::int64_t>(&value.value);
      if (n == nullptr || *n < 1 || *n > kWordsMaxLimit)
        fault(value.place, "words_max is 1 to " + std::to_string(kWordsMaxLimit));
      else
        rule.words_max = static_cast<std::uint32_t>(*n);
    } else if (key == "note" || key == "name") {
      if (value.text() == nullptr) fault(value.place, key + " is a string");
    } else {
      fault(value.place, "no key is named '" + key + "'" + did_you_mean(key, kRuleKeys));
    }
  }

  void read_pattern(const TomlValue& value, std::uint32_t rule) {
    if (value.text() == nullptr) {
      fault(value.place, "a pattern is a string, not " + std::string(value.type_name()));
      return;
    }
    std::string text;
    collapse_blanks(*value.text(), text);
    const std::string named = rules_.rules_[rule].id + ": pattern '" + text + "': ";
    auto parsed = parse_pattern(text, scope_);
    if (!parsed) {
      fault(value.place, named + parsed.error().message);
      return;
    }
    if (const std::string why = too_wide(*parsed, rules_.rules_[rule]); !why.empty()) {
      fault(value.place, named + "it would match too much: " + why);
      return;
    }
    const auto id = static_cast<RuleAutomaton::Pattern>(rules_.patterns_.size());
    const bool anywhere = rules_.rules_[rule].anywhere;
    const bool heading =
        !anywhere && !parsed->open_ended && floor_of(parsed->root).gaps <= kHeadingGapsMax;
    rules_.patterns_.push_back({rule, text, heading});
    places_.push_back(value.place);
    if (Status made = compile_pattern(*parsed, id, rules_.automaton_, anywhere); !made)
      fault(value.place, named + made.error().message);
  }

  // What no pattern may be without, judged on its poorest reading.
  static std::string too_wide(const ParsedPattern& pattern, const BoilerplateRule& rule) {
    const PatternFloor floor = floor_of(pattern.root);
    if (rule.anywhere) {
      if (!rule.tail_only || !rule.unended) return "anywhere asks for tail_only and unended";
      if (floor.reads == 0 || floor.words == 0) return "it may match marks alone";
      return floor.begins_with_gap ? "it begins with a gap: anywhere needs none" : "";
    }
    const bool guarded = rule.needs_neighbour || rule.tail_only || rule.head_only || !rule.strong;
    if (floor.reads == 0) return "every part of it is optional";
    if (floor.words == 0) return "it may match marks alone";
    if (pattern.open_ended && floor.begins_with_gap) return "it begins with a gap and has no end";
    if (floor.begins_with_gap && !guarded)
      return "it begins with a gap: add needs_neighbour or tail_only";
    if (pattern.open_ended && floor.reads < 2 && !rule.needs_neighbour)
      return "with '...' it needs two words, or a word and a colon, on every reading";
    if (pattern.open_ended && floor.letters < 4) return "four letters are too few with '...'";
    return "";
  }

  // Runs the finished automaton over ordinary lines.
  void refuse_greedy() {
    RuleMatcher matcher(rules_.automaton_);
    FoldedText text;
    std::vector<RuleToken> tokens;
    std::vector<PatternHit> hits;
    std::set<RuleAutomaton::Pattern> refused;
    for (const std::string_view line : ordinary_lines()) {
      fold(line, FoldMarks::keep, text.key);
      tokenize_key(text.key, 64, tokens);
      hits.clear();
      const auto words = static_cast<std::uint32_t>(
          std::count_if(tokens.begin(), tokens.end(),
                        [](const RuleToken& t) { return t.kind == TokenKind::word; }));
      for (const auto start : {RuleAutomaton::kLine, RuleAutomaton::kShortLine})
        matcher.match(start, text.key, tokens.data(), tokens.size(), hits);
      for (std::size_t i = 0; i < tokens.size(); ++i)
        matcher.match(RuleAutomaton::kAnywhere, text.key, tokens.data() + i, tokens.size() - i,
                      hits);
      for (const PatternHit& hit : hits) {
        const BoilerplateRule& rule = rules_.rule_of(hit.pattern);
        // Guarded threefold: below the story, unlike its sentences, beside furniture.
        const bool guarded = rule.tail_only && rule.unended && !rule.strong;
        if (rule.needs_neighbour || guarded || (rule.unended && ends_sentence(line))) continue;
        if (!rule.cut_head && words > rule.words_max) continue;
        if (!refused.insert(hit.pattern).second) continue;
        fault(places_[hit.pattern], rule.id + ": pattern '" + rules_.patterns_[hit.pattern].text +
                                        "': it would match the ordinary line \"" +
                                        std::string(line) + "\"");
      }
    }
  }

  BoilerplateRules rules_;
  PatternScope scope_;
  std::map<std::string, PatternNode, std::less<>> neutral_lists_;
  std::set<std::string> seen_;
  std::vector<TomlPlace> places_;  // of each pattern
  std::vector<std::string> faults_;
  std::string language_;
  std::uint32_t language_bit_ = 0;
};

Result<BoilerplateRules> BoilerplateRules::from_files(const std::vector<RuleFile>& files) {
  return RuleLoader().run(files);
}

Result<BoilerplateRules> BoilerplateRules::load(const std::string& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> paths;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error))
    if (at->path().extension() == ".toml") paths.push_back(at->path());
  if (error) return invalid(folder + ": " + error.message());
  if (paths.empty()) return invalid(folder + ": no *.toml file of boilerplate rules");
  std::sort(paths.begin(), paths.end());
  std::vector<RuleFile> files;
  for (const auto& path : paths) {
    auto text = read_file(path.string(), std::size_t{4} << 20);
    if (!text) return tl::unexpected(text.error());
    files.push_back({path.string(), path.stem().string(), std::move(*text)});
  }
  return from_files(files);
}

std::uint32_t BoilerplateRules::language_mask(std::string_view language) const {
  std::uint32_t mask = 0;
  bool own = false;
  for (std::size_t i = 0; i < languages_.size(); ++i) {
    own |= languages_[i] == language;
    if (languages_[i] == language || languages_[i] == "neutral" || languages_[i] == "en")
      mask |= 1u << i;
  }
  return own ? mask : ~0u;
}

}  // namespace khabar
