"""What ``sayso`` answers to a document, and how answers become rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyspark.sql import types as T

ANSWER = T.StructType(
    [
        T.StructField("record", T.StringType()),
        T.StructField(
            "error", T.StructType([T.StructField("code", T.StringType()), T.StructField("message", T.StringType())])
        ),
        T.StructField("left_out", T.StringType()),
    ]
)
"""The columns of an answer: one of the three is not null."""

BATCH = 32 << 20
"""About so many bytes of records go to Spark at once."""


@dataclass(frozen=True)
class Answer:
    """One of the three is set."""

    record: bytes | None = None
    error: tuple[str, str] | None = None
    left_out: str | None = None


def read(line: bytes) -> Answer:
    """Reads a line of ``sayso extract --format ledger``."""
    # Within a JSON text quotation marks are escaped, so these stand in no article's words.
    if b'"errors":[' not in line and b'"left_out":"' not in line:
        return Answer(record=line)
    told = json.loads(line)
    if "errors" in told:
        first = told["errors"][0]
        return Answer(error=(first["code"], first["message"]))
    detail = told.get("detail")
    return Answer(left_out=f"{told['left_out']}: {detail}" if detail else told["left_out"])


def columns(answers: Iterable[Answer]) -> list[pa.Array]:
    """The columns of :data:`ANSWER`."""
    answers = list(answers)
    codes = pa.array([one.error and one.error[0] for one in answers], pa.string())
    messages = pa.array([one.error and one.error[1] for one in answers], pa.string())
    return [
        pa.array([one.record for one in answers], pa.binary()).cast(pa.string()),
        pa.StructArray.from_arrays(
            [codes, messages], ["code", "message"], mask=pa.array([one.error is None for one in answers])
        ),
        pa.array([one.left_out for one in answers], pa.string()),
    ]


def portions(items: Iterable[tuple[Any, Answer]]) -> Iterator[list[tuple[Any, Answer]]]:
    """Parts successive answers into lists that are worth a batch and not too large for one.

    Items whose first members are not the same object are parted, too.
    """
    portion: list[tuple[Any, Answer]] = []
    size = 0
    for item in items:
        if portion and (size > BATCH or len(portion) >= 10_000 or portion[-1][0] is not item[0]):
            yield portion
            portion, size = [], 0
        portion.append(item)
        size += len(item[1].record or b"")
    if portion:
        yield portion
