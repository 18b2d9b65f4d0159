"""Charts: bars to compare, lines over time or load; on even or logarithmic scales, with thresholds."""

import dataclasses
from typing import Annotated

from pydantic import Field

from archgen.dsl.appearance import Tone
from archgen.dsl.readable import number
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word
from archgen.figures.panel import Panel

Number = Annotated[float, Field(allow_inf_nan=False)]


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
class Bar(Word):
    """One thing with its value."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called."""
    value: Annotated[float, Field(ge=0, allow_inf_nan=False)] = dataclasses.field(kw_only=False)
    """How much it is, in the unit of the chart."""
    text: Text = ""
    """What stands at its end; empty for the value with its unit."""
    note: Text = ""
    """What stands under its name."""
    tone: Tone = "compute"
    """The family of its colour."""


@word
class BarChart(Panel):
    """Values to compare: a bar for each, from the top down in the order given."""

    bars: Listed[Bar] = dataclasses.field(kw_only=False)
    """The bars."""
    unit: Text = ""
    """What values are counted in; empty for a plain number."""
    most: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
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

    def said(self, value: float) -> str:
        """A value with its unit."""
        return with_unit(value, self.unit)

    def told(self) -> str:
        """Every bar with its value, and every threshold."""
        bars = (f"{bar.name}: {bar.text or self.said(bar.value)}{f' ({bar.note})' if bar.note else ''}." for bar in self.bars)
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

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        if not self.series or any(len(series.points) < 2 for series in self.series):
            raise ValueError("a line chart needs at least one series, each of two points or more")
        for series in self.series:
            xs = [x for x, _ in series.points]
            if xs != sorted(xs):
                raise ValueError(f"the points of {series.name!r} go back; give them from left to right")
        for axis, place in ((self.along, 0), (self.up, 1)):
            if axis.logarithmic and any(point[place] <= 0 for series in self.series for point in series.points):
                raise ValueError(f"{axis.name!r} is logarithmic: every value on it is above zero")

    def told(self) -> str:
        """Each line by its first, highest and last point, and every threshold."""
        return " ".join((*(self._line(series) for series in self.series), *(self._limit(limit) for limit in self.thresholds)))

    def _line(self, series: Series) -> str:
        first, last = series.points[0], series.points[-1]
        highest = max(series.points, key=lambda point: point[1])
        between = f", {self._at(highest)} at the highest" if highest not in (first, last) else ""
        return f"{series.name}: from {self._at(first)}{between} to {self._at(last)}."

    def _at(self, point: tuple[float, float]) -> str:
        x, y = point
        return f"{with_unit(y, self.up.unit)} at {with_unit(x, self.along.unit)}"

    def _limit(self, limit: Threshold) -> str:
        return f"{limit.text} at {with_unit(limit.value, self.up.unit)}."


def with_unit(value: float, unit: str) -> str:
    """A number with what it counts.

    >>> with_unit(12000, "/s"), with_unit(0.5, "ms"), with_unit(3, "")
    ('12,000/s', '0.5 ms', '3')
    """
    return f"{number(value)}{unit}" if unit.startswith("/") else f"{number(value)} {unit}".rstrip()
