#!/usr/bin/env python3
"""Measures whole processes in turn, and keeps figures in baseline.csv; benchmarks/run calls it.

usage: measure.py jmh RESULT.json
       measure.py whole CAPTURE RUNS MEGABYTES
       measure.py small CAPTURE RUNS
"""
import csv
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BASELINE = os.path.join(HERE, 'baseline.csv')
COLUMNS = ['kind', 'benchmark', 'parameters', 'metric', 'value', 'unit', 'bytes_per_op', 'machine', 'commit', 'date']
FIELDS = ['frame.time_epoch', 'ip.src', 'ip.dst', 'tcp.srcport', 'tcp.dstport', 'udp.dstport', '_ws.col.Protocol']
METRICS = {'cpu': 's', 'user': 's', 'sys': 's', 'wall': 's', 'rss': 'MiB'}


def machine():
    model, memory = platform.processor() or platform.machine(), 0
    for line in open('/proc/cpuinfo'):
        if line.startswith('model name'):
            model = line.split(':', 1)[1].strip()
            break
    for line in open('/proc/meminfo'):
        if line.startswith('MemTotal'):
            memory = round(int(line.split()[1]) / 2 ** 20)
    release = '.'.join(platform.release().split('-')[0].split('.')[:2])
    return f'{os.cpu_count()} vCPU {model}, {memory} GiB, {platform.system()} {release}'


def commit():
    def git(*words):
        return subprocess.run(['git', '-C', HERE, *words], capture_output=True, text=True).stdout.strip()
    changed = git('status', '--porcelain', '--', ':/', ':(exclude,top)benchmarks', ':(exclude,top)docs')
    return git('rev-parse', '--short=10', 'HEAD') + ('+changes' if changed else '')


def keep(rows):
    """Adds rows; those of the same commit, machine and measurement take the place of the older."""
    def key(row):
        return tuple(row[c] for c in ('kind', 'benchmark', 'parameters', 'metric', 'machine', 'commit'))
    for row in rows:
        row.update(machine=machine(), commit=commit(), date=datetime.date.today().isoformat())
    known = list(csv.DictReader(open(BASELINE, newline=''))) if os.path.exists(BASELINE) else []
    new = {key(row) for row in rows}
    with open(BASELINE, 'w', newline='') as file:
        out = csv.DictWriter(file, COLUMNS, lineterminator='\n')
        out.writeheader()
        out.writerows(sorted([r for r in known if key(r) not in new] + rows, key=key))
    print(f'{len(rows)} rows in {os.path.relpath(BASELINE)}')


def row(kind, benchmark, parameters, metric, value, unit, bytes_per_op=''):
    return dict(kind=kind, benchmark=benchmark, parameters=parameters, metric=metric, value=value, unit=unit,
                bytes_per_op=bytes_per_op)


def jmh(result):
    rows = []
    for one in json.load(open(result)):
        allocated = one['secondaryMetrics'].get('gc.alloc.rate.norm', one['secondaryMetrics'].get('·gc.alloc.rate.norm'))
        parameters = ' '.join(f'{k}={v}' for k, v in sorted(one.get('params', {}).items()))
        metric = one['primaryMetric']
        rows.append(row('jmh', one['benchmark'].removeprefix('weir.benchmarks.'), parameters, 'time',
                        f"{metric['score']:.1f}", metric['scoreUnit'], f"{allocated['score']:.1f}" if allocated else ''))
    keep(rows)


def measured(command):
    """Runs a command to its end: what it took, by the kernel's account of that process and its children."""
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        try:
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    _, status, used = os.wait4(child, 0)
    wall = time.monotonic() - started
    if status:
        sys.exit(f'benchmarks: {command[0]} ended with {os.waitstatus_to_exitcode(status)}: {" ".join(command)}')
    return dict(user=used.ru_utime, sys=used.ru_stime, cpu=used.ru_utime + used.ru_stime, wall=wall,
                rss=used.ru_maxrss / 1024)


def in_turn(commands, runs):
    """Every command once, then every command again: what disturbs the machine disturbs all of them."""
    taken = {name: [] for name in commands}
    for number in range(runs):
        for name, command in commands.items():
            one = measured(command)
            taken[name].append(one)
            print(f'run {number + 1} {name:14}' + ''.join(f' {m} {one[m]:8.2f}' for m in METRICS), flush=True)
    return taken


def report(taken):
    first = next(iter(taken))
    print('load average ' + ' '.join(f'{load:.2f}' for load in os.getloadavg()))
    for name, runs in taken.items():
        for metric, unit in METRICS.items():
            values = [run[metric] for run in runs]
            middle = statistics.median(values)
            ratio = statistics.median(run[metric] for run in taken[first]) / middle if middle else 0
            print(f'{name:14} {metric:5} median {middle:8.2f} {unit:4} min {min(values):8.2f} max {max(values):8.2f}'
                  + ('' if name == first else f'   {first} takes {ratio:.3f} of it'))


def rows_of(kind, taken, parameters, metrics):
    rows = []
    for name, runs in taken.items():
        for metric in metrics:
            values = [run[metric] for run in runs]
            for label, number in (('', statistics.median(values)), (' min', min(values)), (' max', max(values))):
                rows.append(row(kind, name, parameters, metric + label, f'{number:.3f}', METRICS[metric]))
    return rows


def weir(capture, folder):
    return [os.path.join(HERE, '..', 'weir'), 'analyze', capture, '--out', folder]


def whole(capture, runs, megabytes):
    with tempfile.TemporaryDirectory() as folder:
        commands = {'weir analyze': weir(capture, folder), 'ndpiReader': ['ndpiReader', '-q', '-i', capture]}
        if megabytes == '100':
            fields = [word for field in FIELDS for word in ('-e', field)]
            commands['tshark'] = ['tshark', '-n', '-r', capture, '-T', 'fields', *fields]
        with open(capture, 'rb') as file:  # into the page cache, for everybody
            while file.read(1 << 20):
                pass
        taken = in_turn(commands, int(runs))
    report(taken)
    keep(rows_of('whole', taken, f'bench{megabytes} {os.path.getsize(capture)} B runs={runs}', ['cpu', 'wall', 'rss']))


def small(capture, runs):
    with tempfile.TemporaryDirectory() as folder:
        taken = in_turn({'weir analyze': weir(capture, folder)}, int(runs))
    report(taken)
    keep(rows_of('small', taken, f'{os.path.getsize(capture)} B runs={runs}', ['cpu', 'wall', 'rss']))


if __name__ == '__main__':
    jobs = {'jmh': (jmh, 1), 'whole': (whole, 3), 'small': (small, 2)}
    if len(sys.argv) < 2 or sys.argv[1] not in jobs or len(sys.argv) - 2 != jobs[sys.argv[1]][1]:
        sys.exit(__doc__)
    jobs[sys.argv[1]][0](*sys.argv[2:])
