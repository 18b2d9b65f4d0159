"""Charts: bars to compare, lines over time or load; on even or logarithmic scales, with thresholds."""

import dataclasses
import math
from typing import Annotated

from archgen.dsl.appearance import Tone
from archgen.dsl.marks import Limits
from archgen.dsl.readable import number
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word
from archgen.figures.panel import Panel

Number = float
TIMES = {"ns": -9, "us": -6, "ms": -3, "s": 0}  # as powers of ten, the smallest first


@word
class Threshold(Word):
    """A value that should not be passed, or that something begins at."""

    value: Number = dataclasses.field(kw_only=False)
    """Where it lies, in the unit of the scale."""
    text: Name = dataclasses.field(kw_only=False)
    """What it is."""
    tone: Tone = "bad"
    """The family of its colour."""


@word
class Piece(Word):
    """A part of a bar."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is; pieces of one name have one colour."""
    value: Annotated[float, Limits(ge=0)] = dataclasses.field(kw_only=False)
    """How much it is, in the unit of the chart."""
    tone: Tone = "compute"
    """The family of its colour."""


@word
class Bar(Word):
    """One thing with its value."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called."""
    value: Annotated[float, Limits(ge=0)] = dataclasses.field(kw_only=False)
    """How much it is, in the unit of the chart."""
    text: Text = ""
    """What stands at its end; empty for the value with its unit."""
    note: Text = ""
    """What stands under its name."""
    tone: Tone = "compute"
    """The family of its colour."""
    pieces: Listed[Piece] = ()
    """What it is made of, from left to right; they add up to the value. None for a bar in one piece."""

    def __post_init__(self) -> None:
        Word.__post_init__(self)
        total = sum(piece.value for piece in self.pieces)
        if self.pieces and not math.isclose(total, self.value, rel_tol=1e-6, abs_tol=1e-9):
            raise ValueError(f"the pieces of {self.name!r} add up to {total:g}, and its value is {self.value:g}")

    def told(self, unit: str) -> str:
        """Its value, what it is made of, and its note."""
        made = ", ".join(f"{piece.name} {with_unit(piece.value, unit)}" for piece in self.pieces)
        more = "; ".join(filter(None, (made, self.note)))
        return f"{self.name}: {self.text or with_unit(self.value, unit)}{f' ({more})' if more else ''}."


@word
class BarChart(Panel):
    """Values to compare: a bar for each, from the top down in the order given."""

    bars: Listed[Bar] = dataclasses.field(kw_only=False)
    """The bars."""
    unit: Text = ""
    """What values are counted in; empty for a plain number."""
    most: Annotated[float, Limits(gt=0)] | None = None
    """Where the scale ends, so that charts beside one another can have the same; None for the largest value."""
    logarithmic: bool = False
    """Whether each step of the scale is ten times the one before; bars then show how many steps apart values are."""
    thresholds: Listed[Threshold] = ()
    """Values that are drawn across all bars."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        if not self.bars:
            raise ValueError("a chart needs at least one bar")
        if self.logarithmic and any(bar.value <= 0 for bar in self.bars):
            raise ValueError("on a logarithmic scale every value is above zero")
        if self.logarithmic and any(bar.pieces for bar in self.bars):
            raise ValueError("pieces add up by eye on an even scale only; leave them out, or make the scale even")
        tones = {piece.name: piece.tone for piece in self.all_pieces}
        mixed = next((piece.name for piece in self.all_pieces if tones[piece.name] != piece.tone), None)
        if mixed is not None:
            raise ValueError(f"pieces called {mixed!r} have several colours; give them one")

    @property
    def all_pieces(self) -> tuple[Piece, ...]:
        """The pieces of all bars."""
        return tuple(piece for bar in self.bars for piece in bar.pieces)

    def said(self, value: float) -> str:
        """A value with its unit; on a scale of many sizes of times each in the unit that suits it."""
        return with_unit(*in_own_unit(value, self.unit)) if self.logarithmic else with_unit(value, self.unit)

    def told(self) -> str:
        """Every bar with its value, and every threshold."""
        bars = (bar.told(self.unit) for bar in self.bars)
        limits = (f"{limit.text} at {self.said(limit.value)}." for limit in self.thresholds)
        return " ".join((*bars, *limits))


@word
class Axis(Word):
    """A scale of a line chart."""

    name: Name = dataclasses.field(kw_only=False)
    """What is measured along it."""
    unit: Text = ""
    """What it is counted in; empty for a plain number."""
    logarithmic: bool = False
    """Whether each step is ten times the one before."""
    least: Number | None = None
    """Where it begins; None for zero, or the smallest value where that is below."""
    most: Number | None = None
    """Where it ends; None for a round number above the largest value."""


@word
class Callout(Word):
    """A point of a line that is to be noticed."""

    at: Number = dataclasses.field(kw_only=False)
    """Where it lies along; its height is that of the line there."""
    text: Name = dataclasses.field(kw_only=False)
    """What is to be noticed."""


@word
class Highlight(Word):
    """A range of what is measured along, in which something holds."""

    start: Number = dataclasses.field(kw_only=False)
    """Where it begins."""
    end: Number = dataclasses.field(kw_only=False)
    """Where it ends."""
    text: Name = dataclasses.field(kw_only=False)
    """What holds there."""
    tone: Tone = "bad"
    """The family of its colour."""

    def __post_init__(self) -> None:
        Word.__post_init__(self)
        if self.end <= self.start:
            raise ValueError(f"a range ends after it begins; this one begins at {self.start:g} and ends at {self.end:g}")


@word
class Series(Word):
    """Values that belong together: a line."""

    name: Name = dataclasses.field(kw_only=False)
    """What it shows; it stands at the line's end."""
    points: Listed[tuple[Number, Number]] = dataclasses.field(kw_only=False)
    """Where it goes through: along and up, in the units of the axes; along never falls."""
    tone: Tone = "compute"
    """The family of its colour."""
    dashed: bool = False
    """Whether the line is broken, as for what is only expected or allowed."""
    stepped: bool = False
    """Whether a value holds until the next one."""
    breaks: Listed[Number] = ()
    """Where it stops and begins anew: between the points around each, there is nothing to show."""
    callouts: Listed[Callout] = ()
    """Points of it that are to be noticed."""

    def __post_init__(self) -> None:
        Word.__post_init__(self)
        xs = [x for x, _ in self.points]
        if xs != sorted(xs):
            raise ValueError(f"the points of {self.name!r} go back; give them from left to right")
        beyond = next((one for one in self.callouts if not xs or not xs[0] <= one.at <= xs[-1]), None)
        if beyond is not None:
            raise ValueError(f"{self.name!r} does not reach {beyond.at:g}, where {beyond.text!r} should be")

    def height(self, at: float) -> float:
        """How high the line is there: between two points straight on, or as high as the last one where it is stepped."""
        before = max((point for point in self.points if point[0] <= at), key=lambda point: point[0])
        after = next((point for point in self.points if point[0] > at), before)
        if self.stepped or after[0] == before[0]:
            return before[1]
        return before[1] + (after[1] - before[1]) * (at - before[0]) / (after[0] - before[0])


@word
class LineChart(Panel):
    """How one thing follows from another: lines over two axes."""

    series: Listed[Series] = dataclasses.field(kw_only=False)
    """The lines."""
    along: Axis = dataclasses.field(kw_only=False)
    """What is measured from left to right."""
    up: Axis = dataclasses.field(kw_only=False)
    """What is measured upwards."""
    thresholds: Listed[Threshold] = ()
    """Values of the upward axis that are drawn across."""
    highlights: Listed[Highlight] = ()
    """Ranges of the axis along that stand out."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        if not self.series or any(len(series.points) < 2 for series in self.series):
            raise ValueError("a line chart needs at least one series, each of two points or more")
        for axis, place in ((self.along, 0), (self.up, 1)):
            if axis.logarithmic and any(point[place] <= 0 for series in self.series for point in series.points):
                raise ValueError(f"{axis.name!r} is logarithmic: every value on it is above zero")

    def told(self) -> str:
        """What is measured; each line by its first, highest and last point and its callouts; every threshold and every range."""
        measured = f"Upwards {self.up.name}, along {self.along.name}."
        lines = (self._line(series) for series in self.series)
        ranges = (
            f"{one.text} from {with_unit(one.start, self.along.unit)} to {with_unit(one.end, self.along.unit)}."
            for one in self.highlights
        )
        return " ".join((measured, *lines, *(self._limit(limit) for limit in self.thresholds), *ranges))

    def _line(self, series: Series) -> str:
        first, last = series.points[0], series.points[-1]
        highest = max(series.points, key=lambda point: point[1])
        between = f", {self._at(highest)} at the highest" if highest not in (first, last) else ""
        noticed = (f"; {one.text}: {self._at((one.at, series.height(one.at)))}" for one in series.callouts)
        return f"{series.name}: from {self._at(first)}{between} to {self._at(last)}{''.join(noticed)}."

    def _at(self, point: tuple[float, float]) -> str:
        x, y = point
        return f"{with_unit(y, self.up.unit)} at {with_unit(x, self.along.unit)}"

    def _limit(self, limit: Threshold) -> str:
        return f"{limit.text} at {with_unit(limit.value, self.up.unit)}."


def in_own_unit(value: float, unit: str) -> tuple[float, str]:
    """A time in the largest unit of which it is one or more; all else as it is.

    >>> in_own_unit(100_000, "us"), in_own_unit(0.01, "us"), in_own_unit(12_000, "/s")
    ((100.0, 'ms'), (10.0, 'ns'), (12000, '/s'))
    """
    if unit not in TIMES:
        return value, unit
    fitting = [other for other, power in TIMES.items() if value * 10.0 ** (TIMES[unit] - power) >= 1 - 1e-9]
    suits = fitting[-1] if fitting else next(iter(TIMES))
    return round(value * 10.0 ** (TIMES[unit] - TIMES[suits]), 9), suits


def with_unit(value: float, unit: str) -> str:
    """A number with what it counts.

    >>> with_unit(12000, "/s"), with_unit(0.5, "ms"), with_unit(3, "")
    ('12,000/s', '0.5 ms', '3')
    """
    return f"{number(value)}{unit}" if unit.startswith("/") else f"{number(value)} {unit}".rstrip()
