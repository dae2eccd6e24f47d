"""Articles with attributions in brat standoff, as PolNeAR (Newell et al., LREC 2018) lays them out."""

import collections
import dataclasses
import glob
import gzip
import json
import os
import random
import re

KINDS = ("source", "cue", "content")


@dataclasses.dataclass
class Article:
    name: str
    text: str
    annotations: list  # one list of attributions for each annotator
    names: list  # (start, end) of people's names, where weak labels give them


def read_attributions(path):
    spans, attributions = {}, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) < 2:
                continue  # three files have a broken line
            if parts[0].startswith("T"):
                spans[parts[0]] = [tuple(map(int, p.split())) for p in parts[1].split(" ", 1)[1].split(";")]
            elif parts[0].startswith("E"):
                found = collections.defaultdict(list)
                for argument in parts[1].split():
                    role, identifier = argument.split(":")
                    found[re.sub(r"\d+$", "", role).lower()] += spans.get(identifier, [])
                if found["content"]:
                    attributions.append({k: sorted(found[k]) for k in KINDS})
    return attributions


def load(folder):
    """The articles of `folder` (`text/*.txt`, `attributions/*.ann`, perhaps `corenlp.jsonl.gz`), by name."""
    files = collections.defaultdict(list)
    for path in sorted(glob.glob(os.path.join(folder, "attributions", "*.ann"))):
        files[re.sub(r"(_[0-9a-f]{4})?\.ann$", "", os.path.basename(path))].append(path)
    names = collections.defaultdict(list)
    weak = os.path.join(folder, "corenlp.jsonl.gz")
    if os.path.exists(weak):
        with gzip.open(weak, "rt", encoding="utf-8") as lines:
            for line in lines:
                entry = json.loads(line)
                names[entry["doc"]] = [(s, e) for s, e, kind in entry["entities"] if kind == "PERSON"]
    articles = []
    for name, paths in sorted(files.items()):
        with open(os.path.join(folder, "text", name + ".txt"), encoding="utf-8", newline="") as f:
            text = f.read()
        articles.append(Article(name, text, [read_attributions(p) for p in paths], names[name]))
    return articles


@dataclasses.dataclass
class Copy:
    """An article's text as the network is to meet it, and where each of its characters came from."""

    text: str
    origin: list  # for each code point, its offset in the article; -1 for one that we put in
    renamed: dict  # word → another


def plain(article):
    return Copy(article.text, range(len(article.text)), {})


def rewrite(copy, pattern, replacement):
    """Replaces every match; characters that stay the same in number keep their origin."""
    text, origin, last = [], [], 0
    for match in re.finditer(pattern, copy.text):
        new = replacement(match) if callable(replacement) else replacement
        text += [copy.text[last : match.start()], new]
        origin += list(copy.origin[last : match.start()])
        same = len(new) == match.end() - match.start()
        origin += list(copy.origin[match.start() : match.end()]) if same else [-1] * len(new)
        last = match.end()
    text.append(copy.text[last:])
    origin += list(copy.origin[last:])
    return Copy("".join(text), origin, copy.renamed)


PARAGRAPH_BREAK = r"[ \t]*[\r\n]+[ \t\r\n]*"
MARKS = "[\"“”„‟«»‘‹›]"


def joined(copy):
    return rewrite(copy, PARAGRAPH_BREAK, " ")


def glued(copy):
    return rewrite(copy, PARAGRAPH_BREAK, "")


def unmarked(copy):
    return rewrite(copy, MARKS, "")


def straight(copy):
    return rewrite(copy, "[“”‘’]", lambda m: '"' if m.group() in "“”" else "'")


def single_marks(copy):
    """Double marks become single ones, as much of the British press prints them."""
    curly = rewrite(copy, "[“”]", lambda m: "‘" if m.group() == "“" else "’")
    return rewrite(curly, r'(?<!\w)"(?=\w)|(?<=[\w.,!?…])"', lambda m: "'")


def broken_quotations(copy, rng):
    """Long quotations run over several paragraphs, each opened anew, only the last one closed."""
    pieces, last = [], 0
    for match in re.finditer(r'“[^”\r\n]{120,}”|(?<!\w)"[^"\r\n]{120,}"', copy.text):
        for stop in re.finditer(r"[.?!] (?=[A-Z])", match.group()):
            if rng.random() < 0.6:
                pieces.append((match.start() + stop.end() - 1, "\n\n" + match.group()[0]))
    text, origin = [], []
    for at, new in pieces:
        text += [copy.text[last:at], new]
        origin += list(copy.origin[last:at]) + [copy.origin[at]] * len(new)  # content stays content
        last = at + 1
    text.append(copy.text[last:])
    origin += list(copy.origin[last:])
    return Copy("".join(text), origin, copy.renamed)


class Renaming:
    """Gives people other people's names, so that the network learns places in sentences and not celebrities."""

    def __init__(self, articles):
        given, family = collections.Counter(), collections.Counter()
        for article in articles:
            for s, e in article.names:
                words = re.findall(r"[^\W\d_]{3,}", article.text[s:e])
                if len(words) > 1:
                    given[words[0]] += 1
                if words:
                    family[words[-1]] += 1
        self.given = sorted(w for w in given if w[0].isupper() and given[w] >= family[w])
        self.family = sorted(w for w in family if w[0].isupper() and given[w] < family[w])
        self.is_given = set(self.given)

    def __call__(self, article, copy, rng):
        renamed = {}
        for s, e in article.names:
            for word in re.findall(r"[^\W\d_]{3,}", article.text[s:e]):
                if word not in renamed and word[0].isupper():
                    renamed[word] = rng.choice(self.given if word in self.is_given else self.family)
        return Copy(copy.text, copy.origin, renamed)


def vary(article, renaming, rng):
    """One random copy of an article for one epoch."""
    copy = plain(article)
    if rng.random() < 0.25 and article.names:
        copy = renaming(article, copy, rng)
    if rng.random() < 0.12:
        copy = broken_quotations(copy, rng)
    style = rng.random()
    if style < 0.10:
        copy = straight(copy)
    elif style < 0.14:
        copy = single_marks(copy)
    elif style < 0.26:
        copy = unmarked(copy)
    layout = rng.random()
    if layout < 0.12:
        copy = joined(copy)
    elif layout < 0.24:
        copy = glued(copy)
    return copy
