#!/usr/bin/env python3
"""Train what tells the blocks of a page that belong to its article from those that do not.

usage: train.py FEATURES PAGES [--more FOLDER] [--validate] [--out FOLDER]

FEATURES is the built tool PageFeatures, PAGES a folder with html/ID.html.gz and ground-truth.json
({ID: {"articleBody": text, "url": address}}). A block is labelled by whether most of its words are aligned with
the true body's. Two rounds of boosted trees: the first judges each block by itself and its neighbours, the second
also by how the first judged the blocks around it, out of fold.

--more adds pages whose bodies another extractor found (others.py makes the folder); they count less, in the
second round much less. They teach where in a page the article is; what belongs to it the true bodies teach.

--validate leaves out the pages of a fifth of the hosts at a time and prints what the rest makes of them, which is
the figure to trust. It leaves out what the program does after the trees (tables as a whole, copies, titles).
"""

import argparse
import collections
import difflib
import gzip
import json
import pathlib
import re
import statistics
import subprocess
import tempfile
import textwrap
import urllib.parse

import lightgbm
import numpy

ROUNDS = 100
PARAMETERS = {
    "objective": "binary", "num_leaves": 12, "learning_rate": 0.1, "min_data_in_leaf": 20, "lambda_l2": 5,
    "feature_fraction": 0.3, "bagging_fraction": 0.8, "bagging_freq": 1, "max_bin": 63, "use_missing": False,
    "num_threads": 1, "verbose": -1, "seed": 7, "deterministic": True,
}  # fmt: skip
SEEDS = (7, 8)
INNER = 4
# In the second round uncertain pages count so much less.
FAITH = 0.2


class Models:
    """Models that differ by chance, and judge together: the mean of their trees' sums."""

    def __init__(self, models):
        self.models = models

    def predict(self, measures):
        sums = sum(model.predict(measures, raw_score=True) for model in self.models)
        return 1 / (1 + numpy.exp(-sums / len(self.models)))


class Page:
    def __init__(self, name, gold, rows, trust=1.0):
        self.name = name
        self.trust = trust
        self.gold = gold
        self.sizes = numpy.array([int(row[1]) for row in rows], dtype=float)
        self.texts = [row[3] for row in rows]
        words = [re.findall(r"\w+", text) for text in self.texts]
        self.labels = aligned(words, re.findall(r"\w+", gold)) > 0.5
        weights = numpy.sqrt(numpy.minimum(self.sizes, 100) + 1)
        self.weights = 30 * trust * weights / max(1, (weights * self.labels).sum())


def aligned(blocks, gold):
    """For each block, the share of its words that are aligned with the body's."""
    words = [word for block in blocks for word in block]
    owner = [index for index, block in enumerate(blocks) for _ in block]
    counts = numpy.zeros(len(blocks))
    for start, _, length in difflib.SequenceMatcher(None, words, gold, autojunk=False).get_matching_blocks():
        for index in owner[start : start + length]:
            counts[index] += 1
    return counts / numpy.array([max(1, len(block)) for block in blocks])


class Features:
    """The tool's measures of all pages; of the second round given judgements."""

    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder

    def rows(self, judgements=None):
        command = [self.tool, self.folder]
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            if judgements is not None:
                file.write("\n".join(f"{value:.7g}" for value in judgements) + "\n")
                file.flush()
                command.append(file.name)
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return [line.split("\t", 3) for line in output.split("\n")[:-1]]


def values(rows):
    return numpy.array([numpy.fromstring(row[2], sep=" ", dtype=numpy.float32) for row in rows])


def fit(measures, pages, offsets, chosen, faith=1.0):
    rows = numpy.concatenate([numpy.arange(*offsets[index]) for index in chosen])
    labels = numpy.concatenate([pages[index].labels for index in chosen]).astype(int)
    weights = numpy.concatenate(
        [pages[index].weights * (1 if pages[index].trust == 1 else faith) for index in chosen]
    )
    data = lightgbm.Dataset(measures[rows], labels, weight=weights, free_raw_data=False)
    return Models([lightgbm.train(PARAMETERS | {"seed": seed}, data, ROUNDS) for seed in SEEDS])


def two_rounds(features, first, pages, offsets, groups, chosen):
    """Both models from the chosen pages, and the first model's judgements that the second's context is made of:
    out of fold for the chosen pages."""
    chosen = numpy.array(chosen)
    judgements = numpy.zeros(len(first), dtype=numpy.float32)
    model = fit(first, pages, offsets, chosen)
    for index in range(len(pages)):
        judgements[slice(*offsets[index])] = model.predict(first[slice(*offsets[index])])
    for fold in range(INNER):
        held = [index for index in chosen if groups[index] % INNER == fold]
        inner = fit(first, pages, offsets, [index for index in chosen if groups[index] % INNER != fold])
        for index in held:
            judgements[slice(*offsets[index])] = inner.predict(first[slice(*offsets[index])])
    second = values(features.rows(judgements))
    return model, fit(second, pages, offsets, chosen, FAITH), judgements, second


def shingles(text):
    words = re.findall(r"\w+", text)
    return collections.Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def score(pages, kept):
    """F1 over 4-word shingles, precision, recall, and the share of pages with exactly the true words."""
    precisions, recalls, exact = [], [], 0
    for page, chosen in zip(pages, kept):
        text = "\n".join(text for text, is_kept in zip(page.texts, chosen) if is_kept)
        gold, found = shingles(page.gold), shingles(text)
        both = sum((gold & found).values())
        if found:
            precisions.append(both / sum(found.values()))
        if gold:
            recalls.append(both / sum(gold.values()))
        exact += re.findall(r"\w+", page.gold) == re.findall(r"\w+", text)
    p, r = statistics.mean(precisions or [0]), statistics.mean(recalls or [0])
    return 2 * p * r / (p + r), p, r, exact / len(pages)


def host(url):
    """The name under which an address is registered, near enough to keep one outlet's pages together."""
    parts = urllib.parse.urlsplit(url).hostname.split(".")
    return parts[-2] if len(parts) < 3 or len(parts[-2]) > 3 else parts[-3]


def flattened(models):
    """Models as lines of text, a tree a line: its inner nodes in preorder, `measure threshold` and the two
    children, a node's number or `=value`."""
    lines = []
    for tree in [tree for model in models.models for tree in model.dump_model()["tree_info"]]:
        nodes = []

        def add(node):
            if "split_index" not in node:
                return f"={node['leaf_value'] / len(models.models):.5g}"
            number = len(nodes)
            nodes.append(None)
            left, right = add(node["left_child"]), add(node["right_child"])
            threshold = 0 if abs(node["threshold"]) < 1e-30 else node["threshold"]
            nodes[number] = f"{node['split_feature']} {threshold:.7g} {left} {right}"
            return str(number)

        root = add(tree["tree_structure"])
        lines.append(";".join(nodes) if nodes else root)
    return lines


def wrapped(line):
    """A tree in Swift's literal of many lines, wrapped between its nodes."""
    rows = textwrap.wrap(line.replace(" ", "_").replace(";", "; "), 98)
    return " \\\n".join("        " + row.replace("; ", ";").replace("_", " ") for row in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features")
    parser.add_argument("pages", type=pathlib.Path)
    parser.add_argument("--validate", action="store_true")
    parser.add_argument("--more", type=pathlib.Path)
    parser.add_argument("--trust", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=pathlib.Path)
    arguments = parser.parse_args()
    gold = json.loads((arguments.pages / "ground-truth.json").read_text())
    with tempfile.TemporaryDirectory() as folder:
        known = list(gold)
        folders = [(arguments.pages, known)]
        if arguments.more:
            more = json.loads((arguments.more / "bodies.json").read_text())
            gold = more | gold
            folders.append((arguments.more, more.keys() - set(known)))
        for source, names in folders:
            for name in names:
                html = gzip.decompress((source / "html" / f"{name}.html.gz").read_bytes())
                (pathlib.Path(folder) / f"{name}.html").write_bytes(html.decode("utf-8", "replace").encode())
        features = Features(arguments.features, folder)
        rows = features.rows()
        by_page = collections.defaultdict(list)
        for row in rows:
            by_page[row[0]].append(row)
        pages = [
            Page(name, gold[name]["articleBody"], by_page[name], 1 if name in known else arguments.trust)
            for name in by_page
        ]
        true = [index for index, page in enumerate(pages) if page.name in known]
        ends = numpy.cumsum([0] + [len(page.texts) for page in pages])
        offsets = list(zip(ends[:-1], ends[1:]))
        hosts = [host(gold[page.name]["url"]) for page in pages]
        names = sorted(set(hosts))
        numpy.random.RandomState(arguments.seed).shuffle(names)
        groups = [names.index(name) for name in hosts]
        first = values(rows)
        print(f"{len(pages)} pages, {len(rows)} blocks, {first.shape[1]} measures")
        print("labels    F1 %.3f P %.3f R %.3f exact %.3f" % score([pages[i] for i in true], [pages[i].labels for i in true]))
        everything = list(range(len(pages)))
        if arguments.validate:
            found = [None] * len(pages)
            for fold in range(5):
                # Folds of hosts that the inner folds cut across.
                outer = [group // INNER % 5 for group in groups]
                chosen = [index for index in everything if outer[index] != fold]
                _, model, _, second = two_rounds(features, first, pages, offsets, groups, chosen)
                for index in everything:
                    if outer[index] == fold:
                        found[index] = model.predict(second[slice(*offsets[index])])
            judged = [pages[index] for index in true]
            for threshold in (0.4, 0.5, 0.6):
                kept = []
                for index in true:
                    best = max(found[index][pages[index].sizes >= 10], default=1)
                    kept.append(found[index] > min(threshold, best / 2))
                print(f"held out, {threshold}:" + " F1 %.3f P %.3f R %.3f exact %.3f" % score(judged, kept))
        if arguments.out:
            model, second, _, _ = two_rounds(features, first, pages, offsets, groups, everything)
            for name, model in (("First", model), ("Second", second)):
                lines = "\n".join(wrapped(line) for line in flattened(model))
                (arguments.out / f"BodyModel+{name}.swift").write_text(
                    "// Written by Training/pages/train.py.\n\nextension BodyModel {\n"
                    f"    /// The trees of the {name.lower()} round.\n"
                    f'    static let {name.lower()} = BodyModel(\n        """\n{lines}\n        """\n    )\n}}\n'
                )


if __name__ == "__main__":
    main()
