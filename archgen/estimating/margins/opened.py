"""The numbers that a design does not state exactly, those of policies and steps included."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from archgen.dsl.connection import Connection
from archgen.dsl.design import Design
from archgen.dsl.part import Part
from archgen.dsl.ranged import Ranged
from archgen.dsl.word import Word, attributes
from archgen.model.architecture import Architecture
from archgen.model.estimate import walkthrough_id

End = Literal["low", "likely", "high"]


@dataclass(frozen=True, eq=False)
class Open:
    """A number that is not stated exactly: the word and its attribute, and what the command line calls it."""

    name: str
    word: Word
    attribute: str
    value: object

    def at(self, end: End) -> object:
        """What is stated where it is at that end; of a list, where all that are open within it are."""
        return _at(self.value, end)


def opened(architecture: Architecture) -> Sequence[Open]:
    """All of them, in the order of the parts. Where no number of this kind was ever made there is nothing to look for."""
    return list(_opened(architecture)) if Ranged.made else []


def _opened(architecture: Architecture) -> Iterator[Open]:
    design = architecture.design
    yield from _within("requirements", design.requirements)
    for part, id in architecture.ids.items():
        yield from _within(id, part)
    for walkthrough in design.walkthroughs:
        yield from _within(walkthrough_id(walkthrough), walkthrough)


def _within(name: str, word: Word) -> Iterator[Open]:
    waiting: list[tuple[str, Word]] = [(name, word)]
    while waiting:
        owner, one = waiting.pop()
        for attribute, value in _stated(one).items():
            if _is_open(value):
                yield Open(f"{owner}.{attribute}", one, attribute, value)
            waiting += [(f"{owner}.{attribute}", inner) for inner in _inner(value)]


def _stated(word: Word) -> Mapping[str, object]:
    return {name: value for name, value in attributes(word).items() if name not in word.elsewhere}


def _is_open(value: object) -> bool:
    return isinstance(value, Ranged) or (isinstance(value, tuple) and any(isinstance(one, Ranged) for one in value))


def _inner(value: object) -> Sequence[Word]:
    """The words that are written out there; parts have names of their own."""
    found = value if isinstance(value, tuple) else (value,)
    return [one for one in found if isinstance(one, Word) and not isinstance(one, (Part, Connection, Design))]


def _at(value: object, end: End) -> object:
    if isinstance(value, tuple):
        return tuple(_at(one, end) for one in value)
    return getattr(value, end) if isinstance(value, Ranged) else value
