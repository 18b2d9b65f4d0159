"""A figure with every shape at its place, in CSS pixels; y grows downwards.

Shapes are painted in their order. They carry roles and tones, never colours: the theme decides those. What several shapes
belong to is their `mark`: `part:` and the id of a box or frame, `line:` and that of a connection, `bundle:` and those of several
that share their way, `step:` and its number.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from archgen.dsl.appearance import Tone
from archgen.values import dataclass

RectRole = Literal[
    "box",
    "frame",
    "halo",
    "question",
    "answer",
    "activation",
    "badge",
    "tile",
    "slip",
    "strip",
    "bar",
    "ring",
    "pin",
    "closed",
    "outside",
]
# By what a line means; drawings say it.
LineStyle = Literal["solid", "dashed", "push", "replication", "dead_letter", "merged"]
LineRole = Literal["arrow", "lifeline", "rule", "plot", "band"]
TextRole = Literal[
    "title",
    "subtitle",
    "label",
    "frame-title",
    "step",
    "legend",
    "badge",
    "headline",
    "opening",
    "body",
    "strong",
    "value",
    "outside",
    "verbatim",
]
Family = Literal["Inter", "JetBrains Mono"]


@dataclass(frozen=True)
class Typeface:
    """Size in pixels, weight and family of a role of text."""

    size: float
    weight: Literal[400, 600]
    family: Family = "Inter"


# At a column of 728 pixels type must stay at 9 pixels or more: with 12 pixels a figure may be 970 wide.
MAX_WIDTH = 960.0
TYPEFACES: Mapping[TextRole, Typeface] = {
    "title": Typeface(14, 600),
    "subtitle": Typeface(12, 400),
    "label": Typeface(12, 400),
    "frame-title": Typeface(12, 600),
    "step": Typeface(12, 600),
    "legend": Typeface(12, 400),
    "badge": Typeface(12, 600),
    "headline": Typeface(18, 600),
    "opening": Typeface(13, 400),
    "body": Typeface(12.5, 400),
    "strong": Typeface(12.5, 600),
    "value": Typeface(20, 600),
    "outside": Typeface(14, 600),
    "verbatim": Typeface(12, 400, "JetBrains Mono"),
}


@dataclass(frozen=True)
class Point:
    """A place in a picture, in pixels from its top left corner."""

    x: float
    y: float


@dataclass(frozen=True)
class Rect:
    """A rectangle with rounded corners. A `halo` hides the line under a label and has the colour of the ground."""

    x: float
    y: float
    width: float
    height: float
    role: RectRole = "box"
    tone: Tone = "neutral"
    radius: float = 8
    mark: str = field(default="", compare=False)


@dataclass(frozen=True)
class Line:
    """A line through `points`, its corners rounded by `radius`; with `head`, an arrow that ends at the last point.

    With `tail` it has a head at its first point too. A line that `leaves` another begins where that ends, one that `joins`
    another ends where that begins: they are drawn as one, and are round up to there.
    """

    points: tuple[Point, ...]
    role: LineRole = "arrow"
    style: LineStyle = "solid"
    tone: Tone = "neutral"
    head: bool = True
    radius: float = 6
    tail: bool = False
    leaves: bool = False
    joins: bool = False
    mark: str = field(default="", compare=False)


@dataclass(frozen=True)
class Text:
    """One line of text. `x` is its `anchor`, `y` its baseline; `width` is what it measures, and is held to."""

    x: float
    y: float
    text: str
    width: float
    role: TextRole
    anchor: Literal["start", "middle", "end"] = "start"
    tone: Tone = "neutral"
    mark: str = field(default="", compare=False)


@dataclass(frozen=True)
class Icon:
    """An icon by its name, in a square of `size` pixels whose top left corner is given."""

    x: float
    y: float
    name: str
    size: float = 20
    tone: Tone = "neutral"
    mark: str = field(default="", compare=False)


@dataclass(frozen=True)
class Link:
    """A part of a picture that leads to the figure named `to`; `title` says what that shows."""

    x: float
    y: float
    width: float
    height: float
    to: str
    title: str
    radius: float = 8
    role: Literal["link"] = "link"
    tone: Tone = "neutral"
    mark: str = field(default="", compare=False)


Shape = Rect | Line | Text | Icon | Link


@dataclass(frozen=True)
class Picture:
    """All shapes of one figure. `description` is what a reader who does not see it is told."""

    title: str
    description: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
