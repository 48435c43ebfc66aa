#!/usr/bin/env python3
"""The admin page in a real browser against a running pipeline: light and dark, desktop and phone,
English and Arabic. Checks what the page drew; keeps pictures with --keep FOLDER.

usage: admin_page.py KHABAR [--keep docs/screens]
Exit status 77: no headless Chromium here, nothing was tested."""

import argparse, html, json, os, re, shutil, subprocess, sys, tempfile, threading, time
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from newsroom import Newsroom

SKIPPED = 77
BROWSERS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"]
DESKTOP, PHONE = (1240, 1180), (390, 1500)
HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"


class Pipeline:
    """khabar run over a newsroom, and over its standard input for what no newsroom would print."""

    def __init__(self, program, folder, newsroom):
        conf = os.path.join(folder, "news.toml")
        with open(conf, "w", encoding="utf-8") as out:
            out.write(f'[admin]\nport = 0\n[sources.wire]\ntype = "archive"\npaths = ["-"]\n'
                      f'[sinks.sqlite]\npath = "{folder}/articles.db"\n[sinks.jsonl]\npath = "{folder}/articles.jsonl"\n'
                      f'[sinks.dead_letter]\npath = "{folder}/rejected.jsonl"\n{newsroom.config()}')
        self.log = []
        self.url = None
        self.process = subprocess.Popen(
            [program, "run", conf, "--state", os.path.join(folder, "state")],
            stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        self.found = threading.Event()
        threading.Thread(target=self.read_log, daemon=True).start()
        if not self.found.wait(30):
            raise SystemExit("no admin page:\n" + "".join(self.log))

    def read_log(self):
        for line in self.process.stderr:
            self.log.append(line)
            match = re.search(r"admin page at (\S+)", line)
            if match:
                self.url = match[1]
                self.found.set()

    def feed(self, documents):
        for document in documents:
            self.process.stdin.write(json.dumps(document, ensure_ascii=False) + "\n")
        self.process.stdin.flush()

    def get(self, path):
        with urllib.request.urlopen(self.url.rstrip("/") + path, timeout=10) as answer:
            return json.load(answer)

    def until(self, what, holds, seconds=60):
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise SystemExit(f"FAILED: {what}, within {seconds} s\n" + "".join(self.log[-20:]))
            time.sleep(0.2)

    def stop(self):
        self.process.terminate()
        try:
            return self.process.wait(60)
        finally:
            self.process.stdin.close()


HOSTILE_DOCUMENTS = [
    {"id": "hostile", "url": "javascript:alert(1)", "title": HOSTILE,
     "text": HOSTILE + "\n\nA story of a kind that nobody else has told before, of a lamp that was lit.\n\n"
             "The keeper said that it had burned all night, and that he would light it again."},
    {"id": "broken"}]


class Browser:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, url, size, dark, *more):
        width, height = size
        command = [self.program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                   "--disable-extensions", "--no-first-run", f"--user-data-dir={self.folder}/profile",
                   f"--window-size={width},{height}", "--force-device-scale-factor=1",
                   "--virtual-time-budget=9000", f"--blink-settings=preferredColorScheme={0 if dark else 1}",
                   *more, url]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command)}: status {done.returncode}\n{done.stderr}")
        return done.stdout

    def dom(self, url, size=DESKTOP, dark=False, *more):
        return self.run(url, size, dark, "--dump-dom", *more)

    def picture(self, url, size, dark, path):
        self.run(url, size, dark, f"--screenshot={path}")
        if os.path.getsize(path) < 5000:
            raise SystemExit(f"{path}: an empty picture")


def expect(holds, what):
    if not holds:
        raise SystemExit("FAILED: " + what)
    print("ok  " + what)


def newest(pipeline, holds):
    return next((a["number"] for a in pipeline.get("/api/articles")["articles"] if holds(a)), None)


def check_overview(browser, url):
    dom = browser.dom(url + "?lang=en#/")
    expect('data-ready="yes"' in dom, "the page has drawn itself")
    expect('class="chart"' in dom and 'class="line c-stored"' in dom, "the curve is drawn")
    expect(dom.count('class="step stage') == 3, "every stage has its box, and the page's own tap has none")
    expect("near copy" in dom or "exact copy" in dom, "drop reasons have their bars")
    expect("The Lantern" in dom and "retired" in dom, "sources in trouble are named")
    expect('lang="en" dir="ltr"' in dom, "English runs from the left")
    arabic = browser.dom(url, DESKTOP, False, "--accept-lang=ar")
    expect('lang="ar" dir="rtl"' in arabic and "أحدث المقالات" in arabic,
           "Accept-Language: ar gives Arabic, from the right")


def check_sources(browser, url):
    dom = browser.dom(url + "?lang=en#/sources")
    expect(dom.count("<tr") == 17, "a row a source")
    for condition in ["well", "failing", "disallowed", "retired", "paused"]:
        expect(f'class="badge {condition}"' in dom, f"one is {condition}")


def check_articles(browser, pipeline):
    url = pipeline.url
    dom = browser.dom(url + "?lang=en#/articles")
    expect(dom.count('dir="auto"') > 20, "each title runs in its own direction")
    expect("<img src" not in dom and html.escape(HOSTILE, quote=False) in dom,
           "a title that is markup is shown as text")
    expect("<title>khabar</title>" in dom, "and no script of it ran")
    hostile = newest(pipeline, lambda a: "onerror" in a["title"])
    dom = browser.dom(url + f"?lang=en#/articles/{hostile}")
    expect("the lamp" in dom or "a lamp" in dom, "an article is shown with its text")
    expect('href="javascript:' not in dom, "an address that is a script is no link")
    traced = newest(pipeline, lambda a: a["removed_lines"] > 0)
    dom = browser.dom(url + f"?lang=en#/articles/{traced}")
    expect('class="rule"' in dom and "[object" not in dom, "removed lines stand with their rules")
    dom = browser.dom(url + "?lang=en#/articles/999999999")
    expect("no longer among the last" in dom, "an article that is gone is said to be gone")


def pictures(browser, pipeline, folder):
    os.makedirs(folder, exist_ok=True)
    number = newest(pipeline, lambda a: a.get("language") == "ar" and a["removed_lines"] > 0)
    wanted = [("overview-light", "?lang=en#/", DESKTOP, False), ("overview-dark", "?lang=en#/", DESKTOP, True),
              ("overview-arabic", "?lang=ar#/", DESKTOP, False),
              ("overview-phone-light", "?lang=en#/", PHONE, False), ("overview-phone-arabic-dark", "?lang=ar#/", PHONE, True),
              ("sources-light", "?lang=en#/sources", (1240, 1100), False), ("sources-phone-arabic", "?lang=ar#/sources", (390, 1100), False),
              ("article-light", f"?lang=en#/articles/{number}", (1240, 760), False),
              ("article-phone-dark", f"?lang=ar#/articles/{number}", (390, 1100), True)]
    for name, address, size, dark in wanted:
        browser.picture(pipeline.url + address, size, dark, os.path.join(folder, name + ".png"))
        print("ok  " + name + ".png")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("khabar")
    parser.add_argument("--keep", help="folder for the pictures")
    parser.add_argument("--seconds", type=int, default=8, help="how long the pipeline runs first")
    options = parser.parse_args()
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        print("skipped: no headless Chromium (apt install chromium-headless-shell)")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        pipeline = Pipeline(options.khabar, folder, Newsroom())
        try:
            pipeline.until("stories are stored", lambda: pipeline.get("/api/articles")["ever"] > 100)
            time.sleep(options.seconds)  # the curve needs some history
            pipeline.feed(HOSTILE_DOCUMENTS)
            pipeline.until("a hostile title is stored", lambda: newest(pipeline, lambda a: "onerror" in a["title"]))
            browser = Browser(program, folder)
            check_articles(browser, pipeline)
            check_overview(browser, pipeline.url)
            check_sources(browser, pipeline.url)
            if options.keep:
                pictures(browser, pipeline, options.keep)
        finally:
            status = pipeline.stop()
        expect(status == 0, "the run stops well on SIGTERM")
    return 0


if __name__ == "__main__":
    sys.exit(main())
