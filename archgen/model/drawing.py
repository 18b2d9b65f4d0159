"""What a figure shows, without coordinates: the layout decides where it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from archgen.dsl.appearance import Tone

Style = Literal["solid", "dashed"]
Direction = Literal["down", "right"]


@dataclass(frozen=True)
class Box:
    """Something with a name: a component, a question, an answer.

    `glyph` names an icon of `svg/icons`, empty for none. `shape` is `card` for a component, `question` for a node of a
    decision tree and `answer` for its leaf. `frame` is the id of the frame it stands in.
    """

    id: str
    title: str
    subtitle: str = ""
    glyph: str = ""
    tone: Tone = "neutral"
    shape: Literal["card", "question", "answer"] = "card"
    frame: str | None = None


@dataclass(frozen=True)
class Arrow:
    """A line with a head, from box to box or frame: `source` and `target` are their ids.

    With `back` it leads against the order of things: what it ends at stands before what it begins at.
    """

    source: str
    target: str
    label: str = ""
    style: Style = "solid"
    back: bool = False


@dataclass(frozen=True)
class Frame:
    """A titled region around boxes and other frames."""

    id: str
    title: str
    parent: str | None = None
    tone: Tone = "neutral"


@dataclass(frozen=True)
class LegendEntry:
    """What a style of line means, said under the figure."""

    style: Style
    meaning: str


@dataclass(frozen=True)
class Drawing:
    """Boxes, frames and arrows, to be placed in layers along `direction`. `name` is the stem of its file."""

    name: str
    title: str
    description: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()
    frames: tuple[Frame, ...] = ()
    direction: Direction = "down"
    legend: tuple[LegendEntry, ...] = ()


@dataclass(frozen=True)
class Message:
    """One numbered step of a sequence: what passes from one participant to another, or to itself.

    `number` is its place in the sequence where it is empty.
    """

    source: str
    target: str
    text: str
    style: Style = "solid"
    number: str = ""


@dataclass(frozen=True)
class Case:
    """Messages that pass in another case, set apart under its text: from the place `first`, from 0, up to before `last`.

    Of several cases that begin at one place, the outer one stands first.
    """

    text: str
    first: int
    last: int
    tone: Tone = "neutral"


@dataclass(frozen=True)
class Sequence:
    """Messages between participants over time, to be placed along lifelines. `name` is the stem of its file."""

    name: str
    title: str
    description: str
    participants: tuple[Box, ...]
    messages: tuple[Message, ...]
    legend: tuple[LegendEntry, ...] = ()
    cases: tuple[Case, ...] = ()


Drawn = Drawing | Sequence
Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Diagram(Generic[Subject]):
    """A kind of figure: what it is drawn of, and how. A subject with nothing to show gives no drawings."""

    title: str
    of: type[Subject]
    draw: Callable[[Subject], Iterable[Drawn]]
