"""The types of what is read from records; ``Docs/ledger.schema.json`` has their meaning."""

from __future__ import annotations

from pyspark.sql import types as T


def _struct(**members: T.DataType) -> T.StructType:
    return T.StructType([T.StructField(name, kind) for name, kind in members.items()])


_TEXT, _FLAG, _COUNT, _SHARE = T.StringType(), T.BooleanType(), T.IntegerType(), T.DoubleType()
_HASHES = T.ArrayType(T.LongType())
_RANGE = T.ArrayType(T.IntegerType())
_RANGES = T.ArrayType(_RANGE)

FINGERPRINT = _struct(kind=_TEXT, exact=T.LongType(), keys=_HASHES, shingles=_HASHES, people=_HASHES, tag=_COUNT)
"""By what the same words are found."""

SPEAKER = _struct(name=_TEXT, kind=_TEXT, role=_TEXT, affiliation=_TEXT)
"""Somebody who is quoted."""

RECORD = _struct(
    id=_TEXT,
    article=_TEXT,
    publication=_struct(headline=_TEXT, outlet=_TEXT, language=_TEXT, url=_TEXT, published=_TEXT),
    speakers=T.ArrayType(SPEAKER),
    statements=T.ArrayType(
        _struct(
            form=_TEXT, kind=_TEXT, negated=_FLAG, hedged=_FLAG, in_headline=_FLAG, parent=_COUNT,
            speakers=T.ArrayType(_COUNT), unresolved=_FLAG, speaker_confidence=_SHARE,
            said=_struct(value=_TEXT, basis=_TEXT),
            source=_RANGES, cue=_RANGES, content=_RANGES, medium=_RANGES, addressee=_RANGES, occurrences=_RANGES,
            source_text=_TEXT, cue_text=_TEXT, content_text=_TEXT, confidence=_SHARE,
            evidence=T.ArrayType(_struct(span=_RANGE, bytes=T.ArrayType(T.LongType()), verbatim=_FLAG)),
            fingerprint=FINGERPRINT,
        )
    ),
)
"""What is read from a record."""

SPAN = _struct(start=_COUNT, end=_COUNT)
"""A half-open range of code points of the article's text."""

EVIDENCE = T.ArrayType(_struct(span=SPAN, bytes=_struct(start=T.LongType(), end=T.LongType()), verbatim=_FLAG))
"""Parts of the text and the bytes of the source that they were made from."""

_SPANS = T.ArrayType(SPAN)

ARTICLE = _struct(
    revision=_TEXT, article=_TEXT, url=_TEXT, outlet=_TEXT, headline=_TEXT, published=_TEXT, language=_TEXT
)
"""The columns of a statement that its article has."""

STATEMENT = _struct(
    number=_COUNT, form=_TEXT, kind=_TEXT, negated=_FLAG, hedged=_FLAG, in_headline=_FLAG, parent=_COUNT,
    speakers=T.ArrayType(SPEAKER), unresolved=_FLAG, speaker_confidence=_SHARE, said=_struct(value=_TEXT, basis=_TEXT),
    source=_SPANS, cue=_SPANS, content=_SPANS, medium=_SPANS, addressee=_SPANS,
    source_text=_TEXT, cue_text=_TEXT, content_text=_TEXT, confidence=_SHARE,
    occurrences=_SPANS, evidence=EVIDENCE, fingerprint=FINGERPRINT,
)
"""The columns of a statement that are its own: ``number`` counts from 1, and ``parent`` is one, too."""
