"""Articles as windows of wordpieces with labels.

A window holds whole consecutive paragraphs with [SEP] between; a paragraph too long for one is cut at the
best sentence end. Labels are BIO tags on each word's first piece, and for each word of a content the
position of its cue, for each word of a cue the position of its source (0, the [CLS], for none).
"""

import dataclasses
import re

from . import words as w

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
IGNORED = -100


@dataclasses.dataclass
class Segment:
    """A paragraph or a part of one: parallel lists over words."""

    spans: list  # (start, end) in the copy's text
    pieces: list
    shapes: list
    quotations: list

    @property
    def length(self):
        return sum(map(len, self.pieces))


def segments(copy, wordpieces, limit, lowered=False):
    found = []
    for match in re.finditer(r"[^\r\n]+", copy.text):
        start, end = match.span()
        spans = w.split(copy.text, start, end)
        if not spans:
            continue
        states = w.quotation_states(copy.text, spans, start, end)
        texts = [copy.text[s:e] for s, e in spans]
        texts = [copy.renamed.get(t, t) for t in texts]
        shapes = [w.shape(t) for t in texts]
        if lowered:
            shapes = [w.LOWER if s in (w.TITLE, w.UPPER, w.MIXED, w.CAPITAL) else s for s in shapes]
        pieces = [wordpieces(t) for t in texts]
        whole = Segment(spans, pieces, shapes, states)
        if whole.length + 2 <= limit:
            found.append(whole)
        else:
            found += cut(whole, w.breaks(copy.text, spans, states), limit - 2)
    return found


def cut(segment, scores, limit):
    """Parts of at most `limit` pieces; each ends at the best place in its second half, the last such."""
    parts, start, n = [], 0, len(segment.spans)
    while start < n:
        length, end = 0, start
        best, best_score = None, 0
        while end < n and length + len(segment.pieces[end]) <= limit:
            length += len(segment.pieces[end])
            end += 1
            if end < n and scores[end] and length * 2 >= limit and scores[end] >= best_score:
                best, best_score = end, scores[end]
        if end == start:
            end = start + 1
        elif end < n and best:
            end = best
        fields = (segment.spans, segment.pieces, segment.shapes, segment.quotations)
        parts.append(Segment(*(f[start:end] for f in fields)))
        start = end
    return parts


def owners(attributions):
    """Code point of the article → (kind, attribution, span); a cue hides a source, a source a content."""
    owner = {}
    for kind in ("content", "source", "cue"):
        for i, attribution in enumerate(attributions):
            for span in attribution[kind]:
                held = owner.get(span[0])
                if kind == "source" and held and held[0] == "source" and held[2] == span:
                    continue  # one source of several cues
                for at in range(*span):
                    owner[at] = (kind, i, span)
    return owner


def grouped(parts, limit, first_limit=None):
    """Consecutive segments, as many as fit each window."""
    packed, length = [[]], 1
    room = first_limit or limit
    for part in parts:
        if packed[-1] and length + part.length + 1 > room:
            packed.append([])
            length, room = 1, limit
        packed[-1].append(part)
        length += part.length + 1
    return [group for group in packed if group]


def windows(copy, attributions, wordpieces, limit, first_limit=None, lowered=False):
    """Training windows: dicts of parallel lists over pieces."""
    owner = owners(attributions)
    groups = grouped(segments(copy, wordpieces, limit, lowered), limit, first_limit)
    return [window(copy, group, owner, attributions, wordpieces) for group in groups]


def window(copy, group, owner, attributions, wordpieces):
    r = dict(ids=[wordpieces.cls], shapes=[w.PUNCTUATION], quotations=[w.OUTSIDE], first=[True],
             labels=[IGNORED], cues=[IGNORED], sources=[IGNORED])  # fmt: skip
    held, place = [None], {}
    for part in group:
        previous = None
        for (s, e), pieces, shape, quotation in zip(part.spans, part.pieces, part.shapes, part.quotations):
            own = next((owner[o] for o in (copy.origin[k] for k in range(s, e)) if o in owner), None)
            label = 0
            if own:
                key = (own[0], own[2])
                label = 1 + 2 * ("source", "cue", "content").index(own[0]) + (key == previous)
                previous = key
            else:
                previous = None
            for k in range(s, e):
                place.setdefault(copy.origin[k], len(r["ids"]))
            for k, piece in enumerate(pieces):
                r["ids"].append(piece)
                r["shapes"].append(shape)
                r["quotations"].append(quotation)
                r["first"].append(k == 0)
                r["labels"].append(label if k == 0 else IGNORED)
                held.append(own if k == 0 else None)
        for key, value in dict(ids=wordpieces.sep, shapes=w.PUNCTUATION, quotations=w.OUTSIDE, first=False,
                               labels=IGNORED).items():  # fmt: skip
            r[key].append(value)
        held.append(None)
    place.pop(-1, None)

    def head(spans):
        return next((place[k] for span in spans[:1] for k in range(*span) if k in place), 0)

    r["cues"] = [head(attributions[o[1]]["cue"]) if o and o[0] == "content" else IGNORED for o in held]
    r["sources"] = [head(attributions[o[1]]["source"]) if o and o[0] == "cue" else IGNORED for o in held]
    return r
