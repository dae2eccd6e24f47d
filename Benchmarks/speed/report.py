"""Results as the tables and charts of Docs/performance.md."""

import pathlib
import re
import statistics

from . import charts

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "Docs" / "performance.md"
FIGURES = ROOT / "Docs" / "figures"
BEGIN, END = "<!-- Benchmarks/run --write begins -->", "<!-- ends -->"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows])


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def words(r, start):
    one, two, other = r["one"], r["two"], r["textacy"]
    rows = [
        ["sayso, one core", number(one["wall"]), number(one["processor"]), f"{one['wall'] / other['wall']:.1f} times"],
        ["sayso, two cores", number(two["wall"]), "", f"{r['ratio']:.2f} times one core"],
        ["textacy 0.13 with spaCy's small model, one core", number(other["wall"]), number(other["processor"]), ""],
    ]
    return (
        f"Words a second over {r['articles']} texts ({r['texts']}, {r['words']:,} words), start-up apart. textacy finds direct "
        "quotations only, paragraph by paragraph, where sayso finds direct, mixed and indirect statements, their speakers "
        "and days.\n\n"
        + table(["", "words a second", "a second of the processor", ""], rows)
        + f"\n\nStart to first statement: {start['wall'] * 1000:.0f} ms. Memory at its peak: {r['peak']:.0f} MiB.\n\n"
        "![Words a second](figures/words.svg)"
    )


def html(r):
    own, other = r["sayso"], r["peers"]
    rows = [
        ["sayso extract", number(own["wall"]), number(own["processor"]), f"{own['wall'] / other['wall']:.1f} times"],
        ["trafilatura 2.3, then textacy", number(other["wall"]), number(other["processor"]), ""],
    ]
    failed = ""
    if own.get("failed") or other.get("failed"):
        failed = f" sayso could not read {own['failed']} of the pages, the others {other['failed']}; a page counts only for whom could read it."
    return (
        f"Articles a second from {r['count']} pages ({r['pages']}, {r['bytes'] / 1e6:.1f} MB of HTML), one core, start-up "
        "apart. trafilatura finds an article's text and no statements; textacy finds direct quotations only in that text."
        + failed + "\n\n" + table(["", "articles a second", "a second of the processor", ""], rows)
    )  # fmt: skip


def scaling(r):
    rows = [
        [f"{int(count):,}", f"{v['wall'] * 1000:.2f}", f"{v['processor'] * 1000:.2f}", f"{v['whole']:.2f}", f"{v['peak']:.0f}"]
        for count, v in r.items()
    ]
    more = ""
    if "10000" in r:
        wall = r["10000"]["wall"] / r["1000"]["wall"] - 1
        processor = r["10000"]["processor"] / r["1000"]["processor"] - 1
        more = (
            f"\n\nAn article of 10,000 takes {wall:+.1%} of the time, and {processor:+.1%} of the processor's time, that one of "
            "1,000 takes."
        )
    return (
        "Invented articles of 1.5 kB as JSON Lines on standard input, two cores, start-up apart but in the fourth column:\n\n"
        + table(["articles", "ms an article", "ms of the processor", "s in all", "MiB at the peak"], rows)
        + more + "\n\n![Milliseconds an article](figures/scaling.svg)"
    )  # fmt: skip


def memory(r):
    return (
        f"{r['articles']:,} short articles in one stream, two cores: {r['wall']:.0f} s, {r['peak']:.0f} MiB at the peak; in the "
        f"first, second and last third of the run at most {', '.join(f'{x:.0f}' for x in r['thirds'])} MiB.\n\n"
        "![Memory over the run](figures/memory.svg)"
    )


def encoder(r):
    rows = [[name, rate, f"{share} %" if share is not None else ""] for name, (rate, share) in r["products"].items()]
    return (
        f"The model's products on one core, {r['kernel']}, as shares of the machine's int8 peak (dot products that touch nothing "
        "but registers):\n\n" + table(["", "thousand million multiplications a second", "of the peak"], rows)
        + f"\n\nThe whole network: {r['wordpieces']:,} wordpieces a second; {r['shares']}."
    )  # fmt: skip


def long(r):
    rows = [[f"{size} MB", f"{v['wall']:.1f}", f"{v['peak']:.0f}"] for size, v in r.items()]
    return "One long text, two cores:\n\n" + table(["", "s", "MiB at the peak"], rows)


def cost(results, price):
    seconds = results["scaling"][max(results["scaling"], key=int)]
    pages = results["html"]["sayso"]["wall"]
    texts = 2 * seconds["wall"]
    rows = [
        [f"texts of {seconds['words'] / int(max(results['scaling'], key=int)):.0f} words", f"{texts * 1e6 / 3600:,.0f}",
         f"{texts * 1e6 / 3600 * price:,.2f}"],
        [f"pages of {results['html']['bytes'] / results['html']['count'] / 1000:.0f} kB", f"{1e6 / pages / 3600:,.0f}",
         f"{1e6 / pages / 3600 * price:,.2f}"],
    ]  # fmt: skip
    return f"A million articles at {price:g} an hour for a core, which is an assumption (`--price`):\n\n" + table(
        ["", "hours of a core", "cost"], rows
    )


def spark(r):
    shares = r["shares"]
    return (
        f"{r['articles']:,} articles of {r['words'] / r['articles']:.0f} words from Parquet to Parquet with [the PySpark package](../Integrations/spark/README.md), two "
        "workers of one core each, beside the tool alone on two cores (`Benchmarks/spark`):\n\n"
        + table(
            ["", "s", "articles a second"],
            [[name, f"{r[name]:.1f}", number(r["articles"] / r[name])] for name in ("tool", "spark")],
        )
        + f"\n\nSpark reaches {statistics.median(shares):.0%} of the tool's speed ({min(shares):.0%} to {max(shares):.0%} in "
        f"{len(shares)} turns); its session took {r['session']:.1f} s more to start."
    )


def markdown(results, price):
    m = results["machine"]
    parts = [
        f"Measured on {m['date']} on {m['cores']} cores of {m['processor']}, sayso {m['version']}; `Benchmarks/run` and "
        "`Benchmarks/spark` measure anew, `Benchmarks/run --from … --write` writes this part."
    ]
    for title, name in (
        ("Words", "words"), ("Pages", "html"), ("Many articles", "scaling"), ("Memory", "memory"), ("Long texts", "long"),
        ("The network", "encoder"), ("Spark", "spark"),
    ):  # fmt: skip
        if name in results:
            write = globals()[name]
            body = write(results[name], results["start"]) if name == "words" else write(results[name])
            parts.append(f"### {title}\n\n{body}")
    if "scaling" in results and "html" in results:
        parts.append("### Cost\n\n" + cost(results, price))
    return "\n\n".join(parts)


def figures(results):
    """Charts by their files' names."""
    made = {}
    if "words" in results:
        r = results["words"]
        rows = [
            ("sayso, two cores", r["two"]["wall"], True), ("sayso, one core", r["one"]["wall"], True),
            ("textacy, one core", r["textacy"]["wall"], False),
        ]  # fmt: skip
        made["words"] = charts.bars("Words a second", [(n, v, number(v), own) for n, v, own in rows])
    if "scaling" in results:
        points = [(int(count), v["wall"] * 1000) for count, v in results["scaling"].items()]
        made["scaling"] = charts.lines(
            "Time an article, start-up apart", points, "articles in one run", "ms", logarithmic=True
        )
    if "memory" in results and len(results["memory"]["samples"]) > 1:
        r = results["memory"]
        points = [(index / (len(r["samples"]) - 1) * r["wall"], size) for index, size in enumerate(r["samples"])]
        labels = [(r["wall"] * i / 4, f"{r['wall'] * i / 4:.0f}") for i in range(5)]
        title = f"Memory while {r['articles']:,} articles stream through"
        made["memory"] = charts.lines(title, points, "seconds", "MiB", labels)
    return made


def write(results, price):
    """Puts tables and charts into the documentation."""
    page = PAGE.read_text(encoding="utf-8")
    new, count = re.subn(
        re.escape(BEGIN) + ".*?" + re.escape(END),
        lambda _: f"{BEGIN}\n\n{markdown(results, price)}\n\n{END}",
        page,
        flags=re.S,
    )
    if count != 1:
        raise SystemExit(f"{PAGE}: has not one part between {BEGIN} and {END}")
    PAGE.write_text(new, encoding="utf-8")
    FIGURES.mkdir(exist_ok=True)
    for name, chart in figures(results).items():
        (FIGURES / f"{name}.svg").write_text(chart, encoding="utf-8")
