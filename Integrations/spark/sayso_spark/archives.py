"""Web archives become rows: a task a file, and a row an article."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from urllib.parse import unquote, urlparse

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import types as T

from .answers import ANSWER, Answer, columns, portions, read
from .articles import label
from .binary import Binary
from .pieces import chunks, pieces
from .process import Process, ending
from .statements import statements

TIMEOUT = 900.0
"""The most seconds without a line."""

ALONE = 32
"""So many records are tried one by one when a process has died; one of them is likely to be the cause."""

ROW = T.StructType([T.StructField("id", T.StringType()), T.StructField("path", T.StringType()), *ANSWER.fields])


def articles_warc(
    spark: SparkSession,
    paths: Sequence[str],
    language: str | None = "en",
    binary: str | None = None,
    originals: bool = False,
    timeout: float = TIMEOUT,
) -> DataFrame:
    """Reads the articles of web archives: WARC, ARC and WACZ, compressed or not, a task a file.

    :param spark: the session.
    :param paths: files that every executor can read under these names: of a shared file system, or of each machine's.
    :param language: articles in another one are left out; None reads all.
    :param binary: where ``sayso`` is on the executors; see the README for where it is looked for.
    :param originals: puts the pages' bytes into the records, so that a ledger keeps them.
    :param timeout: seconds without an article after which a file's process is given up and started anew.
    :returns: the columns ``id`` (the page's address), ``path``, ``record``, ``error`` and ``left_out``, as from
        ``articles``; a file that cannot be read, or not to its end, has a row with an ``error``.
    """
    rows = spark.sparkContext.parallelize([(path,) for path in paths], max(1, len(paths)))
    command = ["extract", "--input", "warc", "--format", "ledger", "--jobs", "1"]
    command += [] if language == "en" else ["--any-language"] if language is None else ["--language", language]
    command += ["--originals"] if originals else []
    run = partial(_answered, binary=Binary.chosen(binary, spark), options=command, timeout=timeout)
    return spark.createDataFrame(rows, "path string").mapInArrow(run, ROW)


def extract_warc(spark: SparkSession, paths: Sequence[str], **options: object) -> DataFrame:
    """The statements of web archives: :func:`articles_warc`, with its options, and then ``statements``."""
    return statements(articles_warc(spark, paths, **options))  # type: ignore[arg-type]


def _answered(
    batches: Iterable[pa.RecordBatch], binary: Binary, options: list[str], timeout: float
) -> Iterator[pa.RecordBatch]:
    """Answers all files of a partition: in an executor."""
    program: list[str] = []
    for batch in batches:
        for name in batch.column(0).to_pylist():
            if not program:
                program.append(binary.check())
            archive = Archive(_local(name), lambda source: Process([*program, *options, source], label()), timeout)
            for portion in portions((name, answer) for answer in archive.answers()):
                ids = [_document(answer) or name for _, answer in portion]
                answers = columns(answer for _, answer in portion)
                arrays = [pa.array(ids, pa.string()), pa.array([name] * len(ids), pa.string()), *answers]
                yield pa.RecordBatch.from_arrays(arrays, names=ROW.names)


class Archive:
    """Reads one file; goes on behind what was answered when its process dies."""

    def __init__(self, path: str, start: Callable[[str], Process], timeout: float) -> None:
        self._path = path
        self._start = start
        self._timeout = timeout
        # The record of the last answer, and how many answers it has given: an entry of a feed is one.
        self._record = 0
        self._count = 0

    def answers(self) -> Iterator[Answer]:
        """All articles of the file, and what was wrong with it."""
        cause = yield from self._run(self._path, None)
        while cause:
            position = yield from self._alone(cause)
            if position is None:
                return
            cause = yield from self._run("-", (position, None))

    def _alone(self, cause: str) -> Generator[Answer, None, int | None]:
        """Tries the records behind the last answer one by one, until one ends its process, too.

        :returns: where to go on; None when that cannot be told.
        """
        begin = self._record
        for start, end in islice(pieces(self._path, begin), ALONE):
            problem = yield from self._run("-", (start, end))
            self._record, self._count = end, 0
            if problem:
                message = f"{self._path}:{start}: {problem}, with this record alone; it was left out"
                yield Answer(error=("poison", message))
                break
        if self._record == begin:
            message = f"{self._path}:{begin}: {cause}; what follows was not read, since it cannot be cut there"
            yield Answer(error=("died", message))
            return None
        return self._record if self._record < os.path.getsize(self._path) else None

    def _run(self, source: str, part: tuple[int, int | None] | None) -> Generator[Answer, None, str | None]:
        """Reads the file, or a part of it through a pipe.

        :returns: what ended the process, when it did not end by itself.
        """
        process = self._start(source)
        try:
            offset = 0
            feed: Iterator[bytes] = iter(())
            # What was answered before is not given again.
            known = 0
            if part:
                offset, feed = part[0], chunks(self._path, *part)
                known = self._count if offset == self._record else 0
            waited, ends = 0.0, False
            while not process.has_ended or process.lines:
                while process.lines:
                    waited = 0.0
                    line = process.lines.popleft()
                    if part:
                        line = rebased(line, self._path, offset)
                    record = _offset(line, self._path)
                    if record is not None and record != self._record:
                        self._record, self._count, known = record, 0, 0
                    if known:
                        known -= 1
                        continue
                    self._count += 1
                    yield read(line)
                if process.has_sent_all and not ends:
                    data = next(feed, None)
                    if data is None:
                        process.close_input()
                        ends = True
                    else:
                        process.write(data)
                if waited >= self._timeout:
                    return f"sayso wrote nothing for {self._timeout:g} s and was ended"
                if not process.has_ended:
                    waited += process.step(self._timeout - waited)
            code = process.stop(5)
            return None if code in (0, 1) else ending(code)
        finally:
            process.stop()


def rebased(line: bytes, path: str, offset: int) -> bytes:
    """A line about a part of a file that was piped, with places in the file.

    :param path: the file.
    :param offset: where the part begins.
    """
    told = json.loads(line)
    if "errors" in told:
        told["path"] = _placed(told["path"], path, offset)
        for error in told["errors"]:
            error["message"] = _told(error["message"], path, offset)
    elif "left_out" in told:
        told["path"] = _placed(told["path"], path, offset)
    else:
        told["origin"]["path"] = _placed(told["origin"]["path"], path, offset)
        if record := json.loads(told["origin"]["record"] or "null"):
            record["path"] = path
            record["offset"] += offset
            told["origin"]["record"] = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    if isinstance(told["document"], str):
        told["document"] = _placed(told["document"], path, offset)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _told(message: str, path: str, offset: int) -> str:
    """A message about standard input, as one about a file."""
    found = re.match(r"(?:standard input|-)((?::\d+)*): (?:byte (\d+))?", message)
    if not found:
        return message
    numbers, byte = found.groups()
    place = _placed("-" + numbers, path, offset)
    return f"{place}: " + (f"byte {int(byte) + offset}" if byte else "") + message[found.end() :]


def _placed(place: str, path: str, offset: int) -> str:
    """A place such as ``-:427:2``, of a byte and an entry, in a file; anything else stays."""
    parts = place.split(":")
    if parts[0] != "-":
        return place
    if len(parts) > 1 and parts[1].isdigit():
        parts[1] = str(int(parts[1]) + offset)
    return ":".join([path, *parts[1:]])


def _offset(line: bytes, path: str) -> int | None:
    """Where in the file the record of an answer begins; None when that is not told."""
    told = json.loads(line)
    if "origin" in told:
        record = json.loads(told["origin"]["record"] or "null")
        return record["offset"] if record and not record["file"] and not record["decompressed"] else None
    number = told["path"].removeprefix(path).split(":")[1:2]
    return int(number[0]) if number and number[0].isdigit() else None


def _document(answer: Answer) -> str | None:
    """What the document of an answer is called."""
    return None if answer.record is None else str(json.loads(answer.record)["document"])


def _local(name: str) -> str:
    """A path of this machine; addresses of files are understood."""
    address = urlparse(name)
    return unquote(address.path) if address.scheme == "file" else name
