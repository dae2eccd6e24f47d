"""Words, their shapes and their place in quotations.

`Sources/SaysoStatements/Tagging` does the same in Swift, and the network only works when both agree to the
letter: change them together. A fixture made by `words_fixture.py` holds them to it.
"""

import functools
import unicodedata

# Shapes. The vocabulary is uncased; this is what capitals still tell.
LOWER, TITLE, UPPER, MIXED, DIGITS, PUNCTUATION, CAPITAL = range(7)
SHAPES = 7

# Quotation states of a word.
OUTSIDE, OPENS, INSIDE, CLOSES, APOSTROPHE, OPENS_SINGLE, INSIDE_SINGLE, CLOSES_SINGLE = range(8)
QUOTATIONS = 8

DOUBLE_MARKS = set('"“”„‟«»＂')
SINGLE_MARKS = set("'‘’‚‛`´‹›")
PAIRS = {("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«")}
OPENING_BRACKETS = set("([{—–-/")


@functools.lru_cache(maxsize=None)
def kind(c):
    """One of ' ' (separates), 'p' (a word of its own), 'm' (continues a word, else dropped), 'w' (word)."""
    o = ord(c)
    if o < 128:
        if c.isalnum():
            return "w"
        return "p" if 32 < o < 127 else " "
    category = unicodedata.category(c)
    if category[0] == "Z" or o == 0xFFFD or 0x80 <= o < 0xA0:
        return " "
    if category in ("Cc", "Cf", "Mn"):
        return "m"
    if category[0] == "P" or 0x4E00 <= o < 0xA000 or 0x3400 <= o < 0x4DC0 or 0x20000 <= o < 0x30000:
        return "p"
    return "w"


def split(text, start=0, end=None):
    """The words of text[start:end] as (start, end) offsets in code points."""
    words, i = [], start
    end = len(text) if end is None else end
    while i < end:
        k = kind(text[i])
        if k == "p":
            words.append((i, i + 1))
            i += 1
        elif k == "w":
            j = i + 1
            while j < end and kind(text[j]) in "wm":
                j += 1
            words.append((i, j))
            i = j
        else:
            i += 1
    return words


@functools.lru_cache(maxsize=1 << 18)
def shape(word):
    letters = capitals = 0
    first = None
    for c in word:
        category = unicodedata.category(c)
        if category == "Nd":
            return DIGITS
        if category[0] == "L":
            letters += 1
            capital = category in ("Lu", "Lt")
            capitals += capital
            if first is None:
                first = capital
    if letters == 0:
        return PUNCTUATION
    if capitals == 0:
        return LOWER
    if capitals == letters:
        return UPPER if letters > 1 else CAPITAL
    return TITLE if first else MIXED


def quotation_states(text, words, start, end):
    """One state for each word of the paragraph text[start:end].

    Marks are read by what stands on their two sides first and by turns second, so that an odd mark, a
    quotation never closed or sentences glued without a space do not turn the rest inside out.
    """

    def space(i):
        return i < start or i >= end or kind(text[i]) == " "

    def alnum(i):
        return start <= i < end and kind(text[i]) == "w"

    def opens_like(i, j):
        b = i - 1
        left = space(b) or text[b] in OPENING_BRACKETS or text[b] in DOUBLE_MARKS or text[b] in SINGLE_MARKS
        return left and not space(j)

    def closes_like(i, j):
        return not space(i - 1) and not alnum(j)

    last_single = -1
    for s, e in words:
        if text[s] in SINGLE_MARKS and closes_like(s, e):
            last_single = s
    states, opener, single, skip = [], None, False, -1
    for s, e in words:
        c = text[s]
        if s == skip:
            states.append(states[-1])
            continue
        doubled = c in "'`‘’" and e < end and text[e] == c and not (alnum(s - 1) and alnum(e + 1))
        if c in DOUBLE_MARKS or doubled:
            e += doubled
            skip = e - 1 if doubled else -1
            opening, closing = opens_like(s, e), closes_like(s, e)
            if c == "„":
                opening, closing = True, False
            elif (opener, c) in PAIRS:
                opening, closing = False, True
            opens = opening and not closing if opener else not (closing and not opening)
            states.append(OPENS if opens else CLOSES)
            opener = c if opens else None
        elif c in SINGLE_MARKS:
            between = alnum(s - 1) and alnum(e)
            year = c in "'’" and e < end and text[e].isascii() and text[e].isdigit()
            if single and not between and closes_like(s, e):
                states.append(CLOSES_SINGLE)
                single = False
            elif c not in "’´›" and not (between or year or single) and opens_like(s, e) and last_single > s:
                states.append(OPENS_SINGLE)
                single = True
            else:
                states.append(APOSTROPHE)
        else:
            states.append(INSIDE if opener else INSIDE_SINGLE if single else OUTSIDE)
    return states


SENTENCE_ENDS = set(".?!")
CLOSERS = DOUBLE_MARKS | SINGLE_MARKS | set(")]}")


def breaks(text, words, states):
    """How good it is to cut before each word: 0 anywhere, 1 at a sentence's end in a quotation, 2 outside."""
    scores = [0] * len(words)
    for i in range(1, len(words)):
        j = i - 1
        while j > 0 and i - j < 8 and text[words[j][0]] in CLOSERS and states[j] != OPENS:
            j -= 1
        s, e = words[j]
        if text[s] not in SENTENCE_ENDS or j == 0:
            continue
        first = text[words[i][0]]
        if first.isalpha() and not (first.isupper() or first.istitle()):
            continue
        if states[i] in (CLOSES, CLOSES_SINGLE, APOSTROPHE):
            continue
        ps, pe = words[j - 1]
        if text[s] == "." and pe == s:
            before = text[ps:pe]
            if len(before) == 1 and before.isupper():
                continue
            if before.lower() in ABBREVIATIONS:
                continue
            if before.isdigit() and first.isdigit() and words[i][0] == e:
                continue
        scores[i] = 1 if states[i] in (INSIDE, INSIDE_SINGLE) else 2
    return scores


ABBREVIATIONS = set(
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt maj adm rev hon st jr sr no vs inc co corp ltd jan feb mar "
    "apr jun jul aug sep sept oct nov dec dept univ assn bros etc u.s ft mt".split()
)


def folding_table():
    """Scalar → at most four scalars after lower-casing, decomposition and removal of marks; ASCII apart."""
    table = {}
    for o in range(128, 0x10000):
        c = chr(o)
        if unicodedata.category(c) in ("Cs", "Cn", "Co") or 0xAC00 <= o < 0xD7B0 or 0xF900 <= o < 0xFB00:
            continue
        folded = fold_slowly(c)
        if folded != c and len(folded) <= 4:
            table[o] = [ord(x) for x in folded]
    return table


def fold_slowly(c):
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFD", c).lower())
    return "".join(x for x in decomposed if unicodedata.category(x) not in ("Mn", "Cc", "Cf"))


class Wordpieces:
    """Greedy longest match over BERT's uncased vocabulary (Wu et al., 2016)."""

    def __init__(self, vocabulary):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.cls, self.sep = (self.ids[x] for x in ("[UNK]", "[CLS]", "[SEP]"))
        self.folding = {o: "".join(map(chr, v)) for o, v in folding_table().items()}
        self.cache = {}

    def fold(self, word):
        return "".join(c.lower() if c < "\x80" else self.folding.get(ord(c), c) for c in word)

    def __call__(self, word):
        pieces = self.cache.get(word)
        if pieces is None:
            pieces = self.cache[word] = self.match(self.fold(word))
        return pieces

    def match(self, word):
        if not word or len(word) > 100:
            return [self.unknown]
        pieces, i = [], 0
        while i < len(word):
            for j in range(len(word), i, -1):
                piece = self.ids.get(("##" if i else "") + word[i:j])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            pieces.append(piece)
            i = j
        return pieces
