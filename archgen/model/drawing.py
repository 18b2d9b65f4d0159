"""What a figure shows, without coordinates: the layout decides where it stands."""

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from archgen.dsl.appearance import Tone
from archgen.model.kept import Kept
from archgen.model.picture import LineStyle
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.figures.panel import Panel

# By what a line means: that somebody waits or nobody does, a push, a copy kept in step, what failed, several lines as one.
Style = LineStyle
Shape = Literal["card", "question", "answer", "closed", "outside"]
Direction = Literal["down", "right"]


@dataclass(frozen=True)
class Box:
    """Something with a name: a component, a question, an answer.

    `glyph` names an icon of `svg/icons`, empty for none. `shape` is `card` for a component, `question` for a node of a
    decision tree and `answer` for its leaf; `closed` for what stands for all that is in a group, `outside` for what belongs to
    another figure. `frame` is the id of the frame it stands in. `to` is the name of the figure that it leads to.

    `load` is how busy it is, in a few words; `errors`, `warnings` and `infos` are how many findings speak of it.
    `kind` is what it is in words, `owner` who answers for it.
    """

    id: str
    title: str
    subtitle: str = ""
    glyph: str = ""
    tone: Tone = "neutral"
    shape: Shape = "card"
    frame: str | None = None
    to: str = field(default="", compare=False)
    load: str = ""
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    kind: str = field(default="", compare=False)
    owner: str = field(default="", compare=False)

    @property
    def findings(self) -> str:
        """How many findings of each severity speak of it; empty for none."""
        counts = ((self.errors, "error"), (self.warnings, "warning"), (self.infos, "info"))
        return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)


@dataclass(frozen=True)
class Arrow:
    """A line with a head, from box to box or frame: `source` and `target` are their ids.

    With `back` it leads against the order of things: what it ends at stands before what it begins at; with `both` it has a head
    at either end. `of` are the ids of what it stands for, `said` is that in a sentence.
    """

    source: str
    target: str
    label: str = ""
    style: Style = "solid"
    back: bool = False
    both: bool = False
    tone: Tone = "neutral"
    of: tuple[str, ...] = field(default=(), compare=False)
    said: str = field(default="", compare=False)


@dataclass(frozen=True)
class Frame:
    """A titled region around boxes and other frames."""

    id: str
    title: str
    parent: str | None = None
    tone: Tone = "neutral"
    boundary: str = field(default="", compare=False)


@dataclass(frozen=True)
class LegendEntry:
    """What a style of line means, said under the figure."""

    style: Style
    meaning: str


@dataclass(frozen=True)
class Drawing:
    """Boxes, frames and arrows, to be placed in layers along `direction`. `name` is the stem of its file.

    `divisible` says that it may be drawn as several figures where it is too large for one. `trail` are the figures that lead to
    it and itself, by what they are called there, each with its name but for the last. `kept` is how it is to be arranged.
    `among` is how many boxes the whole has of which it is one figure of several, 0 where it is the only one. A `trial`
    is drawn to learn whether it fits a page: with less care, once it is plain that it does not.
    """

    name: str
    title: str
    description: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()
    frames: tuple[Frame, ...] = ()
    direction: Direction = "down"
    legend: tuple[LegendEntry, ...] = ()
    divisible: bool = False
    trail: tuple[tuple[str, str], ...] = ()
    kept: Kept | None = None
    among: int = 0
    trial: bool = False


@dataclass(frozen=True)
class Message:
    """One numbered step of a sequence: what passes from one participant to another, or to itself.

    `number` is its place in the sequence where it is empty. `time` says when it is sent; with `lost` it never arrives.
    """

    source: str
    target: str
    text: str
    style: Style = "solid"
    number: str = ""
    time: str = ""
    lost: bool = False


@dataclass(frozen=True)
class Note:
    """A text over participants, and those between them, before the message of the place `before`; over none, over all.

    `case` is the place among the cases of the one that it belongs to, None for none.
    """

    text: str
    before: int
    over: tuple[str, ...] = ()
    tone: Tone = "neutral"
    case: int | None = None


@dataclass(frozen=True)
class Activation:
    """A participant is at work from the message of the place `first` up to before `last`."""

    participant: str
    first: int
    last: int


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
    """Messages between participants over time, to be placed along lifelines. `name` is the stem of its file.

    `frames` are drawn around the participants that stand in them, which stand beside one another.
    """

    name: str
    title: str
    description: str
    participants: tuple[Box, ...]
    messages: tuple[Message, ...]
    legend: tuple[LegendEntry, ...] = ()
    cases: tuple[Case, ...] = ()
    notes: tuple[Note, ...] = ()
    activations: tuple[Activation, ...] = ()
    numbered: bool = True
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True)
class Part:
    """One panel of a figure: what it shows, and what stands above it; empty for nothing."""

    content: "Drawing | Sequence | Panel"
    title: str = ""


@dataclass(frozen=True)
class Panels:
    """Panels under one headline, with what to take away from them. `name` is the stem of its file."""

    name: str
    title: str
    description: str
    parts: tuple[Part, ...]
    subtitle: str = ""
    takeaway: str = ""


Drawn = Drawing | Sequence | Panels
Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Diagram(Generic[Subject]):
    """A kind of figure: what it is drawn of, and how. A subject with nothing to show gives no drawings."""

    title: str
    of: type[Subject]
    draw: Callable[[Subject], Iterable[Drawn]]
