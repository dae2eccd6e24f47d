"""Articles about invented people and places, always the same: with copies, rewordings, and words that many share."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

PEOPLE = ["Mara Osk", "Tamsin Reed", "Pell Ardwin", "Zofia Młynarz", "Orla Quill", "Bram Teller", "Ivo Sand", "Ada Wren"]
ROLES = ["mayor", "harbour master", "governor", "head teacher", "chief engineer"]
TOWNS = ["Orrin", "Ellery", "Lorne", "Skerry", "Tamsin Bay"]
OUTLETS = ["Coastwire", "The Orrin Courier", "Ellery Post", "Lorne Evening News"]
VERBS = ["repair", "rebuild", "close", "inspect", "sell", "open", "paint", "move", "measure", "insure", "flood", "guard"]
THINGS = [
    "bridge", "lighthouse", "school", "ferry", "quarry", "mill", "market", "library", "reservoir", "railway", "orchard",
    "hospital", "theatre", "dredger", "bakery", "chapel", "tannery", "sluice", "kiln", "granary", "archive", "depot",
]
DAYS = ["winter", "spring", "harvest", "midsummer", "Easter", "the election", "the storms", "the festival"]


def saying(chance: random.Random) -> str:
    """A sentence that somebody says."""
    first, second, third = chance.sample(THINGS, 3)
    one, two = chance.sample(VERBS, 2)
    return (
        f"We will {one} the old {first} of {chance.choice(TOWNS)} before {chance.choice(DAYS)}, {two} every {second} "
        f"behind the {third}, and nobody will pay {chance.choice(['more', 'less', 'twice', 'later'])} for it"
    )


def reworded(words: str, chance: random.Random) -> str:
    """The sentence with another word in it, or with less."""
    parts = words.split(" ")
    if chance.random() < 0.4:
        return " ".join(parts[: chance.randrange(9, len(parts) - 2)]).rstrip(",")
    parts[chance.randrange(3, len(parts))] = chance.choice(THINGS)
    return " ".join(parts)


def reported(words: str, who: str, chance: random.Random) -> str:
    """A paragraph in which somebody says it."""
    town, role = TOWNS[PEOPLE.index(who) % len(TOWNS)], ROLES[PEOPLE.index(who) % len(ROLES)]
    form = chance.randrange(4)
    if form == 0:
        return f"“{words},” said {who}, the {role} of {town}."
    if form == 1:
        return f"{who}, the {role} of {town}, said: \"{words}.\""
    if form == 2:
        return f"{who} said that {words[0].lower()}{words[1:]}."
    return f"\"{words},\" a spokesman for the council of {town} said on Monday."


def news(seed: int = 7, count: int = 320) -> Iterator[str]:
    """Lines of JSON."""
    chance = random.Random(seed)
    told: list[tuple[str, str]] = []
    for number in range(count):
        paragraphs = [f"It rained in {chance.choice(TOWNS)} for day {number}."]
        if number % 4 == 0:
            # More than 64 of these differ and have most words in common: those words tell nothing.
            ends = ["".join(chance.choices("aeioklmnprstv", k=6)) for _ in range(5)]
            words = f"The harbour wall must be repaired before the autumn tides arrive, with {' or '.join(ends)}"
            paragraphs.append(f"\"{words},\" said Mara Osk, the mayor of Orrin.")
        for _ in range(chance.randrange(1, 4)):
            if told and chance.random() < 0.6:
                words, who = chance.choice(told)
                if chance.random() < 0.5:
                    words = reworded(words, chance)
            else:
                words, who = saying(chance), chance.choice(PEOPLE)
                told.append((words, who))
            paragraphs.append(reported(words, who, chance))
        article = {
            "id": f"n{number}",
            "text": "\n\n".join(paragraphs),
            "url": f"https://news.example/{number}",
            "outlet": chance.choice(OUTLETS),
            "headline": f"News of day {number}",
            "published": f"2026-03-{1 + number % 28:02d}",
        }
        yield json.dumps(article, ensure_ascii=False) + "\n"
