"""What a page of a design tells of each component and of each step, so that its figures can lead to it."""

from archgen.model.report import Finding
from archgen.values import dataclass


@dataclass(frozen=True)
class Passing:
    """A walkthrough that passes a component: its name, the name of its figure, and the numbers of the steps there."""

    name: str
    figure: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class PartLeaf:
    """A component: what it is, what is stated of it, and what else a design's document says of it in other places.

    `figure` is the one that draws it as a part of its own; with `only` it is told of that figure alone, since another one of
    the page draws a component of this id of which something else is stated. `numbers` are what they measure, and their values.
    `accepted` are findings that a waiver allows, with its reason.
    """

    id: str
    name: str
    kind: str
    group: str
    figure: str
    facts: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    accepted: tuple[tuple[Finding, str], ...] = ()
    patterns: tuple[str, ...] = ()
    walkthroughs: tuple[Passing, ...] = ()
    only: bool = False

    @property
    def anchor(self) -> str:
        """Where its page tells of it."""
        return f"component--{self.figure}--{self.id}" if self.only else f"component--{self.id}"


@dataclass(frozen=True)
class HopLeaf:
    """A step of a walkthrough, or with `case` another case of the step before it, which has steps of its own behind it.

    `line` is the id of the connection that it goes along; `source` and `target` are the ids of its ends, as figures know them,
    `from_name` and `to_name` what they are called. `figure` is one that draws the connection as a line of its own, empty where
    none does. `took` is how long it takes, as far as that is known.
    """

    number: str
    text: str
    case: bool = False
    failure: bool = False
    ends: bool = False
    back: bool = False
    line: str = ""
    source: str = ""
    target: str = ""
    from_name: str = ""
    to_name: str = ""
    figure: str = ""
    took: str = ""


@dataclass(frozen=True)
class WalkLeaf:
    """A walkthrough as its steps, in the order in which they are told; `figure` is the name of the figure that shows it."""

    name: str
    figure: str
    hops: tuple[HopLeaf, ...]
