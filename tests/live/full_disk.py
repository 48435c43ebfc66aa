#!/usr/bin/env python3
"""full_disk.py KHABAR: `khabar run` over local nginx while its state lies on a disk of its own that becomes full, is
read-only, or both at the start. Each time the program ends with a status of its own and an error that names the file and
the reason; with room again every entry is stored exactly once. The disk is a tmpfs in a mount namespace of its own, so
that nothing of it is left behind; exit status 77 where none can be made (it takes root).
"""
import os, subprocess, sys, tempfile

from khabar_run import KhabarRun, check_stored_once, wait_until
from news_sites import NewsSites, skip_without_nginx

SKIPPED = 77
DISK_BYTES = 64 << 20


def mount(*words):
    subprocess.run(['mount', *words], check=True)


def fill(disk):
    """All but the last few pages, so that the next commit finds none."""
    with open(os.path.join(disk, 'ballast'), 'wb', buffering=0) as ballast:
        try:
            while True:
                ballast.write(b'x' * 4096)
        except OSError:
            pass


def empty(disk):
    os.remove(os.path.join(disk, 'ballast'))


def ended_with_a_word(run, *words):
    status = run.process.wait(60)
    said = run.last_words()
    assert status > 0, (status, said)  # less than 0: a signal
    last = said.strip().splitlines()[-1]
    for word in words:
        assert word in last, f'no "{word}" in: {last}'
    print(f'ok  exit status {status}: {last}', flush=True)


def scenario(khabar):
    with NewsSites(sites=20, seed=3) as web, tempfile.TemporaryDirectory() as folder:
        disk = os.path.join(folder, 'state')
        os.mkdir(disk)
        mount('-t', 'tmpfs', '-o', f'size={DISK_BYTES}', 'tmpfs', disk)
        try:
            on_a_disk(khabar, web, folder, disk)
        finally:
            subprocess.run(['umount', '-l', disk], check=True)  # before the folder is removed


def on_a_disk(khabar, web, folder, disk):
    feeds = [site.feed_url for site in web.sites]
    entries = [entry for site in web.sites for entry in site.publish(5)]
    run = KhabarRun(khabar, folder, feeds, web.client_settings(),
                    sources={'interval_least_s': 1, 'interval_most_s': 1, 'revisits': []})

    fill(disk)
    run.start()
    ended_with_a_word(run, disk)
    empty(disk)

    mount('-o', 'remount,ro', disk)
    run.start()
    ended_with_a_word(run, disk, 'Read-only file system')
    mount('-o', 'remount,rw', disk)

    run.start()
    wait_until(lambda: run.count() >= len(entries), 60, run)
    fill(disk)  # while it runs, and more is published
    entries += [entry for site in web.sites for entry in site.publish(5)]
    ended_with_a_word(run, disk, 'full')
    empty(disk)

    run.start()
    wait_until(lambda: run.count() >= len(entries), 60, run)
    assert run.stop() == 0, run.last_words()
    assert check_stored_once(run, entries) == 0
    print(f'ok  {len(entries)} entries are stored once each', flush=True)


def main():
    skip_without_nginx()
    if os.environ.get('KHABAR_OWN_MOUNTS') == '1':
        return scenario(sys.argv[1])
    probe = subprocess.run(['unshare', '-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], capture_output=True)
    if probe.returncode:
        print('skipped: no tmpfs can be mounted here')
        return SKIPPED
    words = ['unshare', '-m', sys.executable, os.path.abspath(__file__), *sys.argv[1:]]
    return subprocess.run(words, env={**os.environ, 'KHABAR_OWN_MOUNTS': '1'}).returncode


if __name__ == '__main__':
    sys.exit(main())
