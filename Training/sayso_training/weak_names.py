"""What CoreNLP says of names: kinds, and genders from the pronouns that it ties to them.

Its labels are a machine's, with a machine's slips: one and the same name is a person here and a place there.
Votes over an article and over all articles mend most of these.
"""

import collections
import gzip
import json
import os

KINDS = ("person", "organisation", "place", "other")
TYPES = dict(PERSON="person", ORGANIZATION="organisation", LOCATION="place", MISC="other")
PRONOUNS = dict(he=1, him=1, his=1, himself=1, she=-1, her=-1, hers=-1, herself=-1)


def read(folder):
    """CoreNLP's entries of a folder's articles, by name."""
    with gzip.open(os.path.join(folder, "corenlp.jsonl.gz"), "rt", encoding="utf-8") as lines:
        return {entry["doc"]: entry for entry in map(json.loads, lines)}


def trimmed(text, start, end):
    """A name without marks at its ends and without a possessive's."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    return start, end - 2 if text[start:end].endswith(("'s", "’s")) else end


def raw(text, entry):
    """The names (start, end, kind) as CoreNLP has them."""
    return [(*trimmed(text, s, e), TYPES[kind]) for s, e, kind in entry["entities"]]


def habits(texts, entries):
    """Name → kind, for the names that are nearly always of one kind."""
    counts = collections.defaultdict(collections.Counter)
    for doc, entry in entries.items():
        if doc in texts:
            for s, e, kind in raw(texts[doc], entry):
                counts[texts[doc][s:e]][kind] += 1
    found = {}
    for name, kinds in counts.items():
        kind, count = kinds.most_common(1)[0]
        if kinds.total() >= 8 and count >= 0.8 * kinds.total():
            found[name] = kind
    return found


def names(text, entry, usual):
    """The names (start, end, kind) of an article, mended."""
    found = [x for x in raw(text, entry) if x[1] > x[0]]
    families = {text[s:e].split()[-1] for s, e, kind in found if kind == "person" and " " in text[s:e]}

    def kind_of(name, kind):
        return "person" if name in families else usual.get(name, kind)

    return [(s, e, kind_of(text[s:e], kind)) for s, e, kind in found]


def genders(text, entry):
    """Person's name (start, end) → 1 for a man, -1 for a woman, 0 where the pronouns disagree."""
    people = [(s, e) for s, e, kind in entry["entities"] if kind == "PERSON"]
    votes = collections.defaultdict(set)
    for chain in entry["chains"]:
        pronouns = {PRONOUNS[p] for p in (text[s:e].lower() for s, e, _ in chain) if p in PRONOUNS}
        if not pronouns:
            continue
        for s, e, _ in chain:
            inside = [p for p in people if s <= p[0] and p[1] <= e]
            # The mention is the name, not a phrase that has it inside.
            if len(inside) == 1 and inside[0][1] - inside[0][0] >= 0.6 * (e - s):
                votes[trimmed(text, *inside[0])] |= pronouns
    return {name: sum(found) for name, found in votes.items()}
