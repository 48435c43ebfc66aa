// What `khabar feeds ...` understands, and its help.
#include <functional>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands/feeds.h"

namespace khabar {
namespace {

constexpr const char* kFeedsFooter =
    "  khabar feeds discover https://site.example        how its news can be followed, best first\n"
    "  khabar feeds test https://site.example/feed/      format, entries, dates, faults\n"
    "  khabar feeds add https://site.example/feed/       to the list that news.toml names\n"
    "  khabar feeds list                                 who is well, who is silent, who fails\n\n"
    "Feeds stand in the configuration: [[sources.NAME.feed]], or in OPML files and lists that it\n"
    "names (opml, lists). A running khabar takes new ones over when it gets SIGHUP.";

class FeedsWords {
 public:
  FeedsWords(CLI::App& feeds, const CommonOptions& common, FeedsOptions& options,
             std::function<int()>& command)
      : feeds_(feeds), common_(common), o_(options), command_(command) {}

  void add_all() {
    add_test();
    add_discover();
    add_list();
    add_add();
    add_import();
    add_export();
    add_pause("pause", "Poll a feed no more, until `feeds resume`", true);
    add_pause("resume", "Poll a paused or retired feed again", false);
  }

 private:
  CLI::App* verb(const char* name, const char* help, const std::function<int()>& run) {
    CLI::App* command = feeds_.add_subcommand(name, help);
    command->callback([this, run] { command_ = run; });
    return command;
  }

  void add_place(CLI::App* command) {
    command->add_option("-c,--conf", o_.conf, "Configuration (as `khabar run` finds it)");
  }

  void add_state(CLI::App* command) {
    add_place(command);
    command->add_option("--state", o_.state_dir, "State folder ([run] state)");
  }

  void add_file_words(CLI::App* command) {
    command->add_option("--url", o_.url, "Of a file: the address it came from");
    command->add_option("--content-type", o_.content_type, "Of a file: as the server said");
    command->add_flag("--allow-private", o_.allow_private,
                      "Speak to private addresses too (intranets, tests)");
    command->add_flag("--json", o_.json, "For machines");
  }

  void add_test() {
    CLI::App* test = verb("test", "What a feed, sitemap or front page holds, and what it lacks",
                          [this] { return run_feeds_test(o_); });
    test->add_option("source", o_.target, "URL, file, or - for stdin")->required();
    test->add_option("-n,--entries", o_.entries, "Entries shown (10)");
    add_file_words(test);
    test->footer(
        "\"page\": its page would be fetched; \"whole\": the entry carries its full text.\n"
        "Exit status: 1 when it is none of the three, or cannot be had.");
  }

  void add_discover() {
    CLI::App* discover = verb("discover", "How the news of a site can be followed, best first",
                              [this] { return run_feeds_discover(o_); });
    discover->add_option("site", o_.target, "URL of a page of the site, or a file with --url")
        ->required();
    add_file_words(discover);
    discover->footer(
        "Looks at the page, at robots.txt, and where sites keep feeds by custom; what\n"
        "it finds it reads. Of a file it tells only what stands there.");
  }

  void add_list() {
    CLI::App* list = verb("list", "The feeds of a configuration and how well they are",
                          [this] { return run_feeds_list(common_, o_); });
    add_state(list);
    list->add_flag("--json", o_.json, "One JSON object a feed");
  }

  void add_add() {
    CLI::App* add = verb("add", "Append a feed to a list of the configuration",
                         [this] { return run_feeds_add(common_, o_); });
    add->add_option("url", o_.target, "Address of the feed")->required();
    add_place(add);
    add->add_option("--to", o_.to, "Which of its lists (the first); without -c: any file");
    add->add_option("--title", o_.title, "Its name (what it calls itself)");
    add->add_option("--language", o_.language, "Of its articles, where they do not say");
    add->add_option("--group", o_.group, "Outline of an OPML list to put it in");
    add->add_flag("--no-test", o_.no_test, "Add it unread");
    add->add_flag("--allow-private", o_.allow_private, "Speak to private addresses too");
  }

  void add_import() {
    CLI::App* import = verb("import", "Append the feeds of another list: OPML, or one URL a line",
                            [this] { return run_feeds_import(common_, o_); });
    import->add_option("list", o_.target, "File, or - for stdin")->required();
    add_place(import);
    import->add_option("--to", o_.to, "Which list of the configuration; without -c: any file");
    import->footer(
        "Shipped lists: conf/sources/arabic.opml, conf/sources/international.opml. A text list\n"
        "keeps addresses and names; languages, groups and kinds need OPML.");
  }

  void add_export() {
    CLI::App* out = verb("export", "All feeds of the configuration as OPML, to stdout",
                         [this] { return run_feeds_export(common_, o_); });
    add_place(out);
  }

  void add_pause(const char* name, const char* help, bool pause) {
    CLI::App* command =
        verb(name, help, [this, pause] { return run_feeds_pause(common_, o_, pause); });
    command->add_option("feed", o_.target, "Its URL or name")->required();
    add_state(command);
    command->footer("A running khabar obeys within seconds; it lasts over restarts.");
  }

  CLI::App& feeds_;
  const CommonOptions& common_;
  FeedsOptions& o_;
  std::function<int()>& command_;
};

}  // namespace

void add_feeds_command(CLI::App& app, const CommonOptions& common, FeedsOptions& options,
                       std::function<int()>& command) {
  CLI::App* feeds = app.add_subcommand("feeds", "Find, test and look after news feeds");
  feeds->require_subcommand(1);
  // The callbacks need it as long as the program parses; CLI11 owns its words the same way.
  auto words = std::make_shared<FeedsWords>(*feeds, common, options, command);
  words->add_all();
  feeds->footer(kFeedsFooter);  // behind them: verbs inherit what stands already
  feeds->callback([words] {});
}

}  // namespace khabar
