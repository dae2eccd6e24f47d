"""A DataFrame of texts or pages becomes one of answers, a row a document."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Optional, Union

import pyarrow as pa
from pyspark import TaskContext
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T

from .answers import ANSWER, Answer, columns, portions
from .binary import Binary
from .documents import Conversation, Document
from .process import Process
from .statements import statements

Name = Optional[Union[str, Column]]

LARGEST = 64 << 20
"""The most bytes of a text that is sent."""

TIMEOUT = 300.0
"""The most seconds for a document."""


def articles(
    df: DataFrame,
    text: Name = "text",
    html: Name = None,
    id: Name = None,
    url: Name = None,
    published: Name = None,
    outlet: Name = None,
    headline: Name = None,
    keep: Sequence[str] = (),
    language: str | None = "en",
    binary: str | None = None,
    originals: bool = False,
    largest: int = LARGEST,
    timeout: float = TIMEOUT,
) -> DataFrame:
    """Reads articles: a row for each row of ``df``, with what ``sayso`` says of it.

    Each task runs one ``sayso``, on one core, for all rows of its partition.

    :param df: the documents.
    :param text: the column of plain texts, by name or as a column.
    :param html: the column of pages, instead of texts.
    :param id: what the documents are called; a number of Spark's own by default.
    :param url: where they were printed.
    :param published: when texts were printed (pages say it themselves): dates, times, or words such as 2026-03-02 and
        2026-03-02T16:19Z.
    :param outlet: who printed texts.
    :param headline: what stands above texts.
    :param keep: names of columns to keep beside the answers.
    :param language: articles in another one are left out; None reads all. The network was trained on English.
    :param binary: where ``sayso`` is on the executors; see the README for where it is looked for.
    :param originals: puts the pages' bytes into the records, so that a ledger keeps them.
    :param largest: a text of more bytes than this is an error and is not sent.
    :param timeout: seconds after which a document is given up.
    :returns: the columns ``id``, those kept, ``record`` (the line of JSON that ``sayso import`` reads), ``error``
        (code and message) and ``left_out`` (why it is not wanted); one of the last three is not null.
    :raises ValueError: when a kept column has the name of one of these, and when texts or pages are bytes.
    """
    if taken := {name for name in keep if name.lower() in {"id", *ANSWER.names}}:
        raise ValueError(f"kept columns may not be called {', '.join(sorted(taken))}; rename them")
    content = _column(df, html if html is not None else text)
    if isinstance(df.select(content).schema[0].dataType, T.BinaryType):
        raise ValueError("texts and pages are needed as text: decode(column, 'UTF-8'), or what their charset is")
    content = content.cast("string")
    identity = F.monotonically_increasing_id() if id is None else _column(df, id)
    chosen = df.select(
        identity.alias("id"),
        *keep,
        content.alias("_content"),
        *[
            (F.lit(None).cast("string") if column is None else _column(df, column)).alias(f"_{name}")
            for name, column in [("url", url), ("published", published), ("outlet", outlet), ("headline", headline)]
        ],
    )
    identity_type = chosen.schema["id"].dataType
    is_plain = isinstance(identity_type, (T.IntegralType, T.StringType))
    line = F.struct(
        F.col("id") if is_plain else F.col("id").cast("string"),
        F.col("_content").alias("html" if html is not None else "text"),
        F.col("_url").cast("string").alias("url"),
        _time(chosen, "_published").alias("published"),
        F.col("_outlet").cast("string").alias("outlet"),
        F.col("_headline").cast("string").alias("headline"),
    )
    # What is too large does not even leave the JVM.
    is_fit = F.octet_length("_content") <= largest
    lines = chosen.select(
        "id",
        *keep,
        F.when(is_fit, F.to_json(line)).alias("_line"),
        F.octet_length("_content").cast("long").alias("_size"),
    )
    command = ["extract", "--input", "jsonl", "--format", "ledger", "--jobs", "1"]
    command += [] if language == "en" else ["--any-language"] if language is None else ["--language", language]
    command += ["--originals"] if originals else []
    schema = T.StructType(lines.schema.fields[:-2] + ANSWER.fields)
    run = partial(
        _answered,
        binary=Binary.chosen(binary, df.sparkSession), options=[*command, "-"], largest=largest, timeout=timeout,
    )
    return lines.mapInArrow(run, schema)


def extract(df: DataFrame, **options: object) -> DataFrame:
    """The statements of articles: :func:`articles`, with its options, and then ``statements``."""
    return statements(articles(df, **options))  # type: ignore[arg-type]


def label() -> str:
    """What is printed before each line that ``sayso`` writes on standard error."""
    context = TaskContext.get()
    return f"sayso of partition {context.partitionId()}" if context else "sayso"


def _answered(
    batches: Iterable[pa.RecordBatch], binary: Binary, options: list[str], largest: int, timeout: float
) -> Iterator[pa.RecordBatch]:
    """Answers all rows of a partition: in an executor."""
    path: list[str] = []

    def start() -> Process:
        if not path:
            path.append(binary.check())
        return Process([path[0], *options], label())

    # Where the next answer of a batch belongs. Batches are answered one after the other.
    done: deque[int] = deque([0])
    last: pa.RecordBatch | None = None
    conversation = Conversation(start, timeout)
    for portion in portions(conversation.answers(_documents(batches, largest))):
        batch = portion[0][0]
        if batch is not last:
            last, done[0] = batch, 0
        rows = batch.slice(done[0], len(portion))
        done[0] += len(portion)
        arrays = [*rows.columns[:-2], *columns(answer for _, answer in portion)]
        yield pa.RecordBatch.from_arrays(arrays, names=[*rows.schema.names[:-2], *ANSWER.names])


def _documents(batches: Iterable[pa.RecordBatch], largest: int) -> Iterator[Document]:
    for batch in batches:
        lines, sizes = batch.columns[-2:]
        for line, size in zip(lines, sizes):
            if line.is_valid:
                yield Document(line.as_buffer(), None, batch)
            elif size.is_valid:
                message = f"{size.as_py()} bytes are more than the {largest} that are sent"
                yield Document(None, Answer(error=("large", message)), batch)
            else:
                yield Document(None, Answer(error=("null", "there is no text")), batch)


def _column(df: DataFrame, column: str | Column | None) -> Column:
    return df[column] if isinstance(column, str) else column  # type: ignore[return-value]


def _time(df: DataFrame, name: str) -> Column:
    """A day or time as ISO 8601."""
    kind = df.schema[name].dataType
    if isinstance(kind, T.TimestampType):
        return F.date_format(name, "yyyy-MM-dd'T'HH:mm:ssXXX")
    if isinstance(kind, T.TimestampNTZType):
        return F.date_format(name, "yyyy-MM-dd'T'HH:mm:ss")
    return F.col(name).cast("string")
