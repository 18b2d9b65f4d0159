"""Routing and labelling grow no faster than n log n in the straight pieces of lines that a figure holds.

Steps are counted, lines of code that run, as time would depend on the machine. Level pieces are stacked by a tree of maxima over
the places where they begin and end (tracks.py); what is near a label is found in a grid of buckets, and of a long piece only what
lies near the middle of its line is looked at (label_spots.py).
"""

import math
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from archgen.layout.anatomy import ROOMY, measure
from archgen.layout.ranks import names, shelved
from archgen.layout.rows import title_width
from archgen.layout.streets import label_spots, lines, tracks
from archgen.layout.streets.across import place_across
from archgen.layout.streets.chains import stratify
from archgen.layout.streets.label_spots import place_labels
from archgen.layout.streets.lines import Room, lay_lines
from archgen.layout.streets.order import arrange_rows
from archgen.layout.streets.ports import assign_ports
from archgen.layout.streets.straightening import slide, straighten
from tests.benchmarks.layered_graph import drawing

FILES = {module.__file__ for module in (label_spots, lines, tracks)}
SPREAD, BETWEEN, ALLOWED = 270.0, 40.0, 1.35


def steps(work: Callable[[], Any]) -> tuple[int, Any]:
    """How many lines of the code of routing and labelling run, and what comes of it."""
    count = 0

    def line(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(lambda frame, *_: line if frame.f_code.co_filename in FILES else None)
    try:
        made = work()
    finally:
        sys.settrace(before)
    return count, made


def worked(count: int) -> tuple[int, int, int]:
    """The pieces of a figure, the steps that its lines take, and those of its labels."""
    drawn = drawing(count)
    anatomies = {box.id: measure(box, ROOMY) for box in drawn.boxes}
    titles = {frame.id: title_width(frame) for frame in drawn.frames}
    widths = {name: (anatomies[name].width if name in anatomies else titles[name]) + BETWEEN for name in names(drawn)}
    strata = stratify(drawn, shelved(drawn, widths, SPREAD * math.sqrt(count)))
    order = arrange_rows(strata)
    ports = assign_ports(drawn, strata, order, anatomies, {})
    places, gaps = place_across(strata, order, ports, titles, {}, BETWEEN, math.inf)
    places = straighten(strata, order, ports, places, gaps)
    ports = slide(strata, ports, places, {})
    routing, stood = steps(lambda: lay_lines(drawn, strata, ports, places, Room()))
    labelling, _ = steps(lambda: place_labels(drawn.arrows, stood.placement, stood.routes, patience=1))
    return sum(len(route) - 1 for route in stood.routes), routing, labelling


@pytest.fixture(scope="module")
def sizes() -> list[tuple[int, int, int]]:
    return [worked(count) for count in (60, 240, 960)]


@pytest.mark.parametrize(("what", "name"), [(1, "routing"), (2, "labelling")], ids=["routing", "labelling"])
def test_steps_grow_no_faster_than_n_log_n(sizes: list[tuple[int, int, int]], what: int, name: str) -> None:
    each = [size[what] / (size[0] * math.log2(size[0])) for size in sizes]
    assert max(each[1:]) <= ALLOWED * each[0], (
        f"{name} takes {each} steps for each n log n, at {[size[0] for size in sizes]} pieces"
    )
