"""Copies of articles with other names in them, and their windows with each word's kind of name and gender."""

import dataclasses
import re

from . import corpus, weak_names
from . import words as w
from .windows import IGNORED, grouped, segments

# BIO tags of the kinds, then the gender; `Docs/model-format.md` has the order.
LABELS = 1 + 2 * len(weak_names.KINDS)
WORD = re.compile(r"[^\W\d_]{2,}")


@dataclasses.dataclass
class Named:
    """An article, its names (start, end, kind), and for people's names whose it is: 1, -1, or 0."""

    article: corpus.Article
    names: list
    genders: dict


def load(folder, usual=None):
    """The articles of a folder that have weak labels, and their names' habits unless they are given."""
    entries = weak_names.read(folder)
    articles = [a for a in corpus.load(folder) if a.name in entries]
    usual = usual or weak_names.habits({a.name: a.text for a in articles}, entries)
    named = [
        Named(a, weak_names.names(a.text, entries[a.name], usual), weak_names.genders(a.text, entries[a.name]))
        for a in articles
    ]
    return named, usual


def common_words(articles):
    """The words that come in small letters too."""
    return set().union(*(re.findall(r"\b[a-z]{2,}\b", named.article.text) for named in articles))


def renamed(named, inventions, common, rng):
    """Another name for each word of a name, and the genders that the new given names tell."""
    text, others, genders = named.article.text, {}, dict(named.genders)
    lower = set(re.findall(r"\b[a-z]{2,}\b", text))
    people = [x for x in named.names if x[2] == "person"]
    # Full names first, so that a surname alone follows them.
    people.sort(key=lambda x: -len(WORD.findall(text[x[0] : x[1]])))
    gender_of = {}
    for s, e, _ in people:
        for word in WORD.findall(text[s:e]):
            gender_of[word] = gender_of.get(word) or named.genders.get((s, e), 0)
    for s, e, _ in people:
        words = [x for x in WORD.findall(text[s:e]) if x[0].isupper() and x.lower() not in lower]
        for i, word in enumerate(words):
            is_given = i + 1 < len(words) or (len(words) == 1 and word in inventions.is_man | inventions.is_woman)
            if word in others:
                continue
            if is_given:
                gender = gender_of[word] or rng.choice((1, -1))
                others[word] = inventions.given(gender, rng)
                gender_of[word] = gender
            else:
                others[word] = inventions.family(rng)
        # A given name tells where no pronoun does.
        if len(words) > 1 and (s, e) not in genders:
            genders[s, e] = gender_of[words[0]]
    for s, e, kind in named.names:
        word = text[s:e]
        if kind == "organisation" and rng.random() < 0.5:
            # "Brandt Foundation": the first word may be anybody's name, the last one tells.
            words = [x for x in WORD.findall(word) if x[0].isupper()]
            if len(words) > 1 and not {words[0], words[-1]} & others.keys() and words[0].lower() not in common:
                others[words[0]] = inventions.family(rng)
                if rng.random() < 0.4:
                    others[words[-1]] = inventions.head(rng)
        if not WORD.fullmatch(word) or word in others or word.lower() in lower:
            continue
        if kind == "organisation" and rng.random() < 0.6:
            others[word] = inventions.organisation(word, rng)
        elif kind == "place" and rng.random() < 0.4:
            others[word] = inventions.place(rng)
    return others, genders


def varied(named, inventions, common, rng):
    """A random copy of an article for one epoch, its genders, and whether its capitals are dropped."""
    copy, genders = corpus.plain(named.article), named.genders
    if rng.random() < 0.6:
        others, genders = renamed(named, inventions, common, rng)
        copy = corpus.Copy(copy.text, copy.origin, others)
    layout = rng.random()
    if layout < 0.08:
        copy = corpus.joined(copy)
    elif layout < 0.16:
        copy = corpus.glued(copy)
    elif layout < 0.24:
        copy = corpus.unmarked(copy)
    return copy, genders, rng.random()


def windows(copy, names, genders, wordpieces, limit=160, first_limit=None, style=1.0):
    """Windows as dicts of parallel lists over pieces; `style` below 0.08 drops capitals, below 0.14 shouts."""
    kind_at, gender_at = {}, {}
    for name in names:
        for at in range(*name[:2]):
            kind_at[at] = name
    for span, gender in genders.items():
        for at in range(*span):
            gender_at[at] = gender
    found = []
    parts = segments(copy, wordpieces, limit, lowered=style < 0.08)
    for group in grouped(parts, limit, first_limit):
        r = dict(ids=[wordpieces.cls], shapes=[w.PUNCTUATION], quotations=[w.OUTSIDE], labels=[IGNORED],
                 genders=[0], at=[], spans=[])  # fmt: skip
        for part in group:
            previous = None
            for span, pieces, shape, quotation in zip(part.spans, part.pieces, part.shapes, part.quotations):
                name = kind_at.get(copy.origin[span[0]])
                label = 0
                if name:
                    label = 1 + 2 * weak_names.KINDS.index(name[2]) + (name == previous)
                previous = name
                if 0.08 <= style < 0.14 and shape in (w.LOWER, w.TITLE, w.MIXED):
                    shape = w.UPPER
                r["at"].append(len(r["ids"]))
                r["spans"].append(span)
                more = len(pieces) - 1
                r["ids"] += pieces
                r["shapes"] += [shape] * len(pieces)
                r["quotations"] += [quotation] * len(pieces)
                r["labels"] += [label] + [IGNORED] * more
                gender = gender_at.get(copy.origin[span[0]], 0) if name and name[2] == "person" else 0
                r["genders"] += [gender] + [0] * more
            for key, value in dict(ids=wordpieces.sep, shapes=w.PUNCTUATION, quotations=w.OUTSIDE,
                                   labels=IGNORED, genders=0).items():  # fmt: skip
                r[key].append(value)
        found.append(r)
    return found
