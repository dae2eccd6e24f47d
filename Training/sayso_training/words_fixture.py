"""Writes the fixture that holds the Swift program's words to the ones trained on.

    python -m sayso_training.words_fixture > ../Tests/SaysoStatementsTests/Fixtures/words.tsv

A line is a paragraph, a tab, and for each word its shape, quotation state and break.
"""

from . import words as w

TEXTS = [
    'The mayor’s plan “will not work,” said Dr. Ilse Maarten. “Not now.” She left.',
    '"We will go," she said."And stay," he added.The envoy agreed.Nobody else did.',
    "‘We’ll build it,’ said Brandt. ‘And we’ll pay,’ he told the ‘Ferry Post’ in the '90s.",
    "„Wir gehen“, sagte sie. «Nous partons», dit-il. »Gut«, antwortete er.",
    "``It is done,'' the clerk wrote. ''Done?'' asked Ms. Orr.",
    "A 12\" pipe, 5' 10\" tall, burst at 3.5 m on Jan. 4. J. K. Marrow saw it. The U.S. Senate did not!",
    '“She said ‘no’ to me,” he said; ("maybe," others say) — “who knows?”',
    "ALL CAPS SAID THE iPhone McVey of the U.N., aged 4th. École Ödön Zoë co\u00adop ½ €5 ٣٤ 東京",
    "He asked: \"Why? Because we must. And we can.\" Then \"silence. No more, said Venn. \"Ever,\" he added.",
    "“One paragraph that opens and never closes. It runs on. And on",
    "No marks at all here, said the ministry of fish. It is so. p. 4 is missing. Really? Yes! ok",
    "“ ” \" ' ‘ ’ « » „ . ? !",
    "Ends with stop.” Begins again.’ “So,” she said.“It goes.” 4 of 5 left. 12. 5 more.",
]


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def main():
    for text in TEXTS:
        spans = w.split(text)
        states = w.quotation_states(text, spans, 0, len(text))
        scores = w.breaks(text, spans, states)
        cells = [f"{w.shape(text[s:e])}{q}{b}" for (s, e), q, b in zip(spans, states, scores)]
        print(escaped(text) + "\t" + " ".join(cells))


if __name__ == "__main__":
    main()
