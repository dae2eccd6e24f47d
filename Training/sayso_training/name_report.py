"""How well the head tells names: against CoreNLP's labels, and people from organisations among named sources."""

import collections
import json
import os
import re

import torch

from . import corpus, name_windows, states
from .name_windows import LABELS
from .weak_names import KINDS


def windowed(network, windows):
    """Batches with everything that is needed to run a head on them."""
    found = []
    for batch in states.batches(windows, 3000):
        rows, mask = states.rows(network, batch)
        found.append((batch, rows.clone(), mask))
    return found


def spans(tags):
    """Names (start, end, kind) in a sequence of BIO tags."""
    found, begun = [], None
    for i, tag in enumerate([*tags, 0]):
        if begun and tag != begun[1] + 1:
            found.append((begun[0], i, begun[1]))
            begun = None
        if tag and not begun:
            begun = (i, tag - 1 + tag % 2)
    return set(found)


def f1(right, found, wanted):
    return 2 * right / max(1, found + wanted)


def against_weak_labels(head, batches):
    """Figures, by name."""
    found, wanted, genders = [], [], collections.Counter()
    for batch, rows, mask in batches:
        logits = head(rows, mask)
        for r, row in zip(batch, logits):
            found += row[r["at"], :LABELS].argmax(-1).tolist() + [0]
            wanted += [r["labels"][at] for at in r["at"]] + [0]
            for at in r["at"]:
                if r["genders"][at]:
                    genders[r["genders"][at], bool(row[at, LABELS] > 0) == (r["genders"][at] > 0)] += 1
    figures = {}
    for k, kind in enumerate(KINDS):
        ours, theirs = ([(tag + 1) // 2 == k + 1 for tag in tags] for tags in (found, wanted))
        figures[f"{kind}, words F1"] = f1(sum(a and b for a, b in zip(ours, theirs)), sum(ours), sum(theirs))
    ours, theirs = spans(found), spans(wanted)
    for k, kind in [(None, "all"), *enumerate(KINDS)]:
        a, b = ({s for s in x if k is None or s[2] == 1 + 2 * k} for x in (ours, theirs))
        figures[f"{kind}, whole names F1"] = f1(len(a & b), len(a), len(b))
    for gender, who in ((1, "men"), (-1, "women")):
        right, wrong = genders[gender, True], genders[gender, False]
        figures[f"{who}'s names told"] = right / max(1, right + wrong)
    return figures


def named_sources(head, network, folder):
    """The share of sources given by name that are rightly taken for people or for organisations.

    Alone, by the name's words in the source; and over the article, by all places where these words come.
    """
    words_of, texts = collections.defaultdict(list), {}
    for article in corpus.load(folder):
        texts[article.name] = article.text
        windows = name_windows.windows(corpus.plain(article), [], {}, network.wordpieces)
        for batch, rows, mask in windowed(network, windows):
            for r, row in zip(batch, head(rows, mask)):
                p = row[:, :LABELS].softmax(-1)[r["at"]].tolist()
                words_of[article.name] += [(span, q[1] + q[2], sum(q[3:])) for span, q in zip(r["spans"], p)]
    counts = collections.Counter()
    with open(os.path.join(folder, "speakers.jsonl"), encoding="utf-8") as lines:
        for entry in map(json.loads, lines):
            if entry["form"] != "name" or entry["kind"] not in ("person", "organisation"):
                continue
            text = texts[entry["doc"]]
            name = set(re.findall(r"\w\w+", entry["speaker"].lower()))
            name &= set(re.findall(r"\w\w+", entry["source_text"].lower()))
            everywhere, here = [], []
            for (s, e), person, rest in words_of[entry["doc"]]:
                if text[s].isupper() and text[s:e].lower() in name:
                    logs = torch.tensor([person, rest]).clamp(min=1e-3).log()
                    everywhere.append((logs[0] - logs[1]).item())
                    if any(a <= s < b for a, b in entry["source"]):
                        here.append(everywhere[-1])
            if not here:
                continue
            counts["all"] += 1
            for key, odds in (("alone", here), ("over the article", everywhere)):
                counts[key] += (sum(odds) > 0) == (entry["kind"] == "person")
    return {f"{key} (of {counts['all']})": counts[key] / counts["all"] for key in ("alone", "over the article")}
