"""Dossiers: all that goes into a design's document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.pattern import Pattern
from archgen.model.architecture import Architecture
from archgen.model.decided import Decided
from archgen.model.estimate import Estimate, Measure, Quantity
from archgen.model.picture import Picture
from archgen.model.report import Report


@dataclass(frozen=True)
class Figure:
    """A drawn figure. `name` is the stem of its file, `title` its caption, `description` says it to those who do not see it.

    `picture` is what it was painted from, None where only the SVG was asked for.
    """

    name: str
    title: str
    description: str
    svg: str
    picture: Picture | None = field(default=None, compare=False, repr=False)


def anchor(name: str) -> str:
    """The id of a figure on a page that shows it, by its name; figures lead to one another by it."""
    return f"figure-{name}"


def by_files(svg: str) -> str:
    """A figure that leads to the files of others beside it, instead of to their places on its page."""
    return re.sub(rf'href="#{anchor("")}([^"]+)"', r'href="\1.svg"', svg)


@dataclass(frozen=True)
class Stated:
    """A requirement as people read it. `meaning` says what is measured, empty where the name says it."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True)
class Derived:
    """A derived number and what it is of. `assumptions` are the places, from 1, of what it assumes among the dossier's."""

    subject: str
    measure: Measure
    quantity: Quantity
    value: str
    assumptions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Passage:
    """One step of a scenario: what passes from one component to another, and what happens instead in other cases."""

    source: str
    target: str
    text: str
    otherwise: "tuple[Instead, ...]" = ()


@dataclass(frozen=True)
class Instead:
    """Another case of a step: its number, what is the case, and what happens then."""

    number: str
    text: str
    passages: tuple[Passage, ...]
    failure: bool = False


@dataclass(frozen=True)
class Scenario:
    """A walkthrough of the design beside its figure, None where it was not drawn."""

    name: str
    summary: str
    passages: tuple[Passage, ...]
    figure: Figure | None


@dataclass(frozen=True)
class Course:
    """A state machine, workflow or migration beside its figure, None where it was not drawn."""

    behaviour: Behaviour
    figure: Figure | None


@dataclass(frozen=True)
class Ruling:
    """A decision beside the figure of its tree, None where it was not drawn."""

    decided: Decided
    figure: Figure | None


@dataclass(frozen=True, eq=False)
class Dossier:
    """A design with what archgen says of it.

    `figures` are all figures; `views` are those of the design as a whole, which belong to no scenario, behaviour or decision.
    `patterns` are those that the design or one of its decisions speaks of, by their ids, as the library has them.
    `templates` is the folder of those that stand in for sections of the document, None for none.
    """

    architecture: Architecture
    estimate: Estimate
    report: Report
    decisions: tuple[Decided, ...]
    figures: tuple[Figure, ...]
    requirements: tuple[Stated, ...]
    numbers: tuple[Derived, ...]
    assumptions: tuple[str, ...]
    scenarios: tuple[Scenario, ...]
    rulings: tuple[Ruling, ...]
    views: tuple[Figure, ...]
    courses: tuple[Course, ...] = ()
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    templates: Path | None = None
