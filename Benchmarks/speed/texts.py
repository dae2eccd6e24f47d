"""Texts to read: the user's, a corpus', or invented ones."""

import json
import random

PEOPLE = "Brandt Averin Lund Maarten Ferrant Okoro Lindqvist Venn Sorrel Adeyemi Marrow Quill".split()
NOUNS = "harbour dam treaty ferry budget school bridge market mill clinic reservoir archive".split()
VERBS = "said argued denied warned promised insisted conceded predicted".split()
DEEDS = "open close rebuild sell inspect flood repaint survey abandon enlarge".split()


def sentence(chance):
    name, verb, noun, deed, other = map(chance.choice, (PEOPLE, VERBS, NOUNS, DEEDS, NOUNS))
    number = chance.randint(2, 99_999)
    return chance.choice((
        f"{name} {verb} that the {noun} would {deed} after {number} days beside the {other}.",
        f"“We will {deed} the {noun} in {number} ways,” {name} {verb}, “and then the {other}.”",
        f"The {noun} has {number} windows, and every {other} near it has a door.",
        f"According to {name}, {number} people want to {deed} the {noun} and the {other}.",
    ))  # fmt: skip


def story(chance, size):
    """An invented text of about `size` bytes in which no sentence is likely to come twice."""
    parts, length = [], 0
    while length < size:
        parts.append(" ".join(sentence(chance) for _ in range(chance.randint(2, 5))))
        length += len(parts[-1].encode()) + 2
    return "\n\n".join(parts) + "\n"


def write_lines(path, count, size, seed=1):
    """Writes `count` invented articles of about `size` bytes as JSON Lines; returns how many words they have."""
    chance, words = random.Random(seed), 0
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            text = story(chance, size)
            words += len(text.split())
            file.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    return words


def page(chance, size):
    """An invented page of about three times `size` bytes, most of it what stands around its article."""
    body = "".join(f"<p>{part}</p>\n" for part in story(chance, size).split("\n\n"))
    links = "".join(
        f'<li class="nav-item"><a href="/{chance.choice(NOUNS)}/{chance.randint(1, 9999)}">'
        f"{chance.choice(NOUNS).title()} and {chance.choice(NOUNS)}</a></li>\n" for _ in range(size // 50)
    )  # fmt: skip
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{sentence(chance)[:60]}</title></head><body>"
        f"<nav><ul>{links}</ul></nav><main><article><h1>{sentence(chance)[:60]}</h1>{body}</article></main>"
        f"<footer>All rights reserved</footer></body></html>"
    )
