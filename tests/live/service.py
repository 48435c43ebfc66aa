#!/usr/bin/env python3
"""`khabar run` as a service, watched from outside as systemd, Prometheus and a person would:
notifications, health, metrics, reload, top, stop. usage: service.py KHABAR"""

import json, os, re, signal, socket, subprocess, sys, tempfile, threading, time
import urllib.error, urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from newsroom import Newsroom


class Systemd:
    """The datagram socket of $NOTIFY_SOCKET, and all that was said to it."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        self.said = []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            self.said.append(self.socket.recv(4096).decode())

    def count(self, message):
        return sum(said.split("\n")[0] == message for said in self.said)


class Service:
    def __init__(self, program, folder, conf):
        self.program, self.folder = program, folder
        self.systemd = Systemd(folder)
        self.log, self.url = [], None
        environment = {**os.environ, "NOTIFY_SOCKET": self.systemd.path, "WATCHDOG_USEC": "2000000",
                       "STATE_DIRECTORY": os.path.join(folder, "state")}
        environment.pop("WATCHDOG_PID", None)
        self.process = subprocess.Popen([program, "run", conf, "--log-format", "json", "--quiet"], cwd=folder,
                                        env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        threading.Thread(target=self.read_log, daemon=True).start()
        self.until("the page is served", lambda: self.url)

    def read_log(self):
        for line in self.process.stderr:
            self.log.append(json.loads(line))  # every line is JSON, or this ends the test
            match = re.search(r"admin page at (\S+)", self.log[-1]["message"])
            if match:
                self.url = match[1].rstrip("/")

    def until(self, what, holds, seconds=60):
        end = time.monotonic() + seconds
        while not holds():
            if self.process.poll() is not None:
                raise SystemExit(f"FAILED: {what}: khabar ended with {self.process.returncode}: {self.log[-8:]}")
            if time.monotonic() > end:
                raise SystemExit(f"FAILED: {what}, within {seconds} s: {self.log[-8:]}, {self.systemd.said[-5:]}")
            time.sleep(0.1)
        print("ok  " + what)

    def get(self, path, host=None):
        request = urllib.request.Request(self.url + path, headers={"Host": host} if host else {})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def status(self):
        return json.loads(self.get("/api/status")[1])

    def reload(self, seconds=30):
        """SIGHUP; the outcome that the page tells."""
        before = self.status().get("reload", {}).get("at")
        self.process.send_signal(signal.SIGHUP)
        self.until("a reload is told", lambda: self.status().get("reload", {}).get("at") != before, seconds)
        return self.status()["reload"]


def expect(holds, what, *evidence):
    if not holds:
        raise SystemExit(f"FAILED: {what}: {evidence}")
    print("ok  " + what)


def write(path, text):
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def check_health(service):
    service.until("it says READY=1", lambda: service.systemd.count("READY=1") == 1)
    service.until("and feeds the watchdog", lambda: service.systemd.count("WATCHDOG=1") >= 2)
    service.until("and tells its status", lambda: any(s.startswith("STATUS=") for s in service.systemd.said))
    service.until("stories are stored", lambda: service.status()["documents"]["delivered"] > 100)
    expect(service.get("/healthz") == (200, "ok\n"), "/healthz is ok")
    expect(service.get("/readyz") == (200, "ok\n"), "/readyz is ok")
    expect(service.get("/", "evil.example")[0] == 421, "a stranger's name is refused")
    status, metrics = service.get("/metrics")
    for family in ["khabar_documents_read_total{source=\"feeds\"}", "khabar_queue_documents{before=\"clean\"}",
                   "khabar_sink_failing{sink=\"jsonl\"} 0", "process_resident_memory_bytes"]:
        expect(status == 200 and family in metrics, f"/metrics has {family}")
    for line in metrics.splitlines():
        expect_line = re.fullmatch(r"# (HELP|TYPE) \w+ .*|\w+(\{.*\})? [-+.eE\d]+", line)
        if not expect_line:
            raise SystemExit("FAILED: no line of the text format: " + line)


def check_reload(service, conf, text):
    write(conf, text.replace("paused = true", "paused = false") + '[dedupe]\nwindow_h = 48\n')
    outcome = service.reload()
    lines = "\n".join(outcome["lines"])
    expect(outcome["in_force"] and "harvest.example" in lines, "a changed source is told", lines)
    expect("dedupe added - takes effect at the next start" in lines, "what cannot change live is named", lines)
    expect(service.systemd.count("RELOADING=1") == 1 and service.systemd.count("READY=1") == 2,
           "systemd hears RELOADING=1 and READY=1", service.systemd.said)
    service.until("the source that is no longer paused is polled", lambda: any(
        feed["name"] == "Harvest Notes" and feed["polls"] > 0
        for feed in json.loads(service.get("/api/sources")[1])["feeds"]))
    write(conf, text.replace("delay_ms = 0", "delai_ms = 0"))
    outcome = service.reload()
    expect(not outcome["in_force"] and "did you mean delay_ms?" in "\n".join(outcome["lines"]),
           "a bad file leaves the old one in force and says why", outcome)
    before = service.status()["documents"]["delivered"]
    service.until("and stories go on coming", lambda: service.status()["documents"]["delivered"] > before)


def check_second(service, conf):
    """Neither the state nor the port is shared with a second program."""
    port = service.url.rsplit(":", 1)[1]
    other = subprocess.run([service.program, "run", conf, "--state", "state", "-q"], cwd=service.folder,
                           capture_output=True, text=True, timeout=60)
    expect(other.returncode == 1 and "in use by process" in other.stderr, "a state in use is refused", other.stderr)
    other = subprocess.run([service.program, "run", conf, "--state", "other", "-q", "--set", f"admin.port={port}"],
                           cwd=service.folder, capture_output=True, text=True, timeout=60)
    expect(other.returncode == 2 and f"admin: 127.0.0.1:{port} cannot be bound" in other.stderr,
           "a port in use is refused", other.stderr)


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        conf = os.path.join(folder, "news.toml")
        text = ('[sinks.jsonl]\npath = "articles.jsonl"\n[admin]\nport = 0\n[run]\nstall_s = 600\n'
                + Newsroom().config())
        write(conf, text)
        checked = subprocess.run([program, "check", conf], capture_output=True, text=True, timeout=60)
        expect(checked.returncode == 0 and "no faults" in checked.stdout, "khabar check finds no faults", checked.stderr)
        service = Service(program, folder, conf)
        try:
            check_health(service)
            write(conf, text)
            check_second(service, conf)
            check_reload(service, conf, text)
            top = subprocess.run([program, "top", "--once", "-a", service.url.removeprefix("http://")],
                                 capture_output=True, text=True, timeout=60)
            expect(top.returncode == 0 and "stage clean" in top.stdout and "failing" in top.stdout,
                   "khabar top shows steps and sources in trouble", top.stdout, top.stderr)
            lines = len(open(os.path.join(folder, "articles.jsonl"), encoding="utf-8").readlines()) \
                if os.path.exists(os.path.join(folder, "articles.jsonl")) else -1
            service.process.send_signal(signal.SIGTERM)
            expect(service.process.wait(60) == 0, "SIGTERM stops it well", service.log[-5:])
            deadline = time.monotonic() + 5  # the listener may be a moment behind
            while not service.systemd.count("STOPPING=1") and time.monotonic() < deadline:
                time.sleep(0.05)
            expect(service.systemd.count("STOPPING=1") >= 1, "and systemd hears STOPPING=1")
        finally:
            if service.process.poll() is None:
                service.process.kill()
        records = [json.loads(line) for line in open(os.path.join(folder, "articles.jsonl"), encoding="utf-8")]
        expect(len(records) > 100 and not any("removed" in record for record in records),
               "records hold no removed lines: those were traced for the page alone", lines)
        expect(len({record["id"] for record in records}) == len(records), "each story once")
        expect(os.path.getsize(os.path.join(folder, "state", "sites.jsonl")) > 0, "what was learned of sites is kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())
