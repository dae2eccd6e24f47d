"""Runs commands and measures them."""

import os
import pathlib
import subprocess
import sys
import threading
import time

MIB = 1024 if sys.platform == "linux" else 1024 * 1024


# The core that everything on one core runs on: the first that this process may use.
ONE_CORE = {min(os.sched_getaffinity(0))} if hasattr(os, "sched_getaffinity") else None


class Run:
    """What a command took."""

    def __init__(self, wall, processor, peak, samples):
        self.wall, self.processor, self.peak, self.samples = wall, processor, peak, samples


def resident(process):
    """MiB that a process has in memory now; None when that is not known."""
    try:
        pages = int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, IndexError, ValueError):
        return None


def measured(command, cores=None, stdin=None, output=subprocess.DEVNULL, sample=None, codes=(0,)):
    """Runs a command to its end.

    cores: the numbers of the cores that it may use (Linux); sample: seconds between looks at its memory.
    """
    pin = (lambda: os.sched_setaffinity(0, cores)) if cores and hasattr(os, "sched_setaffinity") else None
    start = time.perf_counter()
    with open(stdin or os.devnull, "rb") as source:
        process = subprocess.Popen(
            list(map(str, command)), stdin=source, stdout=output, stderr=subprocess.DEVNULL, preexec_fn=pin
        )
    samples, over = [], threading.Event()

    def look():
        while not over.wait(sample):
            if (size := resident(process.pid)) is not None:
                samples.append(size)

    watcher = threading.Thread(target=look) if sample else None
    if watcher:
        watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    over.set()
    if watcher:
        watcher.join()
    if process.returncode not in codes:
        sys.exit(f"{' '.join(map(str, command[:5]))} … ended with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB, samples)


def machine():
    """What the figures were measured on."""
    name = "unknown"
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                name = line.split(":", 1)[1].strip()
                break
    except OSError:
        name = subprocess.run(["sysctl", "-n", "machdep.cpu.brand_string"], capture_output=True, text=True).stdout.strip()
    return {"processor": name, "cores": os.cpu_count(), "date": time.strftime("%Y-%m-%d", time.gmtime())}
