"""What is measured, each part beside what it is compared with, turn by turn in one run."""

import gzip
import json
import pathlib
import random
import re
import statistics
import subprocess
import sys

from . import peers, texts
from .processes import ONE_CORE, measured

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATA = ROOT.parent / "shared" / "data"


class Bench:
    """One run of the benchmarks: the tool, a folder for files, and how often everything is repeated."""

    def __init__(self, tool, folder, turns, texts_folder=None, pages_folder=None, quick=False, large=False):
        self.tool, self.folder, self.turns = tool, folder, turns
        self.quick, self.large = quick, large
        self.extract = [tool, "extract", "--any-language", "--format", "jsonl"]
        self.texts, self.texts_name = self._texts(texts_folder)
        self.pages, self.pages_name = self._pages(pages_folder)
        short = folder / "short.txt"
        short.write_text("The dam will hold, the water board said on Monday.\n")
        self.short = short
        self.starts = {}

    def _texts(self, given):
        known = given or DATA / "polnear" / "dev" / "text"
        if known.is_dir():
            return known, given.name if given else "PolNeAR dev"
        made = self.folder / "texts"
        made.mkdir()
        for number in range(60):
            (made / f"{number:03}.txt").write_text(texts.story(random.Random(number), 5000), encoding="utf-8")
        return made, "invented"

    def _pages(self, given):
        """Pages as plain files, since not everybody reads compressed ones."""
        known, made = given or DATA / "pages" / "html", self.folder / "pages"
        made.mkdir()
        if known.is_dir():
            for path in sorted([*known.glob("*.html"), *known.glob("*.html.gz")]):
                data = path.read_bytes()
                data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
                (made / path.name.removesuffix(".gz")).write_bytes(data)
            return made, given.name if given else "article extraction benchmark"
        for number in range(60):
            page = texts.page(random.Random(number), 5000)
            (made / f"{number:03}.html").write_text(page, encoding="utf-8")
        return made, "invented"

    def start(self, jobs):
        """Seconds from the start to the first statement; wall and processor."""
        if jobs not in self.starts:
            cores = ONE_CORE if jobs == 1 else None
            runs = [measured([*self.extract, "--jobs", jobs, self.short], cores) for _ in range(4 * self.turns)]
            self.starts[jobs] = (median(r.wall for r in runs), median(r.processor for r in runs))
        return self.starts[jobs]

    # The parts

    def encoder(self):
        """The share of the machine's int8 peak that the model's products reach."""
        build = ["swift", "build", "--package-path", ROOT, "-c", "release", "--product", "EncoderBenchmark"]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        tool = ROOT / ".build" / "release" / "EncoderBenchmark"
        text = subprocess.run([tool], check=True, capture_output=True, text=True).stdout
        rows = re.findall(r"^ *(\S.*?) +([\d.]+)(?: +([\d.]+) %)?$", text, re.M)
        kernel = re.search(r"instruction set (\S+),", text)[1]
        return {
            "kernel": kernel,
            "products": {name: [float(rate), float(share) if share else None] for name, rate, share in rows},
            "wordpieces": int(re.search(r"whole encode: (\d+)", text)[1]),
            "shares": re.search(r"^of which (.*)$", text, re.M)[1],
        }

    def words(self):
        """Words a second on one core, beside textacy; and what a second core adds."""
        files = sorted(self.texts.glob("*.txt"))
        words = sum(len(file.read_text(encoding="utf-8", errors="replace").split()) for file in files)
        python, out = peers.environment(), self.folder / "textacy.json"
        one, two, other = [], [], []
        for _ in range(self.turns):
            one.append(measured([*self.extract, "--jobs", 1, self.texts], ONE_CORE))
            two.append(measured([*self.extract, "--jobs", 2, self.texts]))
            if len(other) < 2 or not self.quick and len(other) < 3:
                other.append(peer(python, "textacy", self.texts, out))
        return {
            "texts": self.texts_name, "articles": len(files), "words": words,
            "one": rates(words, one, self.start(1)), "two": rates(words, two, self.start(2)),
            "ratio": median((a.wall - self.start(1)[0]) / (b.wall - self.start(2)[0]) for a, b in zip(one, two)),
            "textacy": {"wall": median(o["words"] / o["wall"] for o in other),
                        "processor": median(o["words"] / o["processor"] for o in other),
                        "statements": other[0]["statements"], "failed": other[0]["failed"]},
            "peak": max(run.peak for run in one),
        }  # fmt: skip

    def html(self):
        """Articles a second from pages, on one core, beside trafilatura followed by textacy."""
        count = len(list(self.pages.glob("*.html")))
        size = sum(path.stat().st_size for path in self.pages.glob("*.html"))
        python, out = peers.environment(), self.folder / "pages.json"
        own, other, lines = [], [], self.folder / "pages.jsonl"
        for turn in range(self.turns):
            with open(lines, "wb") as output:
                command = [*self.extract, "--jobs", 1, self.pages]
                own.append(measured(command, ONE_CORE, output=output, codes=(0, 1)))
            if turn < 2:
                other.append(peer(python, "pages", self.pages, out))
        # A page that could not be read is no article: nobody is faster for having failed.
        with open(lines, "rb") as file:
            found = sum(not line["errors"] for line in map(json.loads, file))
        theirs = count - other[0]["failed"]
        return {
            "pages": self.pages_name, "count": count, "bytes": size,
            "sayso": rates(found, own, self.start(1)) | {"failed": count - found},
            "peers": {"wall": median(theirs / o["wall"] for o in other),
                      "processor": median(theirs / o["processor"] for o in other), "failed": other[0]["failed"]},
        }  # fmt: skip

    def scaling(self):
        """Time an article over ever more of them, start-up apart; two cores."""
        counts = [1, 10, 100, 1000] if self.quick else [1, 10, 100, 1000, 10_000]
        files = {}
        for count in counts:
            path = self.folder / f"{count}.jsonl"
            files[count] = (path, texts.write_lines(path, count, 1500))
        runs = {count: [] for count in counts}
        for _ in range(max(3, self.turns // 2)):
            for count in counts:
                # A thousand are measured next to ten thousand, so that both meet the same machine.
                if count < 10_000 or len(runs[count]) < 3:
                    runs[count].append(self.lines(files[count][0]))
        wall, processor = self.start(2)
        return {
            str(count): {
                "words": files[count][1],
                "wall": median(r.wall - wall for r in runs[count]) / count,
                "processor": median(r.processor - processor for r in runs[count]) / count,
                "whole": median(r.wall for r in runs[count]),
                "peak": max(r.peak for r in runs[count]),
            }
            for count in counts
        }

    def memory(self):
        """Memory over a long stream of short articles."""
        count = 100_000 if self.large else 2_000 if self.quick else 20_000
        path = self.folder / "stream.jsonl"
        texts.write_lines(path, count, 300)
        run = self.lines(path, sample=0.5)
        thirds = [run.samples[i * len(run.samples) // 3:(i + 1) * len(run.samples) // 3] for i in range(3)]
        step = max(1, len(run.samples) // 200)
        return {
            "articles": count, "peak": run.peak, "wall": run.wall,
            "thirds": [max(third, default=0) for third in thirds], "samples": run.samples[::step],
        }  # fmt: skip

    def long(self):
        """One long text."""
        sizes = (1,) if self.quick else (1, 4)
        found = {}
        for size in sizes:
            path = self.folder / "long.txt"
            path.write_text(texts.story(random.Random(size), size * 1_000_000), encoding="utf-8")
            run = measured([*self.extract, "--jobs", 2, path])
            found[str(size)] = {"wall": run.wall, "processor": run.processor, "peak": run.peak}
        return found

    def lines(self, path, sample=None):
        """A run over JSON Lines on standard input."""
        return measured([*self.extract, "--input", "jsonl", "--jobs", 2, "-"], stdin=path, sample=sample)


PARTS = ["encoder", "words", "html", "scaling", "memory", "long"]


def peer(python, kind, folder, out):
    command = [python, "-m", "speed.peers", kind, folder, out]
    measured(["env", f"PYTHONPATH={ROOT / 'Benchmarks'}", "OMP_NUM_THREADS=1", *command], ONE_CORE)
    return json.loads(out.read_text())


def median(values):
    return statistics.median(values)


def rates(count, runs, start):
    """So many things a second, start-up apart."""
    return {
        "wall": median(count / max(run.wall - start[0], 1e-3) for run in runs),
        "processor": median(count / max(run.processor - start[1], 1e-3) for run in runs),
    }


def run(bench, wanted, results, keep):
    """Adds the results of the parts that are wanted, by name; after each all that there are are given to `keep`."""
    for name in wanted:
        print(f"{name} …", file=sys.stderr, flush=True)
        results[name] = getattr(bench, name)()
        wall, processor = bench.start(1)
        results["start"] = {"wall": wall, "processor": processor}
        keep(results)
