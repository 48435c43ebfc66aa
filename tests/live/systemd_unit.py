#!/usr/bin/env python3
"""systemd_unit.py KHABAR: conf/khabar.service under a real systemd: ready by Type=notify, pages stored behind its hardening,
reload with a good and a bad file, a restart by the watchdog and after SIGKILL, a stop within its time.

systemd is booted as process 1 of namespaces of its own, over an overlay of this machine's root whose upper half is a
tmpfs: nothing outside is written, and all ends with it. Takes root; exit status 77 where that cannot be. Its cgroups have no
controllers there, so MemoryMax and TasksMax are set, but not enforced.
"""
import json, os, re, shutil, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))
SKIPPED = 77
GROUP = f'khabar-unit-{os.getpid()}'

BOOT = r'''
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs /mnt
cd /mnt
mkdir up work root groups
mount -t overlay overlay -o lowerdir=/,upperdir=up,workdir=work root
for folder in dev run tmp; do mount -t tmpfs tmpfs root/$folder; done
mkdir root/dev/pts root/dev/shm root/run/lock
chmod 1777 root/tmp root/dev/shm
mknod -m 666 root/dev/null c 1 3; mknod -m 666 root/dev/zero c 1 5; mknod -m 666 root/dev/full c 1 7
mknod -m 666 root/dev/random c 1 8; mknod -m 666 root/dev/urandom c 1 9; mknod -m 666 root/dev/tty c 5 0
mount -t devpts -o newinstance,ptmxmode=0666 devpts root/dev/pts
ln -s pts/ptmx root/dev/ptmx; ln -s /proc/self/fd root/dev/fd
mount -t sysfs -o ro sysfs root/sys
mount -t cgroup2 cgroup2 groups
mkdir -p groups/$GROUP
echo $$ > groups/$GROUP/cgroup.procs
ip link set lo up
mkdir -p root/usr/share/khabar root/etc/khabar root/run/systemd/system
cp "$KHABAR" root/usr/bin/khabar
cp -r "$PROJECT/conf" root/usr/share/khabar/conf
cp "$PROJECT/conf/khabar.service" root/lib/systemd/system/
cp "$PROJECT/conf/khabar.sysusers" root/usr/lib/sysusers.d/khabar.conf
mkdir -p root/etc/systemd/system/khabar.service.d  # a build with LeakSanitizer: hardening forbids it to trace
printf '[Service]\nEnvironment=ASAN_OPTIONS=detect_leaks=0\n' > root/etc/systemd/system/khabar.service.d/leaks.conf
exec unshare -C -p --fork --kill-child sh -c '
  mount -t proc proc root/proc
  mount -t cgroup2 cgroup2 root/sys/fs/cgroup
  cd root
  exec chroot . env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --unit=basic.target'
'''


def expect(holds, what):
    if not holds:
        raise AssertionError(what)
    print('ok  ' + what, flush=True)


class Machine:
    def __init__(self, khabar):
        env = {**os.environ, 'KHABAR': khabar, 'PROJECT': PROJECT, 'GROUP': GROUP}
        self.booted = subprocess.Popen(['unshare', '-m', '-n', '-u', '-i', 'sh', '-c', BOOT], env=env,
                                       stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        self.pid = None

    def wait_until_up(self):
        self.until('systemd is up', lambda: self.find() and self.run('systemctl', 'is-system-running') in ('running', 'degraded'))

    def find(self):
        """Process 1 within, as it is called outside."""
        if self.booted.poll() is not None:
            raise AssertionError('no systemd: ' + self.booted.stdout.read().decode())
        with open(f'/proc/{self.booted.pid}/task/{self.booted.pid}/children') as file:
            for child in file.read().split():
                with open(f'/proc/{child}/comm') as comm:
                    if comm.read().strip() == 'systemd':
                        self.pid = int(child)
        return self.pid

    def words(self, *words):
        return ['nsenter', '-t', str(self.pid), '-m', '-n', '-p', '-u', '-i', '-C', '-r', '-w', *words]

    def run(self, *words, check=False):
        done = subprocess.run(self.words(*words), capture_output=True, text=True)
        if check and done.returncode:
            raise AssertionError(f'{words}: {done.returncode}: {done.stdout}{done.stderr}{self.log()}')
        return (done.stdout + done.stderr).strip()

    def write(self, path, text):
        subprocess.run(self.words('sh', '-c', 'mkdir -p "$(dirname "$1")" && cat > "$1"', 'sh', path), input=text,
                       text=True, check=True)

    def shown(self, name):
        return self.run('systemctl', 'show', 'khabar', '-p', name, '--value')

    def log(self, lines=40):
        return '\n' + self.run('journalctl', '-u', 'khabar', '-o', 'cat', '-n', str(lines), '--no-pager')

    def until(self, what, holds, seconds=60):
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f'{what}: not within {seconds} s{self.log() if self.pid else ""}')
            time.sleep(0.2)
        print('ok  ' + what, flush=True)

    def end(self):
        if self.pid:
            subprocess.run(['kill', '-KILL', str(self.pid)])
        self.booted.kill()
        self.booted.wait()
        time.sleep(0.5)  # cgroups empty themselves
        subprocess.run(['unshare', '-m', 'sh', '-c', f'mount -t cgroup2 cgroup2 /mnt && cd /mnt && '
                                                     f'find {GROUP} -depth -type d -exec rmdir {{}} +'])


def status_of(machine, field):
    with open(f'/proc/{outside(machine)}/status') as file:
        return re.search(rf'^{field}:\s+(\S+)', file.read(), re.M)[1]


def outside(machine):
    """The main process by the number it has out here."""
    inner = machine.shown('MainPID')
    for pid in filter(str.isdigit, os.listdir('/proc')):
        try:
            with open(f'/proc/{pid}/status') as file:
                numbers = re.search(r'^NSpid:\s+(.+)', file.read(), re.M)[1].split()
            if numbers[-1] == inner and os.readlink(f'/proc/{pid}/ns/pid') == os.readlink(f'/proc/{machine.pid}/ns/pid'):
                return pid
        except (OSError, TypeError):
            continue
    raise AssertionError(f'no process {inner}' + machine.log())


def story(machine, config):
    stored = lambda: int(machine.run('sh', '-c', 'cat /var/lib/khabar/records.jsonl* 2>/dev/null | wc -l') or 0)
    machine.run('systemd-sysusers', check=True)
    machine.write('/etc/khabar/news.toml', config)
    began = time.monotonic()
    machine.run('systemctl', 'start', 'khabar', check=True)  # returns at READY=1
    expect(machine.shown('ActiveState') == 'active', f'started and ready within {time.monotonic() - began:.1f} s (Type=notify)')
    machine.until('pages become records behind the hardening', lambda: stored() > 50)
    machine.until('the status line tells', lambda: ' in, ' in machine.shown('StatusText'), 20)
    expect(status_of(machine, 'CapEff').strip('0') == '' and status_of(machine, 'NoNewPrivs') == '1' and
           status_of(machine, 'Seccomp') == '2' and status_of(machine, 'Uid') != '0', 'no capability, no new privilege, seccomp, no root')
    expect(machine.run('stat', '-c', '%U %a', '/var/lib/khabar') == 'khabar 750', 'the state folder is its own')

    main = machine.shown('MainPID')
    machine.write('/etc/khabar/news.toml', config.replace('name = "The Quay Gazette"', 'name = "The Key Gazette"'))
    machine.run('systemctl', 'reload', 'khabar', check=True)
    machine.until('reload tells what changed', lambda: 'quay.example/feed.xml: name' in machine.log(), 10)
    machine.write('/etc/khabar/news.toml', config.replace('interval_least_s', 'interval_leest_s').replace('[sinks.jsonl]', '[admin]\nprot = 1\n[sinks.jsonl]'))
    machine.run('systemctl', 'reload', 'khabar', check=True)
    machine.until('a bad file is told, with all its faults', lambda: all(
        words in machine.log() for words in ['the old one stays in force', 'did you mean interval_least_s?', 'did you mean port?']), 10)
    expect(machine.shown('MainPID') == main and machine.shown('ActiveState') == 'active', 'and the old one goes on')
    machine.write('/etc/khabar/news.toml', config)

    machine.run('kill', '-KILL', main)
    machine.until('SIGKILL: started again', lambda: machine.shown('ActiveState') == 'active' and machine.shown('MainPID') not in ('0', main), 30)

    machine.write('/etc/systemd/system/khabar.service.d/test.conf', '[Service]\nWatchdogSec=3\n')
    machine.run('systemctl', 'daemon-reload', check=True)
    machine.run('systemctl', 'restart', 'khabar', check=True)
    time.sleep(8)
    expect(machine.shown('NRestarts') == '0', 'the watchdog is fed')
    main = machine.shown('MainPID')
    machine.run('kill', '-STOP', main)
    machine.until('a program that hangs is killed and started again', lambda: 'Watchdog timeout' in machine.run(
        'journalctl', '-u', 'khabar', '-n', '50', '--no-pager') and machine.shown('ActiveState') == 'active' and
        machine.shown('MainPID') not in ('0', main), 30)

    began = time.monotonic()
    machine.run('systemctl', 'stop', 'khabar', check=True)
    took = time.monotonic() - began
    expect(machine.shown('Result') == 'success' and took < 45, f'stopped well within {took:.1f} s')
    urls = [json.loads(line)['url'] for line in machine.run(
        'sh', '-c', 'cat /var/lib/khabar/records.jsonl*').splitlines()]
    expect(len(urls) == len(set(urls)), f'{len(urls)} records, each once, over two kills')


def main():
    khabar = os.path.abspath(sys.argv[1])
    if os.geteuid() != 0 or not os.path.exists('/lib/systemd/systemd') or not shutil.which('nsenter'):
        print('skipped: takes root and systemd')
        return SKIPPED
    probe = subprocess.run(['unshare', '-m', '-n', '-p', '-f', '-C', 'sh', '-c', 'mount -t cgroup2 cgroup2 /mnt'], capture_output=True)
    if probe.returncode:
        print('skipped: no namespaces or no cgroup2 here: ' + probe.stderr.decode().strip())
        return SKIPPED
    machine = Machine(khabar)
    try:
        machine.wait_until_up()
    except AssertionError as error:  # containers forbid it in many ways
        machine.end()
        print(f'skipped: systemd does not come up here: {error}')
        return SKIPPED
    server = None
    try:
        server = subprocess.Popen(['nsenter', '-t', str(machine.pid), '-n', sys.executable, '-c',
                                   'import time; from newsroom import Newsroom; print(Newsroom().config(), "#", flush=True); time.sleep(1e6)'],
                                  cwd=HERE, stdout=subprocess.PIPE, text=True)
        config = ''
        while not config.endswith('#\n'):
            config += server.stdout.readline()
        story(machine, config + '[sinks.jsonl]\npath = "records.jsonl"\n')
    finally:
        if server:
            server.kill()
        machine.end()
    return 0


if __name__ == '__main__':
    sys.exit(main())
