#include "app/command_line.h"

#include <functional>
#include <iostream>

#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "app/commands/feeds.h"
#include "app/exit_code.h"
#include "app/feed_json.h"
#include "app/log_words.h"
#include "core/io/toml.h"

namespace khabar {
namespace {

constexpr const char* kAbout =
    "khabar turns news feeds and archives into clean, deduplicated article records.\n\n"
    "  khabar run news.toml                             feeds to records, for ever\n"
    "  khabar feeds discover https://site.example       feeds, sitemaps and front page of a site\n"
    "  khabar batch crawl.warc.gz -o articles.jsonl     archives to records\n"
    "  khabar extract https://site.example/story        one page (or file) to one record\n"
    "  khabar explain page.html                         why each line was kept or removed\n"
    "  khabar search articles.db 'رئيس الوزراء'          full text, hamza or not";

constexpr const char* kExitCodes =
    "Exit status: 0 done; 1 failure; 2 wrong usage or configuration; 3 done, but some input was\n"
    "rejected (see the dead letters). Records go to stdout, log lines to stderr.";

// What one parse collects; the command it names runs afterwards.
struct Words {
  CommonOptions common;
  BatchOptions batch;
  RunOptions run;
  TopOptions top;
  FeedsOptions feeds;
  PageOptions page;
  SearchOptions search;
  ParseFeedOptions feed;
  std::string conf, state_dir, file, host;
  std::size_t number = 1;
  std::function<int()> command;
};

void add_batch(CLI::App& app, Words& words) {
  CLI::App* batch = app.add_subcommand("batch", "Archives to records");
  BatchOptions& o = words.batch;
  batch->footer(
      "INPUT is a file, a folder, a glob or - for stdin: WARC, JSONL, text or HTML, each plain, "
      ".gz\n"
      "or .zst. The suffix of -o decides the sink: .jsonl, .jsonl.zst, .db; several -o are fine.\n"
      "With --state a killed run goes on where it stopped, and dedupe remembers between runs.\n"
      "What cannot be read goes to OUT.rejected.jsonl with the reason and where it lies.\n\n" +
      std::string(kExitCodes));
  batch->add_option("input", o.inputs, "Files, folders, globs, or -");
  batch->add_option("-o,--output", o.outputs, "OUT.jsonl, OUT.jsonl.zst, OUT.db, or - (default)");
  batch->add_option("-c,--conf", o.conf, "Configuration file (docs/CONFIG.md)");
  batch->add_option("--state", o.state_dir, "Folder for cursors and the dedupe window");
  batch->add_option("--set", o.settings, "Any setting: --set dedupe.duplicates=mark")
      ->type_name("PATH=VALUE");
  batch->add_option("-w,--workers", o.workers, "Worker threads (default: one a core)")
      ->check(CLI::Range(1, 256));
  batch->add_flag("--no-dedupe", o.no_dedupe, "Keep copies and versions as they come");
  batch->add_flag("--trace", o.trace, "Write every removed line, with its rule, to the record");
  batch->add_flag("--learn", o.learn,
                  "Read the inputs twice: first learn each site's own boilerplate, then clean");
  batch->add_flag("-q,--quiet", o.quiet, "No progress line and no summary");
  batch->callback(
      [&words] { words.command = [&words] { return run_batch(words.common, words.batch); }; });
}

void add_run(CLI::App& app, Words& words) {
  CLI::App* run = app.add_subcommand("run", "Watch the sources of a configuration, for ever");
  RunOptions& o = words.run;
  run->footer(
      "CONF is a configuration (docs/CONFIG.md); without it, /etc/khabar/news.toml of an "
      "installed\n"
      "program, else the news.toml among its rule files. SIGTERM or SIGINT: nothing new is read, "
      "what\n"
      "was read is delivered; once more: give up on it. SIGHUP: read the configuration again.\n"
      "The page is at http://127.0.0.1:7117/ (docs/OPERATING.md).");
  run->add_option("conf", o.conf, "Configuration file");
  run->add_option("--state", o.state_dir, "Folder for what must outlive a restart ([run] state)");
  run->add_option("--set", o.settings, "Any setting: --set admin.port=8080")
      ->type_name("PATH=VALUE");
  run->add_flag("-q,--quiet", o.quiet, "No progress line and no summary");
  run->callback(
      [&words] { words.command = [&words] { return run_continuously(words.common, words.run); }; });
  CLI::App* top = app.add_subcommand("top", "What a running `khabar run` is doing, live");
  top->add_option("-a,--address", words.top.address, "Where its admin page is (127.0.0.1:7117)");
  top->add_flag("--once", words.top.once, "Print once, for scripts");
  top->callback([&words] { words.command = [&words] { return run_top(words.top); }; });
}

void add_page_options(CLI::App* command, PageOptions& o) {
  command->add_option("file", o.input, "HTML or text file, - for stdin (default), or an address");
  command->add_option("--url", o.url, "Address the file came from: dates, site and links need it");
  command->add_option("--content-type", o.content_type, "HTTP Content-Type the page came with");
  command->add_flag("--text", o.is_text, "The input is plain text, whatever it looks like");
  command->add_flag("--allow-private", o.allow_private,
                    "Of an address: speak to private ones too (intranets, tests)");
}

void add_page_commands(CLI::App& app, Words& words) {
  PageOptions& o = words.page;
  CLI::App* extract = app.add_subcommand("extract", "One document to one record");
  add_page_options(extract, o);
  extract->add_option("-f,--format", o.format, "json (default), text or markdown")
      ->check(CLI::IsMember({"json", "text", "markdown"}));
  extract->add_flag("--trace", o.trace, "List what was removed, and by which rule");
  extract->callback(
      [&words] { words.command = [&words] { return run_extract(words.common, words.page); }; });
  CLI::App* explain =
      app.add_subcommand("explain", "Each block and line: kept or removed, and by which rule");
  add_page_options(explain, o);
  explain->add_option("--html", o.html_out, "Write a page with the parts marked instead");
  explain->callback(
      [&words] { words.command = [&words] { return run_explain(words.common, words.page); }; });
}

void add_small_commands(CLI::App& app, Words& words) {
  CLI::App* check = app.add_subcommand("check", "All faults of a configuration at once");
  check->add_option("conf", words.conf, "Configuration file (as `khabar run` finds it)");
  check->callback(
      [&words] { words.command = [&words] { return run_check(words.common, words.conf); }; });
  CLI::App* search = app.add_subcommand("search", "Full-text search in a database of articles");
  search->add_option("database", words.search.database, "A .db written by -o")->required();
  search->add_option("query", words.search.query, "Words; \"a phrase\"; -without; this OR that")
      ->required();
  search->add_option("-n,--limit", words.search.limit, "Hits shown (10)")
      ->check(CLI::Range(1, 1'000'000));
  search->add_flag("--json", words.search.json, "One JSON object a hit");
  search->callback(
      [&words] { words.command = [&words] { return run_search(words.common, words.search); }; });
  CLI::App* show = app.add_subcommand("show", "One record or dead letter, laid out for reading");
  show->add_option("file", words.file, "OUT.jsonl, plain, .gz or .zst, or -")->required();
  show->add_option("-n,--number", words.number, "Which record, from 1")
      ->check(CLI::Range(1, 2'000'000'000));
  show->callback(
      [&words] { words.command = [&words] { return run_show(words.file, words.number); }; });
  const auto plain = [&](const char* name, const char* help, const std::function<int()>& run) {
    CLI::App* command = app.add_subcommand(name, help);
    command->callback([&words, run] { words.command = run; });
  };
  plain("schema", "JSON Schema of the record", [] { return run_schema(); });
  plain("settings", "The reference of all settings, in Markdown (docs/CONFIG.md)",
        [&words] { return run_settings_reference(words.common); });
  plain("parse-date", "Dates of visible text: JSONL in {text, lang?, now?}, JSONL out {text, iso}",
        [&words] { return run_parse_date(words.common); });
  plain("parse-dateline", "Datelines: JSONL in {text}, JSONL out {text, place, agency}",
        [&words] { return run_parse_dateline(words.common); });
}

void add_parse_feed(CLI::App& app, Words& words) {
  ParseFeedOptions& o = words.feed;
  CLI::App* command = app.add_subcommand("parse-feed", "A feed, well-formed or not, as JSON");
  command->footer(std::string(feed_json_help()));
  command->add_option("file", o.input, "RSS, Atom, RDF, CDF or JSON Feed; - for stdin (default)");
  command->add_option("--url", o.url, "Address of the feed: relative links need it");
  command->add_option("--content-type", o.content_type, "HTTP Content-Type the feed came with");
  command->add_flag("--raw", o.raw, "Markup as written, not sanitised");
  command->callback([&words] { words.command = [&words] { return run_parse_feed(words.feed); }; });
}

void add_state_tools(CLI::App& app, Words& words) {
  CLI::App* dedupe = app.add_subcommand("dedupe", "Look into a dedupe state");
  dedupe->require_subcommand(1);
  for (const std::string verb : {"stats", "lookup", "fsck", "compact"}) {
    const char* help = verb == "stats"    ? "What the state holds"
                       : verb == "lookup" ? "Which documents a text is a copy of"
                       : verb == "fsck"   ? "Read the whole log and report what is wrong"
                                          : "Rewrite the log without what has expired";
    CLI::App* command = dedupe->add_subcommand(verb, help);
    command->add_option("state", words.state_dir, "State folder")->required();
    if (verb == "lookup") command->add_option("file", words.file, "Text file, or -")->required();
    command->callback([&words, verb] {
      words.command = [&words, verb] {
        return run_dedupe_tool(words.common, verb, words.state_dir, words.file);
      };
    });
  }
  CLI::App* sites = app.add_subcommand("sites", "Boilerplate learned of each site");
  sites->require_subcommand(1);
  for (const std::string verb : {"show", "forget"}) {
    CLI::App* command =
        sites->add_subcommand(verb, verb == "show" ? "The lines counted, and which are boilerplate"
                                                   : "Forget what was learned of a site");
    command->add_option("host", words.host, "Site, as in source.host; show: all when left out")
        ->required(verb == "forget");
    command->add_option("--state", words.state_dir, "State folder")->required();
    command->callback([&words, verb] {
      words.command = [&words, verb] {
        return run_sites_tool(words.common, verb, words.state_dir, words.host);
      };
    });
  }
}

// The parser says no more than that a command is missing; which word was meant as one, says this.
int refuse_word(const CLI::App& app, const std::string& word) {
  std::vector<std::string> commands;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    commands.push_back(command->get_name());
  }
  const std::string nearest = nearest_name(word, commands);
  std::cerr << "khabar: there is no " << (word.starts_with("-") ? "option " : "command ") << word
            << (nearest.empty() ? "" : "; did you mean " + nearest + "?")
            << "\nRun with --help or --help-all for more information.\n";
  return kExitUsage;
}

}  // namespace

int run_command_line(int argc, char** argv) {
  Words words;
  CLI::App app(kAbout, "khabar");
  app.require_subcommand(1);
  app.set_version_flag("--version", "khabar " KHABAR_VERSION);
  app.set_help_all_flag("--help-all", "The help of every command");
  app.footer(kExitCodes);
  app.add_option("--conf-dir", words.common.conf_dir, "Folder of the rule files");
  app.add_option("--log-level", words.common.log_level, "debug, info, warning, error or off")
      ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}));
  app.add_option("--log-format", words.common.log_format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  app.fallthrough();
  add_run(app, words);
  add_feeds_command(app, words.common, words.feeds, words.command);
  add_batch(app, words);
  add_page_commands(app, words);
  add_small_commands(app, words);
  add_parse_feed(app, words);
  add_state_tools(app, words);
  try {
    app.parse(argc, argv);
  } catch (const CLI::RequiredError& error) {
    const std::vector<std::string> unknown = app.remaining();
    return unknown.empty() ? (app.exit(error), kExitUsage) : refuse_word(app, unknown.front());
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitUsage;
  }
  configure_log_words(words.common.log_level, words.common.log_format);
  return words.command();
}

}  // namespace khabar
