"""Whether figures can be read: what is wrong with them as Chromium draws them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.legibility.browser import open_page, show, turn
from tests.legibility.measured import Colour, Extent, Ink, Measured, Stroke, read, texts

COLUMN = 728.0  # the width of the column in which a figure is read
LEAST_SIZE = 9.0
TOUCH = 1.0
NEAR_END = 6.0
INSET = 3.0
NO_FIGURE = (("no-figure", "the page shows no SVG"),)
MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")


@dataclass(frozen=True)
class Defect:
    """Something in a figure that a reader stumbles over."""

    figure: str
    kind: str
    detail: str


def audit(svg_texts: Mapping[str, str], dark: bool = False) -> list[Defect]:
    """Return every defect of the figures, drawn for a reader who prefers light or dark."""
    defects: list[Defect] = []
    with open_page(dark=dark) as page:
        told = Telling(page)
        for name, svg in svg_texts.items():
            show(page, svg, dark=dark)
            found = _judge(read(*seen)) if (seen := told()) else NO_FIGURE
            defects.extend(Defect(name, kind, detail) for kind, detail in found)
    return defects


def audit_in_both(svg_texts: Mapping[str, str]) -> list[Defect]:
    """Return every defect by light and then, of each figure, those in the dark, whose names say so.

    What stands in the dark where it stands by light is judged once. Each figure begins as the one before it ended.
    """
    defects: list[Defect] = []
    with open_page() as page:
        told = Telling(page)
        for place, (name, svg) in enumerate(svg_texts.items()):
            begins_dark = place % 2 == 1
            show(page, svg, dark=begins_dark)
            seen = {begins_dark: told()}
            turn(page, dark=not begins_dark)
            seen[not begins_dark] = told()
            light, dark = seen[False], seen[True]
            by_light = _judge(read(*light)) if light else NO_FIGURE
            in_the_dark = _darkened(light, dark) if light and dark else ()
            defects.extend(Defect(name, kind, detail) for kind, detail in by_light)
            defects.extend(Defect(f"{name} in the dark", kind, detail) for kind, detail in in_the_dark)
    return defects


Told = tuple[Mapping[str, Any], Sequence[Any]]  # where all is, and the colours of the texts


class Telling:
    """Has a page measured; what is the same as before, the page does not tell again."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.drawn: Mapping[str, Any] = {}

    def __call__(self) -> Told | None:
        answer = self.page.evaluate(MEASURE)
        if answer is None:
            return None
        drawn, colours = answer
        if drawn is not None:
            self.drawn = json.loads(drawn)
        return self.drawn, json.loads(colours)


def _darkened(light: Told, dark: Told) -> "Found":
    return _pale(texts(*dark)) if light[0] is dark[0] else _judge(read(*dark))


Found = Iterator[tuple[str, str]]


def _judge(figure: Measured) -> Found:
    yield from _clipped(figure)
    yield from _text_on_text(figure)
    yield from _out_of_box(figure)
    yield from _line_on_text(figure)
    yield from _line_through_box(figure)
    yield from _box_on_box(figure)
    yield from _tiny(figure)
    yield from _pale(figure.texts)
    yield from _untold(figure)


def _clipped(figure: Measured) -> Found:
    for text in figure.texts:
        if not figure.extent.grown(TOUCH / 2).covers(text.extent):
            yield "clipped", text.content


def _text_on_text(figure: Measured) -> Found:
    for one, other in combinations(figure.texts, 2):
        shared = one.extent.shared(other.extent)
        if shared > 4 and shared > 0.03 * min(one.extent.area, other.extent.area):
            yield "text-on-text", f"{one.content} / {other.content}"


def _out_of_box(figure: Measured) -> Found:
    for text in figure.texts:
        if any(_sticks_out(text, box, figure) for box in figure.grounds(text)):
            yield "text-out-of-box", text.content


def _sticks_out(text: Ink, box: Stroke, figure: Measured) -> bool:
    """Tell whether a text leaves a box that holds some of it, with nothing of its own to stand on."""
    own = (other for other in figure.shapes if other.opaque and box.order < other.order < text.order)
    return not box.extent.grown(TOUCH).covers(text.extent) and not any(
        other.extent.grown(TOUCH).covers(text.extent) for other in own
    )


def _line_on_text(figure: Measured) -> Found:
    lines = [(shape, shape.extent.grown(TOUCH)) for shape in figure.shapes if shape.stroked]
    for text in figure.texts:
        core = text.extent.grown(-TOUCH)
        near = [shape for shape, reach in lines if reach.meets(core)]
        if any(_crosses(shape, core, text, figure) for shape in near):
            yield "line-on-text", text.content


def _crosses(shape: Stroke, core: Extent, text: Ink, figure: Measured) -> bool:
    if text.backed and shape.order < text.order:
        return False
    left, top, right, bottom = core
    within = [(x, y) for x, y in shape.points if left < x < right and top < y < bottom]
    if not within:
        return False
    covers = [other.extent for other in figure.shapes if other.opaque and shape.order < other.order < text.order]
    return any(not any(cover.has(point) for cover in covers) for point in within)


def _nodes(figure: Measured) -> dict[Stroke, str]:
    """Every box with a text of its own, and that text."""
    return {home: text.content for text, home in reversed(list(figure.homes.items())) if home.extent.area > 200}


def _line_through_box(figure: Measured) -> Found:
    nodes = _nodes(figure)
    cards = [node for node in nodes if node.stroked]
    leaves = [node for node in nodes if not any(card is not node and node.extent.covers(card.extent) for card in cards)]
    inner = [(node, node.extent.grown(-INSET)) for node in leaves]
    for line in (shape for shape in figure.shapes if not shape.closed):
        reach = line.extent.grown(TOUCH)
        for node in (node for node, core in inner if reach.meets(core)):
            if (node.stroked or line.order > node.order) and _runs_through(line, node.extent):
                yield "line-through-box", nodes[node]


def _runs_through(line: Stroke, box: Extent) -> bool:
    ends = line.points[0], line.points[-1]
    if any(box.grown(NEAR_END).has(end) for end in ends):
        return False
    inner = box.grown(-INSET)
    return any(inner.has(point) for point in line.points)


def _box_on_box(figure: Measured) -> Found:
    nodes = _nodes(figure)
    for one, other in combinations(nodes, 2):
        shared = one.extent.shared(other.extent)
        if 30 < shared < 0.97 * min(one.extent.area, other.extent.area):
            yield "box-on-box", f"{nodes[one]} / {nodes[other]}"


def _tiny(figure: Measured) -> Found:
    shrink = min(1.0, COLUMN / figure.extent.right)
    for text in figure.texts:
        if text.size * shrink < LEAST_SIZE:
            yield "tiny-text", f"{text.content} ({text.size * shrink:.1f} px)"


def _pale(inks: Iterable[Ink]) -> Found:
    for text in inks:
        large = text.size >= 24 or (text.size >= 18.66 and text.weight >= 700)
        worst = min((contrast(ink, ground) for ink, ground in text.colours), default=21.0)
        if worst < (3.0 if large else 4.5):
            yield "low-contrast", f"{text.content} ({worst:.1f})"


def _untold(figure: Measured) -> Found:
    if not figure.title or not figure.labelled:
        yield "no-title", ""
    if not figure.description:
        yield "no-desc", ""
    if figure.role != "img":
        yield "no-role", figure.role


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
