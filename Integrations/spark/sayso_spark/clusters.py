"""The same words in many places, found as a ledger finds them, in Spark SQL.

The rules are those of ``Docs/ledger.md``. Statements with equal fingerprints are one until the end, so that a line that
was printed ten thousand times costs no more than one; only those that share keys are compared; and a key that more
than ``crowd`` different fingerprints have is none, which bounds the pairs of each key.
"""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

CROWD = 64
"""A ledger's bound."""

MATCHES = """
CASE
    WHEN left.exact = right.exact THEN true
    WHEN NOT shares AND size(left.people) > 0 AND size(right.people) > 0 THEN false
    WHEN left.kind = 'retelling' OR right.kind = 'retelling' THEN shares AND common >= 4 AND share >= 0.6D
    WHEN shares THEN common >= 3 AND share >= 0.4D
    ELSE common >= 5 AND share >= 0.75D
END
"""
"""Whether two different fingerprints that have keys are the same words."""


def clusters(statements: DataFrame, crowd: int = CROWD) -> DataFrame:
    """Which statements have the same words, perhaps shortened or reworded in part.

    :param statements: what ``statements`` returned, or what was read from where that was written. It is gone through
        once. Where the SparkContext has a checkpoint directory, what is between the steps is kept there and outlives
        executors.
    :param crowd: a key that more different fingerprints have is none.
    :returns: ``revision``, ``number`` and ``article`` of each statement that is not alone, and its ``cluster``: the least of
        its members' names, each a revision, a dot and a number, as in a ledger.
    """
    said = _kept(
        statements.where("fingerprint IS NOT NULL")
        .select("revision", "number", "article", "fingerprint")
        .dropDuplicates(["revision", "number"])
        # The same pairs of words in another order have an equal ``exact`` but may have other keys.
        .withColumn("node", F.xxhash64("fingerprint.exact", "fingerprint.keys"))
    )
    # One row for each different fingerprint.
    prints = _kept(said.groupBy("node").agg(F.first("fingerprint").alias("print")).select("node", "print.*"))
    groups = components(_matching(prints, _candidates(prints, crowd)))
    members = (
        said.select("revision", "number", "article", "node")
        .join(groups, "node", "left")
        .withColumn("group", F.coalesce("root", "node"))
        .withColumn("name", F.concat_ws(".", "revision", "number"))
    )
    names = members.groupBy("group").agg(F.min("name").alias("cluster"), F.count("*").alias("size")).where("size > 1")
    return members.join(names, "group").select("revision", "number", "article", "cluster")


def _candidates(prints: DataFrame, crowd: int) -> DataFrame:
    """Pairs that share as many keys as their speakers ask for: ``left`` and ``right``."""
    keyed = prints.select("node", "tag", F.explode(F.array_distinct("keys")).alias("key"))
    common = keyed.groupBy("key").count().where(f"count BETWEEN 2 AND {crowd:d}").select("key")
    holders = keyed.join(common, "key").groupBy("key").agg(F.collect_list(F.struct("node", "tag")).alias("holders"))
    pairs = (
        holders.select(F.explode("holders").alias("left"), "holders")
        .select("left", F.explode("holders").alias("right"))
        .where("left.node < right.node")
    )
    # What names nobody must share two keys; else it must be the same speaker, as far as a byte (255: several) can tell.
    least = F.expr("""
        CASE
            WHEN left.tag = 0 OR right.tag = 0 THEN 2
            WHEN left.tag = right.tag OR left.tag = 255 OR right.tag = 255 THEN 1
        END
    """)
    return (
        pairs.withColumn("least", least)
        .where("least IS NOT NULL")
        .groupBy(F.col("left.node").alias("left"), F.col("right.node").alias("right"), "least")
        .count()
        .where("count >= least")
        .select("left", "right")
    )


def _matching(prints: DataFrame, pairs: DataFrame) -> DataFrame:
    """Those pairs that are the same words."""
    compared = prints.select("node", F.struct("exact", "kind", "shingles", "people").alias("print"))
    left = compared.select(F.col("node").alias("a"), F.col("print").alias("left"))
    right = compared.select(F.col("node").alias("b"), F.col("print").alias("right"))
    named = pairs.select(F.col("left").alias("a"), F.col("right").alias("b"))
    return (
        named.join(left, "a")
        .join(right, "b")
        .withColumn("shares", F.expr("arrays_overlap(left.people, right.people)"))
        .withColumn("common", F.expr("size(array_intersect(left.shingles, right.shingles))"))
        .withColumn("share", F.expr("common / least(size(left.shingles), size(right.shingles))"))
        .where(MATCHES)
        .select("a", "b")
    )


def components(edges: DataFrame) -> DataFrame:
    """The connected components of a graph, in a number of rounds that grows as the logarithm of its size.

    In turn, each node's larger neighbours are tied to its least one, and the node's smaller neighbours are: R. Kiveris
    and others, *Connected components in MapReduce and beyond* (2014). No node's neighbours are ever gathered in one
    place.

    :param edges: columns ``a`` and ``b``.
    :returns: ``node`` and ``root``, the least node of its component, for all nodes with an edge.
    """
    edges = _kept(edges.select(F.greatest("a", "b").alias("a"), F.least("a", "b").alias("b")).where("a <> b").distinct())
    before = None
    while (state := _state(edges)) != before:
        before = state
        both = edges.unionAll(edges.select(F.col("b").alias("a"), F.col("a").alias("b")))
        least = both.groupBy("a").agg(F.min("b").alias("least"))
        # For each node, itself or its least neighbour, and the larger ones.
        edges = (
            both.where("b > a")
            .join(least, "a")
            .select(F.col("b").alias("a"), F.least("a", "least").alias("b"))
            .distinct()
        )
        least = edges.groupBy("a").agg(F.min("b").alias("least"))
        # Of each edge the larger node comes first. Its smaller ones, and it itself, go to the least.
        smaller = edges.join(least, "a").where("b <> least").select(F.col("b").alias("a"), F.col("least").alias("b"))
        edges = _kept(smaller.unionAll(least.select("a", F.col("least").alias("b"))).distinct())
    return edges.select(F.col("a").alias("node"), F.col("b").alias("root")).unionAll(
        edges.select(F.col("b").alias("node"), F.col("b").alias("root")).distinct()
    )


def _state(edges: DataFrame) -> tuple[int, ...]:
    """What differs when edges do."""
    row = edges.select(F.xxhash64("a", "b").alias("hash")).agg(F.count("*"), F.bit_xor("hash")).first()
    assert row
    return tuple(row)


def _kept(df: DataFrame) -> DataFrame:
    """The same rows without how they came about; they are not made again."""
    if df.sparkSession.sparkContext.getCheckpointDir():
        return df.checkpoint()
    return df.localCheckpoint()
