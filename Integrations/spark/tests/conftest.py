"""One Spark with two executors for all tests, and programs that die when they are told to."""

from __future__ import annotations

import os
import pathlib
import sys
import zipfile

import pytest
from pyspark.sql import SparkSession

from news import news

PACKAGE = pathlib.Path(__file__).resolve().parent.parent
TOOL = os.environ.get("SAYSO_TOOL") or str(PACKAGE.parent.parent / ".build" / "release" / "sayso")

# Runs the tool and, at a word in a document or page, kills it: each time, or once; or the executor that it runs in.
MORTAL = """#!{python}
import os, signal, subprocess, sys
tool, folder = {tool!r}, {folder!r}
if "--version" in sys.argv:
    os.execv(tool, ["sayso", *sys.argv[1:]])
def die(pid=None):
    child.kill()
    child.wait()
    os.kill(pid or os.getpid(), signal.SIGKILL)
def once(name):
    try:
        return os.open(os.path.join(folder, name), os.O_CREAT | os.O_EXCL) >= 0
    except FileExistsError:
        return False
def parent(pid):
    return int(open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()[1])
if sys.argv[-1] != "-":
    place = open(sys.argv[-1], "rb").read().find(b"poisonous")
    if place < 0:
        os.execv(tool, ["sayso", *sys.argv[1:]])
    child = subprocess.Popen([tool, *sys.argv[1:]], stdout=subprocess.PIPE)
    for line in child.stdout:
        if int(line.split(b'offset\\\\":')[1].split(b",")[0]) > place:
            break
        sys.stdout.buffer.write(line)
    sys.stdout.flush()
    die()
child = subprocess.Popen([tool, *sys.argv[1:]], stdin=subprocess.PIPE)
for line in sys.stdin.buffer:
    if b"poisonous" in line:
        die()
    if b"mortal" in line and once("process"):
        die()
    if b"catastrophic" in line and once("executor"):
        die(parent(parent(os.getppid())))
    if b"endless" in line:
        signal.pause()
    child.stdin.write(line)
    child.stdin.flush()
child.stdin.close()
sys.exit(child.wait())
"""


def program(path: pathlib.Path, text: str) -> str:
    """A program with a text."""
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def mortal(tmp_path: pathlib.Path) -> str:
    """The tool, in a state in which words kill it."""
    return program(tmp_path / "mortal", MORTAL.format(python=sys.executable, tool=TOOL, folder=str(tmp_path)))


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory):
    """Two executors with a core each, which get the package as `--py-files` does it."""
    folder = tmp_path_factory.mktemp("spark")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    package = folder / "sayso_spark.zip"
    with zipfile.ZipFile(package, "w") as file:
        for source in (PACKAGE / "sayso_spark").iterdir():
            if source.is_file():
                file.write(source, f"sayso_spark/{source.name}")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.local.dir": str(folder),
        "spark.submit.pyFiles": str(package),
        "spark.sayso.binary": TOOL,
        "spark.deploy.maxExecutorRetries": "-1",
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("sayso")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.sparkContext.setCheckpointDir(str(folder / "checkpoints"))
    yield session
    session.stop()


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file of a few hundred articles, a line each."""
    path = tmp_path_factory.mktemp("corpus") / "news.jsonl"
    path.write_text("".join(news()))
    return str(path)
