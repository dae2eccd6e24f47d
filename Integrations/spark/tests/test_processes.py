"""What becomes of documents when processes die or hang, and of archives: without Spark."""

from __future__ import annotations

import gzip
import json
import pathlib
import random

import pytest

from conftest import PACKAGE, TOOL, program
from sayso_spark import BinaryError
from sayso_spark.answers import Answer
from sayso_spark.archives import Archive, rebased
from sayso_spark.binary import VERSION, Binary
from sayso_spark.documents import Conversation, Document
from sayso_spark.pieces import pieces
from sayso_spark.process import Process

LINES = ["extract", "--input", "jsonl", "--format", "ledger", "--jobs", "1", "-"]
PAGES = ["extract", "--input", "warc", "--format", "ledger", "--jobs", "1"]
COURIER = str(PACKAGE.parent.parent / "Examples" / "courier.warc.gz")


@pytest.fixture(autouse=True)
def files(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Spark would put shipped files."""
    monkeypatch.setattr("sayso_spark.binary.SparkFiles.getRootDirectory", lambda: str(tmp_path / "files"))


def documents(*words: str) -> list[Document]:
    return [
        Document(json.dumps({"id": word, "text": f"Mara Osk said the bridge was {word}."}).encode(), None, word)
        for word in words
    ]


def asked(binary: str, given: list[Document], timeout: float = 60) -> list[tuple[str, str]]:
    """What each is called, and what became of it."""
    found = Conversation(lambda: Process([binary, *LINES], "test"), timeout).answers(given)
    return [
        (owner, answer.error[0] if answer.error else json.loads(answer.record or b"")["document"])
        for owner, answer in found
    ]


def test_poison_is_set_aside_and_all_others_are_answered_once_in_order(mortal: str) -> None:
    given = documents("a", "b", "poisonous", "c", "d", "mortal", "e", "f", "g", "h", "very poisonous", "i")
    given.insert(4, Document(None, Answer(error=("null", "")), "nothing"))
    expected = [(one.owner, one.owner) for one in given]
    expected[2], expected[4] = ("poisonous", "poison"), ("nothing", "null")
    expected[11] = ("very poisonous", "poison")
    assert asked(mortal, given) == expected


def test_a_document_that_takes_too_long_is_set_aside(mortal: str) -> None:
    assert asked(mortal, documents("a", "endless", "b"), timeout=6) == [("a", "a"), ("endless", "poison"), ("b", "b")]


def test_documents_larger_than_all_pipes_do_not_hold_each_other_up() -> None:
    chance = random.Random(7)
    given = []
    for name in "abcdefgh":
        page = f"<p>Mara Osk said it rained.</p><!-- {chance.randbytes(150_000).hex()} -->"
        given.append(Document(json.dumps({"id": name, "html": page}).encode(), None, name))
    found = list(Conversation(lambda: Process([TOOL, *LINES[:-1], "--originals", "-"], "test"), 60).answers(given))
    assert [(owner, len(answer.record or b"") > 150_000) for owner, answer in found] == [(one, True) for one in "abcdefgh"]


def test_nothing_is_started_for_nothing() -> None:
    assert asked("/nowhere/sayso", []) == []
    assert asked("/nowhere/sayso", [Document(None, Answer(error=("null", "")), "x")]) == [("x", "null")]


def answers(path: str, binary: str) -> list[Answer]:
    return list(Archive(path, lambda source: Process([binary, *PAGES, source], "test"), 60).answers())


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("answered", [0, 2, 3])
def test_an_archive_goes_on_behind_what_was_answered(tmp_path: pathlib.Path, plain: bool, answered: int) -> None:
    path = COURIER
    if plain:
        path = str(tmp_path / "courier.warc")
        pathlib.Path(path).write_bytes(gzip.open(COURIER).read())
    dying = f"""#!/bin/sh
[ "$8" = - ] && exec {TOOL} "$@"
{TOOL} "$@" | head -n {answered}
kill -9 $$
"""
    got = answers(path, program(tmp_path / "dying", dying))
    assert [json.loads(one.record or b"") for one in got] == [json.loads(one.record or b"") for one in answers(path, TOOL)]
    assert len(got) == 4


def test_a_page_that_kills_is_set_aside_with_its_place(tmp_path: pathlib.Path, mortal: str) -> None:
    courier = gzip.open(COURIER).read()
    parts = [courier[start:end] for start, end in pieces(_written(tmp_path / "a.warc", courier), 0)]
    parts[3] = parts[3].replace(b"\r\n", b"\r\nWARC-Note: poisonous\r\n", 1)
    path = _written(tmp_path / "b.warc", b"".join(parts))
    place = len(b"".join(parts[:3]))
    whole, got = answers(path, TOOL), answers(path, mortal)
    assert [one.error and one.error[0] for one in got] == [None] * 3 + ["poison"] + [None] * (len(whole) - 3)
    assert got[3].error and f"{path}:{place}: " in got[3].error[1]
    assert [one.record and json.loads(one.record) for one in got if not one.error] == [
        one.record and json.loads(one.record) for one in whole
    ]


def test_pieces_of_arc_and_of_what_cannot_be_cut(tmp_path: pathlib.Path) -> None:
    records = [b"filedesc://a.arc 0.0.0.0 20260301000000 text/plain 8\n1 0 Test\n", b"http://a.example/ 127.0.0.1 20260301000000 text/html 5\nhello\n"]
    path = _written(tmp_path / "a.arc", b"".join(records))
    assert list(pieces(path, 0)) == [(0, len(records[0])), (len(records[0]), len(records[0] + records[1]))]
    assert list(pieces(_written(tmp_path / "a.wacz", b"PK\x03\x04 and more"), 0)) == []
    cut = _written(tmp_path / "cut.warc.gz", pathlib.Path(COURIER).read_bytes()[:3000])
    assert list(pieces(cut, 0))[-1][1] == 3000


@pytest.mark.parametrize(
    ("message", "placed"),
    [
        ("standard input: byte 42: the record is cut off", "/a.warc: byte 1042: the record is cut off"),
        ("standard input:42: no text", "/a.warc:1042: no text"),
        ("standard input:42:3: no text", "/a.warc:1042:3: no text"),
        ("standard input: the gzip file is damaged", "/a.warc: the gzip file is damaged"),
        ("https://a.example/: no text", "https://a.example/: no text"),
    ],
)
def test_what_is_wrong_in_a_part_is_told_with_its_place_in_the_file(message: str, placed: str) -> None:
    line = {"path": "-:42", "document": "-:42", "errors": [{"code": "x", "message": message}]}
    told = json.loads(rebased(json.dumps(line).encode(), "/a.warc", 1000))
    assert (told["path"], told["document"], told["errors"][0]["message"]) == ("/a.warc:1042", "/a.warc:1042", placed)


def _written(path: pathlib.Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "is not there; ship it with"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "was built for another machine"),
        (b"#!/bin/sh\necho 'libfoo.so: cannot open shared object file' >&2; exit 127\n", "libfoo.so: cannot open"),
        (b"#!/bin/sh\necho 9.8.7\n", f"is sayso 9.8.7, and sayso_spark is {VERSION}"),
    ],
)
def test_what_is_wrong_with_a_binary_is_said(tmp_path: pathlib.Path, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / "sayso").write_bytes(content)
        (tmp_path / "sayso").chmod(0o755)
    with pytest.raises(BinaryError, match=said) as problem:
        Binary(str(tmp_path / "sayso")).check()
    assert str(problem.value).startswith("on ")


def test_the_binary_is_looked_for_in_order(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = ["path/sayso", "files/sayso/sayso", "environment/sayso", "argument/sayso"]
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.delenv("SAYSO_BINARY", raising=False)
    with pytest.raises(BinaryError, match="no sayso was found"):
        Binary(None).find()
    for place in places:
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        program(tmp_path / place, "")
        if place.startswith("environment"):
            monkeypatch.setenv("SAYSO_BINARY", str(tmp_path / place))
        name = str(tmp_path / place) if place.startswith("argument") else None
        assert Binary(name).find() == str(tmp_path / place)
    assert Binary("sayso/sayso").find() == str(tmp_path / "files/sayso/sayso")
