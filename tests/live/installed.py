#!/usr/bin/env python3
"""What cmake --install puts in place stands on its own. usage: installed.py BUILD_FOLDER"""

import os, subprocess, sys, tempfile


def expect(holds, what, *evidence):
    if not holds:
        raise SystemExit(f"FAILED: {what}: {evidence}")
    print("ok  " + what)


def main():
    with tempfile.TemporaryDirectory() as prefix:
        def install():
            done = subprocess.run(["cmake", "--install", sys.argv[1], "--prefix", prefix], capture_output=True, text=True)
            expect(done.returncode == 0, "it installs", done.stdout, done.stderr)

        install()
        environment = {key: value for key, value in os.environ.items() if key != "KHABAR_CONF_DIR"}
        checked = subprocess.run([f"{prefix}/bin/khabar", "check"], capture_output=True, text=True, env=environment)
        expect(checked.returncode == 0 and checked.stdout.startswith(f"{prefix}/etc/khabar/news.toml: "),
               "the program finds its configuration and its rule files", checked.stdout, checked.stderr)
        unit = open(f"{prefix}/lib/systemd/system/khabar.service", encoding="utf-8").read()
        expect(f"ExecStart={prefix}/bin/khabar run {prefix}/etc/khabar/news.toml" in unit, "the unit starts this one")
        with open(f"{prefix}/etc/khabar/news.toml", "a", encoding="utf-8") as conf:
            conf.write("# edited\n")
        install()
        expect(open(f"{prefix}/etc/khabar/news.toml", encoding="utf-8").read().endswith("# edited\n"),
               "what a person has edited stays")


if __name__ == "__main__":
    main()
