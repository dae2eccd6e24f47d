"""Small charts as SVG, which follow the reader's light or dark colours."""

import html
import math

WIDTH, LEFT, RIGHT = 640, 150, 90
STYLE = (
    "<style>text{font:13px system-ui,sans-serif;fill:#222}.soft{fill:#666;font-size:12px}.bar{fill:#2f6f8f}"
    ".other{fill:#b0803a}.line{stroke:#2f6f8f;fill:none;stroke-width:2}.dot{fill:#2f6f8f}.grid{stroke:#ccc}"
    "@media(prefers-color-scheme:dark){text{fill:#eee}.soft{fill:#aaa}.bar,.dot{fill:#6fb7d8}.other{fill:#d8a85f}"
    ".line{stroke:#6fb7d8}.grid{stroke:#444}}</style>"
)


def document(height, title, body):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{html.escape(title)}">\n{STYLE}\n<text x="10" y="20" font-weight="600">{html.escape(title)}</text>\n'
        + "\n".join(body)
        + "\n</svg>\n"
    )


def text(x, y, words, kind="", anchor="start"):
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{html.escape(words)}</text>'


def bars(title, rows):
    """Horizontal bars: rows of name, value, label, and whether it is ours."""
    top = max(value for _, value, _, _ in rows)
    room = WIDTH - LEFT - RIGHT
    body = []
    for index, (name, value, label, own) in enumerate(rows):
        y = 40 + 30 * index
        length = max(1.0, room * value / top)
        body.append(text(LEFT - 8, y + 15, name, anchor="end"))
        body.append(f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="20" class="{"bar" if own else "other"}"/>')
        body.append(text(LEFT + length + 6, y + 15, label))
    return document(50 + 30 * len(rows), title, body)


def nice(top):
    """A number that is not below `top` and has round quarters."""
    scale = 10 ** math.floor(math.log10(top))
    return next(scale * step for step in (1, 2, 4, 6, 8, 10) if scale * step >= top * 0.9999)


def lines(title, points, x_name, y_name, x_labels=None, logarithmic=False):
    """One line through points (x, y); y begins at zero."""
    height, left, bottom, up = 300, 70, 250, 50
    room = WIDTH - left - 40
    place = math.log10 if logarithmic else float
    low, high = place(points[0][0]), place(points[-1][0])
    top = nice(max(y for _, y in points) * 1.1)

    def at(x, y):
        across = left + room * (place(x) - low) / ((high - low) or 1)
        return across, bottom - (bottom - up) * y / top

    body = []
    for step in range(5):
        value = top * step / 4
        y = at(points[0][0], value)[1]
        body.append(f'<line x1="{left}" x2="{left + room}" y1="{y:.1f}" y2="{y:.1f}" class="grid"/>')
        body.append(text(left - 8, y + 4, f"{value:,g}", "soft", "end"))
    for x, label in x_labels or [(x, f"{x:,}") for x, _ in points]:
        body.append(text(at(x, 0)[0], bottom + 18, label, "soft", "middle"))
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in points))
    body.append(f'<polyline points="{path}" class="line"/>')
    if len(points) < 20:
        body += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" class="dot"/>' for x, y in (at(*p) for p in points)]
    body.append(text(left + room / 2, bottom + 38, x_name, "soft", "middle"))
    body.append(text(left, up - 10, y_name, "soft"))
    return document(height, title, body)
