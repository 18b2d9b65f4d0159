"""Decision records: a decision as a file of its own, in the form of Markdown Architectural Decision Records (MADR 4)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen.documents.escaping import plain
from archgen.dsl.naming import slug
from archgen.dsl.pattern import Pattern
from archgen.model.decided import Decided

FILE = re.compile(r"(\d{4,})-.*\.md")
# What tells a record of archgen's, and of what it is.
MARK = re.compile(r"<!-- archgen: (?P<subject>\S+) (?P<choice>\S+) -->")
STATUS = re.compile(r"^status: .*$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A decision to record: `design` is the name and summary of what it is taken for, empty for nothing in particular."""

    decided: Decided
    patterns: Mapping[str, Pattern]
    design: str = ""
    summary: str = ""
    date: str = ""

    @property
    def subject(self) -> str:
        """What is decided, for a tool that looks for it."""
        return "/".join(filter(None, (slug(self.design).replace("_", "-") if self.design else "", self.decided.tree.name)))


@dataclass(frozen=True)
class Recorded:
    """A record that is there: its file, its number, what it decides on, what for, and whether another one took its place."""

    name: str
    number: int
    subject: str
    choice: str
    superseded: bool


def recorded(files: Mapping[str, str]) -> Sequence[Recorded]:
    """The records among the files of a folder, by their names, in the order of their numbers; those of others have no subject."""
    found = []
    for name, text in sorted(files.items()):
        number, mark = FILE.fullmatch(name), MARK.search(text)
        status = STATUS.search(text)
        if number:
            subject, choice = (mark["subject"], mark["choice"]) if mark else ("", "")
            found.append(Recorded(name, int(number[1]), subject, choice, bool(status and "superseded" in status[0])))
    return sorted(found, key=lambda one: one.number)


def additions(cases: Sequence[Case], files: Mapping[str, str]) -> Mapping[str, str]:
    """What has to be written so that every case is recorded: new records, and old ones that a new one takes the place of.

    A decision that is recorded with the choice that it has now is left as it is.
    """
    written: dict[str, str] = {}
    known = list(recorded(files))
    for case in cases:
        choice = case.decided.choice
        before = next((one for one in reversed(known) if one.subject == case.subject and not one.superseded), None)
        if choice is None or (before and before.choice == choice):
            continue
        number = max((one.number for one in known), default=0) + 1
        name = f"{number:04}-{slug(case.decided.tree.title).replace('_', '-')[:60].rstrip('-')}.md"
        written[name] = record(case, number, before)
        known.append(Recorded(name, number, case.subject, choice, superseded=False))
        if before:
            text = {**files, **written}[before.name]
            written[before.name] = STATUS.sub(f"status: superseded by {number:04}", text, count=1)
    return written


def record(case: Case, number: int, before: Recorded | None = None) -> str:
    """The record of a decision; `before` is the one whose place it takes."""
    return "\n".join(_lines(case, number, before)) + "\n"


def _lines(case: Case, number: int, before: Recorded | None) -> Iterator[str]:
    decided, choice = case.decided, case.decided.choice or ""
    yield from ("---", "status: accepted", *([f"date: {case.date}"] if case.date else []), "---")
    yield from (f"<!-- archgen: {case.subject} {choice} -->", "", f"# {number:04}. {plain(decided.tree.title)}", "")
    yield from ("## Context and Problem Statement", "")
    if case.design:
        yield from (f"{plain(case.design)}: {plain(case.summary or decided.tree.title)}", "")
    yield from (plain(decided.tree.claim), "")
    if before:
        yield from (f"Takes the place of [{before.number:04}]({before.name}), which chose {before.choice}.", "")
    yield from ("## Decision Drivers", "")
    yield from (f"* {plain(one.question)} **{plain(one.answer)}**" for one in decided.walk.answers)
    yield from ("", "## Considered Options", "")
    refused = [one for one in decided.tree.value.refused(decided.walk) if one.pattern != choice]
    yield from (f"* {_title(case, pattern)}" for pattern in (choice, *(one.pattern for one in refused)))
    yield from ("", "## Decision Outcome", "", f"Chosen option: {_title(case, choice)}, because {_because(case)}", "")
    yield from _consequences(case)
    yield from ("## Pros and Cons of the Options", "")
    for one in refused:
        yield from (f"### {_title(case, one.pattern)}", "")
        yield from (f"* Not taken: {plain(one.answer.question)} **{plain(one.answer.answer)}**", "")


def _because(case: Case) -> str:
    """The reason of the design, which counts before that of the tree."""
    decided = case.decided
    own = decided.decision.reason if decided.decision else None
    advised = decided.walk.chosen.reason if decided.walk.chosen else ""
    if decided.departs:
        return (
            plain(own or "the design takes it, and does not say why") + f". The tree advises {decided.advice}: {plain(advised)}."
        )
    return plain(own or advised or "the design takes it, and does not say why").rstrip(".") + "."


def _consequences(case: Case) -> Iterator[str]:
    pattern = case.patterns.get(case.decided.choice or "")
    if pattern and pattern.trade_offs:
        yield from ("### Consequences", "")
        yield from (f"* Good, because {plain(one.gain)}" for one in pattern.trade_offs)
        yield from (f"* Bad, because {plain(one.cost)}" for one in pattern.trade_offs)
        yield ""


def _title(case: Case, pattern: str) -> str:
    known = case.patterns.get(pattern)
    return plain(known.title if known else pattern)
