"""Records become rows of statements, of failures, and files for a ledger: all in Spark SQL."""

from __future__ import annotations

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from .answers import ANSWER
from .schema import ARTICLE, EVIDENCE, RECORD, STATEMENT

SPANS = ("source", "cue", "content", "medium", "addressee", "occurrences")


def statements(articles: DataFrame) -> DataFrame:
    """Who said what: a row a statement.

    :param articles: what ``articles`` or ``articles_warc`` returned, or what was read from where that was written.
    :returns: ``id``, the kept columns, and the columns of ``schema.ARTICLE`` and ``schema.STATEMENT``.
    :raises ValueError: when a kept column has the name of one of these.
    """
    kept = _kept(articles)
    if taken := [name for name in kept if name.lower() in {*ARTICLE.names, *STATEMENT.names}]:
        raise ValueError(f"statements have columns called {', '.join(taken)}, too; keep them under other names")
    read = articles.where("record IS NOT NULL").select("id", *kept, F.from_json("record", RECORD).alias("_record"))
    one = read.select("id", *kept, "_record", F.posexplode("_record.statements").alias("_index", "_statement"))

    def own(name: str) -> Column:
        column = F.col(f"_statement.{name}")
        if name == "speakers":
            return F.transform(column, lambda index: F.get("_record.speakers", index))
        if name == "parent":
            return column + 1
        if name in SPANS:
            return F.transform(column, _range)
        if name == "evidence":
            parts = F.transform(
                column,
                lambda part: F.struct(
                    _range(part.span).alias("span"), _range(part.bytes).alias("bytes"), part.verbatim.alias("verbatim")
                ),
            )
            return parts.cast(EVIDENCE)
        return column

    return one.select(
        "id",
        *kept,
        F.col("_record.id").alias("revision"),
        F.col("_record.article").alias("article"),
        *[F.col(f"_record.publication.{name}").alias(name) for name in ARTICLE.names[2:]],
        (F.col("_index") + 1).alias("number"),
        *[own(name).alias(name) for name in STATEMENT.names[1:]],
    )


def failures(articles: DataFrame) -> DataFrame:
    """What could not be read: ``id``, the kept columns, ``code`` and ``message``."""
    return articles.where("error IS NOT NULL").select("id", *_kept(articles), "error.code", "error.message")


def export(articles: DataFrame, path: str) -> None:
    """Writes the records as JSON Lines, for ``sayso import PATH/part-*``.

    :param path: a folder that is not there yet.
    """
    articles.where("record IS NOT NULL").select("record").write.text(path)


def _kept(articles: DataFrame) -> list[str]:
    return [name for name in articles.columns if name not in ("id", *ANSWER.names)]


def _range(pair: Column) -> Column:
    return F.struct(pair[0].alias("start"), pair[1].alias("end"))
