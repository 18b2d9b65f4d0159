"""The lanes that lines may run in: a grid over the placement, what is closed in it, what is taken and what it costs."""

import math
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archgen.layout.adding import added
from archgen.layout.placement import LANE, Area, Placement
from archgen.model.picture import Point

EAST, SOUTH, WEST, NORTH = range(4)
HORIZONTAL, VERTICAL = 1, 2  # bits of `taken`; a corner has both
CROSSING, TAKEN, CLOSED = 7.0, 1e4, 1e9  # what it costs to cross a line, to run over it, to run through a box
NEAR_BOX = 0.5  # added for each lane's length beside a box
NEAR_BORDER = ((LANE, 1.4), (2 * LANE, 0.6))  # likewise for each border of a frame that is closer than so many pixels
BESIDE = {HORIZONTAL: (0.8, 0.2), VERTICAL: (1.0, 0.4)}  # likewise beside a line, by the lanes between
LABELLED = 0.35  # likewise, where a label may reach
WIDEST_SHADE = 6
TITLE_CLEARANCE = 4


class Lanes:
    """A grid of cells, numbered row by row. Lines take cells and give them back; all else stays as it is made."""

    def __init__(self, placement: Placement, spare: int, aside: int) -> None:
        """`spare` lanes lie above and below everything, `aside` to the left and right."""
        extent = placement.extent
        self.left = (extent.left // LANE - aside) * LANE
        self.top = (extent.top // LANE - spare) * LANE
        self.across = int((extent.right - self.left) // LANE) + aside + 1
        self.down = int((extent.bottom - self.top) // LANE) + spare + 1
        cells = self.across * self.down
        self.step = (1, self.across, -1, -self.across)
        self.taken = bytearray(cells)
        self.region = array("H", bytes(2 * cells))  # the innermost frame, counted from 1
        self.cost_across = [1.0] * cells
        self.cost_down = [1.0] * cells
        self.costs = (self.cost_across, self.cost_down)  # as directions are numbered: the upright ones are odd
        self._close_rim()
        self._enter_frames(placement)
        for area in placement.boxes.values():
            self._beside(area)
        for area in placement.boxes.values():
            self._close(area)
        for area in placement.frames.values():
            if not any(area.overlaps(box) for box in placement.boxes.values()):
                self._close(area)
        for area in placement.titles.values():
            self._close(area.grown(TITLE_CLEARANCE))

    def cell(self, x: float, y: float) -> int:
        """The number of the cell at a point that is on a lane, rounded up otherwise."""
        return int(-((self.top - y) // LANE)) * self.across + int(-((self.left - x) // LANE))

    def point(self, cell: int) -> Point:
        """The middle of a cell."""
        return Point(self.left + cell % self.across * LANE, self.top + cell // self.across * LANE)

    def cells(self, area: Area) -> Iterator[int]:
        """Every cell in `area`, its edges included."""
        left, right = self._span(area.left, area.right, self.left, self.across)
        top, bottom = self._span(area.top, area.bottom, self.top, self.down)
        for row in range(top, bottom + 1):
            yield from range(row * self.across + left, row * self.across + right + 1)

    def price(self, way: Sequence[int]) -> float:
        """What the cells of a way cost, but for the first: more, where lines were laid over or beside it."""
        return added(self.costs[abs(cell - before) != 1][cell] for before, cell in pairwise(way))

    def take(self, run: Sequence[int], sign: int = 1, label: float = 0.0) -> None:
        """Let a line run through the corners `run`; with a `sign` of -1 it gives them back.

        `label` is how wide its label is: beside an upright line others cost more as far as that reaches.
        """
        reach = min(WIDEST_SHADE, math.ceil((label / 2 + 4) / LANE))
        beside = {HORIZONTAL: BESIDE[HORIZONTAL], VERTICAL: BESIDE[VERTICAL] + (LABELLED,) * (reach - 2)}
        for start, end in pairwise(run):
            straight = HORIZONTAL if abs(end - start) < self.across else VERTICAL
            stride = (1 if straight == HORIZONTAL else self.across) * (1 if end > start else -1)
            for cell in range(start, end + stride, stride):
                if sign > 0:
                    self.taken[cell] |= straight
                else:
                    self.taken[cell] &= ~straight
                self.cost_across[cell] += sign * (TAKEN if straight == HORIZONTAL else CROSSING)
                self.cost_down[cell] += sign * (TAKEN if straight == VERTICAL else CROSSING)
                self._shade(cell, straight, sign, beside[straight])

    def _shade(self, cell: int, straight: int, sign: int, beside: Sequence[float]) -> None:
        costs, stride = (self.cost_across, self.across) if straight == HORIZONTAL else (self.cost_down, 1)
        for distance, cost in enumerate(beside, 1):
            for neighbour in (cell - distance * stride, cell + distance * stride):
                if 0 <= neighbour < len(costs):
                    costs[neighbour] += sign * cost

    @staticmethod
    def _span(low: float, high: float, origin: float, count: int) -> tuple[int, int]:
        return max(0, int(-((origin - low) // LANE))), min(count - 1, int((high - origin) // LANE))

    def _close_rim(self) -> None:
        for column in range(self.across):
            self._shut(column)
            self._shut((self.down - 1) * self.across + column)
        for row in range(self.down):
            self._shut(row * self.across)
            self._shut((row + 1) * self.across - 1)

    def _close(self, area: Area) -> None:
        for cell in self.cells(area):
            self._shut(cell)

    def _shut(self, cell: int) -> None:
        self.cost_across[cell] = self.cost_down[cell] = CLOSED

    def _beside(self, area: Area) -> None:
        near = area.grown(LANE)
        for cell in self.cells(Area(near.left, near.top, near.right, near.top)):
            self.cost_across[cell] += NEAR_BOX
        for cell in self.cells(Area(near.left, near.bottom, near.right, near.bottom)):
            self.cost_across[cell] += NEAR_BOX
        for cell in self.cells(Area(near.left, near.top, near.left, near.bottom)):
            self.cost_down[cell] += NEAR_BOX
        for cell in self.cells(Area(near.right, near.top, near.right, near.bottom)):
            self.cost_down[cell] += NEAR_BOX

    def _enter_frames(self, placement: Placement) -> None:
        largest_first = sorted(placement.frames.values(), key=lambda area: -area.width * area.height)
        self.frames = tuple(largest_first)
        for number, area in enumerate(largest_first, 1):
            for cell in self.cells(area):
                self.region[cell] = number
            for reach, cost in NEAR_BORDER:
                self._along_border(area, reach - 1, cost)

    def _along_border(self, area: Area, reach: float, cost: float) -> None:
        for y in (area.top, area.bottom):
            for cell in self.cells(Area(area.left, y - reach, area.right, y + reach)):
                self.cost_across[cell] += cost
        for x in (area.left, area.right):
            for cell in self.cells(Area(x - reach, area.top, x + reach, area.bottom)):
                self.cost_down[cell] += cost
