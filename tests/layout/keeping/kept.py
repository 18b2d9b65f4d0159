"""Drawings that are to be arranged in some way or other, and how far parts of them moved."""

from collections.abc import Mapping
from dataclasses import replace
from statistics import median

from hypothesis import strategies as st

from archgen.layout.place import place
from archgen.layout.placement import Area
from archgen.layout.ranks import names
from archgen.model.drawing import Drawing
from archgen.model.kept import Hint, Kept, Stand
from tests.layout.drawings import drawings, rects

WISHES = st.sampled_from(["same_row", "above", "below", "left_of", "right_of", "near"])


@st.composite
def kept_drawings(draw: st.DrawFn) -> Drawing:
    """Any drawing with any rows: of all its parts, of some, of parts that it has no longer; and with any hints."""
    drawing = replace(draw(drawings()), direction="down")
    parts = [*names(drawing), "gone"]
    order = draw(st.permutations(parts))
    shown = order[: draw(st.integers(0, len(order)))]
    cuts = sorted(draw(st.lists(st.integers(0, len(shown)), max_size=3)))
    rows = [shown[start:end] for start, end in zip([0, *cuts], [*cuts, len(shown)], strict=True)]
    at = st.one_of(st.none(), st.integers(0, 90))
    stands = tuple(tuple(Stand(part, draw(at)) for part in row) for row in rows)
    hints = draw(st.lists(st.builds(Hint, st.sampled_from(parts), WISHES, st.sampled_from(parts)), max_size=2))
    ends = draw(st.lists(st.builds(Hint, st.sampled_from(parts), st.just("row"), st.sampled_from(["first", "last"])), max_size=1))
    drops = tuple(draw(st.lists(st.integers(0, 40), max_size=4)))
    return replace(drawing, kept=Kept(stands, drops, (*hints, *ends), draw(st.booleans())))


def boxes(drawing: Drawing) -> Mapping[str, Area]:
    """Where the boxes of a drawing are placed."""
    found = rects(place(drawing), "box", "question", "answer", "closed", "outside")
    return {box.id: area for box, area in zip(drawing.boxes, found, strict=True)}


def moved(before: Mapping[str, Area], after: Mapping[str, Area]) -> set[str]:
    """The boxes that are more than half a box from where they were, all of them moving together put aside."""
    both = [name for name in before if name in after]
    x = median(after[name].centre.x - before[name].centre.x for name in both)
    y = median(after[name].centre.y - before[name].centre.y for name in both)
    return {
        name
        for name in both
        if abs(after[name].centre.x - before[name].centre.x - x) > before[name].width / 2
        or abs(after[name].centre.y - before[name].centre.y - y) > before[name].height / 2
    }
