"""Explanations: all that there is to tell of a rule beside its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from archgen.dsl.design import Design
from archgen.model.catalogue import Entry
from archgen.model.report import Finding
from archgen.model.rule import Rule, Severity

Language = Literal["yaml", "python", "toml"]


@dataclass(frozen=True, eq=False)
class Shown:
    """A design of a rule as the text of the file `path`.

    `differing` are the lines, from 1, that the text of the other design does not have, `states` what only this design states.
    """

    design: Design
    path: str
    text: str
    differing: Sequence[int] = ()
    states: Sequence[str] = ()


@dataclass(frozen=True)
class Evidence:
    """What findings rest on in words of one kind: the attributes that are read, the numbers that are derived.

    `besides` is what else of them counts, such as that they are there; empty for nothing.
    """

    word: str
    attributes: Sequence[str]
    numbers: Sequence[str]
    besides: str


@dataclass(frozen=True)
class ShownOption:
    """An option of a rule as its reader needs it: how values are written, and the default in that form."""

    name: str
    form: str
    default: str
    meaning: str


@dataclass(frozen=True)
class Snippet:
    """Lines to take over, and where they go: `place` is a sentence."""

    language: Language
    place: str
    text: str


@dataclass(frozen=True)
class Related:
    """An entry worth reading: what sort it is of, its code or name, and its title."""

    sort: str
    id: str
    name: str
    title: str


@dataclass(frozen=True, eq=False)
class Explanation:
    """A rule, explained.

    `findings` are what it says of its first flagged design, `evidence` is what its findings on any of them rest on, and
    `severities` are how bad these are, the worst first. `asks` says that some of them are questions. `waivers` are empty for what
    the engine itself reports, which nothing waives; `milder` is how to switch the rule off, or how to make it count for less.
    `how_bad`, `mending` and `waiving` say some of that in sentences, with code in backticks; `mending` may be empty.
    """

    entry: Entry[Rule]
    flagged: Shown | None
    accepted: Shown | None
    findings: Sequence[Finding]
    evidence: Sequence[Evidence]
    severities: Sequence[Severity]
    asks: bool
    options: Sequence[ShownOption]
    configured: Snippet | None
    waivers: Sequence[Snippet]
    milder: Snippet
    related: Sequence[Related]
    how_bad: str
    mending: str
    waiving: str
