"""The whole way, in two executors, beside a ledger of the same articles."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess
from collections import defaultdict
from datetime import datetime, timezone

import pytest
from pyspark.errors import PythonException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import sayso_spark
from conftest import PACKAGE, TOOL, program
from sayso_spark.clusters import components
from sayso_spark.schema import ARTICLE, FINGERPRINT, STATEMENT

COURIER = str(PACKAGE.parent.parent / "Examples" / "courier.warc.gz")
LEDGERS = ("added", "current", "story", "document", "origin")


def tool(*arguments: str) -> str:
    return subprocess.run([TOOL, *arguments], check=True, capture_output=True, text=True).stdout


def exported(ledger: str) -> dict[str, dict]:
    """What a ledger holds, by revision, without what it alone knows; and the cluster of each statement that has one."""
    revisions = [json.loads(line) for line in tool("export", "--ledger", ledger).splitlines()]
    return {revision["id"]: plain(revision) for revision in revisions}


def plain(revision: dict) -> dict:
    revision = {name: value for name, value in revision.items() if name not in LEDGERS}
    for part in revision["statements"] + revision["speakers"]:
        for name in ("ledger_speakers", "ledger", "cluster", "fingerprint"):
            part.pop(name, None)
    return revision


@pytest.fixture(scope="session")
def ledger(corpus: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("ledger") / "news.sayso")
    tool("add", "--ledger", path, "--input", "jsonl", corpus)
    return path


@pytest.fixture(scope="session")
def stored(spark: SparkSession, corpus: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The answers to all articles, as Parquet."""
    path = str(tmp_path_factory.mktemp("parquet") / "articles")
    df = spark.read.json(corpus).repartition(4)
    columns = {name: name for name in ("id", "url", "published", "outlet", "headline")}
    sayso_spark.articles(df, keep=["outlet"], **columns).withColumnRenamed("outlet", "desk").write.parquet(path)
    return path


def test_statements_are_those_of_a_ledger(spark: SparkSession, stored: str, ledger: str) -> None:
    answers = spark.read.parquet(stored)
    expected = exported(ledger)
    records = [json.loads(row.record) for row in answers.collect()]
    assert {record["id"]: plain(record) for record in records} == expected
    assert len(expected) == len(records) == 320

    rows = sayso_spark.statements(answers)
    assert rows.columns == ["id", "desk", *ARTICLE.names, *STATEMENT.names]
    types = [field.dataType.simpleString() for field in rows.schema]
    assert types[9:] == [field.dataType.simpleString() for field in STATEMENT]
    found = defaultdict(list)
    for row in rows.collect():
        assert row.desk == row.outlet
        found[row.revision].append(row)
    for revision, article in expected.items():
        mine = sorted(found.pop(revision, []), key=lambda row: row.number)
        assert len(mine) == len(article["statements"])
        for number, (row, statement) in enumerate(zip(mine, article["statements"]), 1):
            assert f"{revision}.{row.number}" == statement["id"]
            assert row.number == number
            for name in ("source", "cue", "content", "medium", "addressee", "occurrences"):
                assert [list(span) for span in row[name]] == statement[name]
            for name in ("form", "kind", "negated", "hedged", "unresolved", "confidence", "content_text", "source_text"):
                assert row[name] == statement[name]
            assert row.parent == (None if statement["parent"] is None else statement["parent"] + 1)
            assert [one.name for one in row.speakers] == [article["speakers"][one]["name"] for one in statement["speakers"]]
            assert (row.said and row.said.value) == (statement["said"] and statement["said"]["value"])
            assert (row.url, row.published) == (article["publication"]["url"], article["publication"]["published"])
    assert not found


def test_clusters_are_those_of_a_ledger(spark: SparkSession, stored: str, ledger: str) -> None:
    expected = defaultdict(set)
    for line in tool("export", "--ledger", ledger).splitlines():
        for statement in json.loads(line)["statements"]:
            if statement["cluster"] is not None:
                expected[statement["cluster"]].add(statement["id"])
    found = defaultdict(set)
    rows = sayso_spark.statements(spark.read.parquet(stored))
    for row in sayso_spark.clusters(rows).collect():
        found[row.cluster].add(f"{row.revision}.{row.number}")
    assert {frozenset(members) for members in found.values()} == {frozenset(members) for members in expected.values()}
    assert all(name == min(members) for name, members in found.items())
    # The crowd's bound matters here: without it, what begins alike would be one.
    crowded = rows.where("content_text LIKE '%harbour wall must be repaired%'")
    assert crowded.select("fingerprint.exact").distinct().count() > 64
    clustered = set().union(*found.values())
    assert len(clustered & {f"{row.revision}.{row.number}" for row in crowded.collect()}) < 20


def test_equal_words_in_another_order_have_keys_of_their_own(spark: SparkSession) -> None:
    prints = [(1, [10]), (1, [20]), (2, [10]), (3, [20]), (4, [30]), (4, [30, 31]), (4, [30, 32])]
    rows = [
        ("r", number, "a", ("quotation", exact, keys, [1, 2, 3, 4], [5], 7))
        for number, (exact, keys) in enumerate(prints, 1)
    ]
    df = spark.createDataFrame(rows, f"revision string, number int, article string, fingerprint {FINGERPRINT.simpleString()}")
    found = {row.number: row.cluster for row in sayso_spark.clusters(df, crowd=2).collect()}
    assert found == {1: "r.1", 3: "r.1", 2: "r.2", 4: "r.2"}


def test_components_of_a_path_and_a_star(spark: SparkSession) -> None:
    path = spark.range(1, 200).selectExpr("pmod(id * 7919, 1009) AS a", "pmod((id + 1) * 7919, 1009) AS b")
    star = spark.range(1, 50).selectExpr("5000 + id AS a", "5000L AS b")
    groups = {(row.root, row["count"]) for row in components(path.unionAll(star)).groupBy("root").count().collect()}
    assert groups == {(min(one * 7919 % 1009 for one in range(1, 201)), 200), (5000, 50)}


def test_an_export_can_be_imported_and_verified(spark: SparkSession, stored: str, ledger: str, tmp_path: pathlib.Path) -> None:
    sayso_spark.export(spark.read.parquet(stored), str(tmp_path / "records"))
    parts = sorted(str(path) for path in (tmp_path / "records").glob("part-*"))
    tool("import", "--ledger", str(tmp_path / "new.sayso"), *parts)
    tool("verify", "--ledger", str(tmp_path / "new.sayso"))
    assert exported(str(tmp_path / "new.sayso")) == exported(ledger)


def frame(spark: SparkSession, texts: list[str | None], partitions: int = 1) -> DataFrame:
    rows = spark.sparkContext.parallelize(list(enumerate(texts)), partitions)
    return spark.createDataFrame(rows, "id long, text string")


def outcomes(answers: DataFrame) -> dict:
    """What became of each document: a code, or how many statements it has; each is there once."""
    rows = answers.collect()
    assert len({row.id for row in rows}) == len(rows)
    return {row.id: row.error.code if row.error else row.left_out or len(json.loads(row.record)["statements"]) for row in rows}


def said(what: str) -> str:
    return f"Mara Osk said the bridge was {what}."


def test_odd_documents_have_rows_of_their_own(spark: SparkSession) -> None:
    odd = 'Zofia Młynarz said: "It is 5\u2033 \\ wide,\nand\ttall \U0001f6a2 enough for us all."\u0000'
    german = "Der Bürgermeister sagte am Montag, die Brücke werde für sechs Wochen geschlossen, weil sie nicht sicher sei. " * 3
    df = frame(spark, [said("old"), None, "", odd, german, "x" * 2000], 8)
    answers = sayso_spark.articles(df, id="id", keep=["text"], largest=1000)
    assert outcomes(answers) == {0: 1, 1: "null", 2: "empty", 3: 1, 4: "language: de", 5: "large"}
    assert {row.id: row.text for row in answers.collect()} == {row.id: row.text for row in df.collect()}
    assert {(row.id, row.code) for row in sayso_spark.failures(answers).collect()} == {(1, "null"), (2, "empty"), (5, "large")}
    one = df.where("id = 0").select("text", F.expr("timestamp '2026-03-02 10:11:12 UTC'").alias("at"), F.lit("Lorne").alias("by"))
    row = sayso_spark.extract(one, published="at", outlet="by").first()
    assert row and (row.content_text, row.outlet) == ("the bridge was old", "Lorne")
    assert datetime.fromisoformat(row.published) == datetime(2026, 3, 2, 10, 11, 12, tzinfo=timezone.utc)
    page = one.select(F.concat(F.lit("<article><p>"), "text"))
    row = sayso_spark.extract(page, html=page.columns[0]).first()
    assert row and row.content_text == "the bridge was old" and row.evidence[0].bytes.start == 12


def test_columns_that_cannot_be_used_are_refused(spark: SparkSession) -> None:
    df = spark.createDataFrame([("a", "Mara Osk said no.", b"<p>")], "url string, text string, page binary")
    with pytest.raises(ValueError, match="ID"):
        sayso_spark.articles(df.withColumnRenamed("url", "ID"), keep=["ID"])
    with pytest.raises(ValueError, match="statements have columns called url, too"):
        sayso_spark.extract(df, keep=["url"])
    with pytest.raises(ValueError, match="decode"):
        sayso_spark.articles(df, html="page")


def test_huge_rows_do_not_multiply(spark: SparkSession) -> None:
    df = spark.range(0, 5, 1, 1).select("id", F.expr("repeat('rain on wet ', 8738134)").alias("text"))
    assert outcomes(sayso_spark.articles(df, id="id")) == dict.fromkeys(range(5), "large")


def test_dead_processes_and_executors_lose_nothing(spark: SparkSession, mortal: str) -> None:
    texts = [said(f"{word} {number}") for number in range(8) for word in ("old", "new", "dear")]
    texts[4], texts[9], texts[14] = said("poisonous"), said("mortal"), said("catastrophic")
    answers = sayso_spark.articles(frame(spark, texts, 2), id="id", binary=mortal)
    expected = dict.fromkeys(range(24), 1) | {4: "poison"}
    assert outcomes(answers) == expected
    assert {"process", "executor"} <= set(os.listdir(os.path.dirname(mortal)))


def test_archives_in_a_list(spark: SparkSession, tmp_path: pathlib.Path) -> None:
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(pathlib.Path(COURIER).read_bytes()[:3000])
    copy = tmp_path / "a copy.warc.gz"
    shutil.copy(COURIER, copy)
    paths = [COURIER, str(cut), str(tmp_path / "missing.warc"), copy.as_uri()]
    answers = sayso_spark.articles_warc(spark, paths).localCheckpoint()
    counts = {row.path: row["count"] for row in answers.where("record IS NOT NULL").groupBy("path").count().collect()}
    assert counts == {COURIER: 4, str(cut): 1, copy.as_uri(): 4}
    failed = {(row.path, row.code) for row in sayso_spark.failures(answers).collect()}
    assert failed == {(str(cut), "archive"), (str(tmp_path / "missing.warc"), "unreadable")}
    assert sayso_spark.statements(answers).where("path LIKE '%courier%'").count() > 4


@pytest.mark.parametrize("text", [None, "#!/bin/sh\necho 9.8.7\n"])
def test_a_binary_that_cannot_be_used_fails_the_job_with_its_host(
    spark: SparkSession, tmp_path: pathlib.Path, text: str | None
) -> None:
    if text:
        program(tmp_path / "sayso", text)
    with pytest.raises(PythonException, match=r"BinaryError: on \S+: .*; ship"):
        sayso_spark.articles(frame(spark, [said("old")]), binary=str(tmp_path / "sayso")).collect()


def test_a_shipped_archive_is_found(spark: SparkSession, tmp_path: pathlib.Path) -> None:
    program(tmp_path / "sayso", f"#!/bin/sh\nexec {TOOL} \"$@\"\n")
    shutil.make_archive(str(tmp_path / "sayso"), "gztar", tmp_path, "sayso")
    spark.sparkContext.addArchive(f"{tmp_path}/sayso.tar.gz#sayso")
    answers = sayso_spark.articles(frame(spark, [said("old")]), id="id", binary="sayso/sayso")
    assert outcomes(answers) == {0: 1}
