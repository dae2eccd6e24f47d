#!/usr/bin/env python3
"""Make pages with uncertain bodies for train.py --more: what trafilatura finds, set to be precise.

usage: others.py PAGES OUT

PAGES is a folder with html/NAME.html.gz and ground-truth.json ({address: {"file": "NAME.html"}}). Pages where
trafilatura finds next to nothing are left out.
"""

import gzip
import json
import pathlib
import shutil
import sys

import trafilatura

SHORTEST = 400


def main():
    pages, out = map(pathlib.Path, sys.argv[1:])
    (out / "html").mkdir(parents=True, exist_ok=True)
    bodies = {}
    for url, entry in json.loads((pages / "ground-truth.json").read_text()).items():
        file = pages / "html" / (entry["file"] + ".gz")
        text = trafilatura.extract(
            gzip.decompress(file.read_bytes()).decode("utf-8", "replace"), favor_precision=True, include_comments=False
        )
        if text and len(text) > SHORTEST:
            bodies[file.name.split(".")[0]] = {"articleBody": text, "url": url}
            shutil.copyfile(file, out / "html" / file.name)
    (out / "bodies.json").write_text(json.dumps(bodies))


if __name__ == "__main__":
    main()
