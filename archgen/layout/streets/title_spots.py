"""Frames -> a place for each title along the upper border of its frame, where no line comes through."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from archgen.layout.placement import Area, Placement, Route
from archgen.layout.rows import TITLE_HEIGHT, TITLE_INSET
from archgen.layout.streets.label_spots import Ground

CLEAR = 5.0


def place_titles(placement: Placement, routes: Sequence[Route]) -> tuple[Placement, Sequence[str]]:
    """Put each title as far left as it is free; return the frames where it is free nowhere."""
    ground = Ground()
    for route in routes:
        for start, end in pairwise(route):
            ground.take_line(start, end, CLEAR)
    titles: dict[str, Area] = {}
    lost = []
    for name, title in placement.titles.items():
        frame = placement.frames[name]
        left, right = frame.left + TITLE_INSET, frame.right - TITLE_INSET
        at = left
        for begins, _, ends, *_ in sorted(ground.near(left, title.top, right, title.top + TITLE_HEIGHT)):
            if begins - at >= title.width:
                break
            at = max(at, ends)
        if at + title.width > right + 1:
            lost.append(name)
            at = left
        titles[name] = Area(at, title.top, at + title.width, title.bottom)
    return replace(placement, titles=titles), lost


def widened(pads: Mapping[str, float], placement: Placement, lost: Sequence[str]) -> Mapping[str, float]:
    """Room on the left of the frames whose title found none."""
    return {**pads, **{name: placement.titles[name].width + 2 * TITLE_INSET for name in lost}}
