"""Words of a design's own, which no other design knows: the same design in the words of the language, and what that loses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, cast

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.design import Design
from archgen.dsl.later import refused
from archgen.dsl.naming import kind
from archgen.dsl.part import Part
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.shape import shape
from archgen.dsl.word import Word, attributes, is_abstract
from archgen.errors import Fault, SpecError
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.refusal import refusals
from archgen.values import dataclass
from archgen.vocabulary.components.system import System

LANGUAGE = ("archgen.dsl.", "archgen.vocabulary.")
# What words are made of, and none itself.
BELOW = (Part, Word)
W = TypeVar("W", bound=Word)
Lost = dict[type[Word], set[str]]


@dataclass(frozen=True)
class OwnWord:
    """A word of a design's own: what stands for it, and which of its attributes are lost."""

    name: str
    instead: str
    lost: Sequence[str]

    def __str__(self) -> str:
        lost = f", without {', '.join(self.lost)}" if self.lost else ""
        return f"{self.name}, a word of this design's own, is written as {self.instead}{lost}."


def in_the_language(architecture: Architecture) -> tuple[Architecture, Sequence[OwnWord]]:
    """The architecture with every word of its own replaced by the nearest of the language, and these words.

    Raises SpecError where there is none, or it cannot state the same.
    """
    if all(known(type(word)) for word in _words(architecture.design)):
        return architecture, ()
    lost: Lost = {}
    restated = link(_Restating(architecture, lost).design())
    own = [OwnWord(cls.__name__, _instead(cls), sorted(names)) for cls, names in lost.items()]
    return restated, sorted(own, key=lambda one: one.name)


def known(cls: type[Word]) -> bool:
    """Whether a word is one of the language."""
    return cls.__module__.startswith(LANGUAGE)


def nearest(cls: type[W]) -> type[W] | None:
    """The word of the language that says most of what this one says; None where only abstract ones do."""
    fitting = (one for one in cls.__mro__ if issubclass(one, Word) and known(one) and not is_abstract(one) and one not in BELOW)
    return cast("type[W] | None", next(fitting, None))


def _instead(cls: type[Word]) -> str:
    near = nearest(cls)
    return kind(near) if near else "the connections that it brings"


def _words(design: Design) -> Iterator[Word]:
    """The design and every word in it."""
    waiting: list[object] = [design]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, Word) and id(value) not in seen:
            seen.add(id(value))
            yield value
            waiting.extend(attributes(value).values())
        elif isinstance(value, Sequence) and not isinstance(value, str):
            waiting.extend(value)


class _Restating:
    """Makes a design anew, each part once and under the id that it has. `lost` are the attributes that each own word loses."""

    def __init__(self, architecture: Architecture, lost: "Lost") -> None:
        self.architecture, self.lost = architecture, lost
        self.made: dict[Word, Word] = {}

    def design(self) -> Design:
        """The whole design, its components listed, so that none is lost with an attribute that spoke of it."""
        design = self.architecture.design
        parts = [*self.architecture.components(), *(part for part in design.parts if not isinstance(part, Component))]
        given = {"parts": list(self._parts(parts)), "data": [self.word(part) for part in self.architecture.data()]}
        return self._built(design, nearest(type(design)), given)

    def _parts(self, parts: Iterable[Word]) -> Iterator[Word]:
        """The parts made anew; for a pattern of the design's own, the connections that it brings."""
        for part in parts:
            if isinstance(part, PatternInstance) and not known(type(part)):
                self.lost[type(part)] = set()
                yield from map(self.word, part.connections)
            else:
                yield self.word(part)

    def word(self, word: Word) -> Word:
        """The word made anew."""
        if word not in self.made:
            given: dict[str, object] = {}
            if isinstance(word, (Part, Connection)):
                given["id"] = self.architecture.ids[word]
            if isinstance(word, System):
                inner = _Restating(link(word.design), self.lost)
                given["design"] = inner.design()
                given |= {"entry": inner.made[word.entry]} if word.entry else {}
            self.made[word] = made = self._built(word, nearest(type(word)), given)
            if isinstance(word, PatternInstance) and isinstance(made, PatternInstance):
                self.made.update(zip(word.connections, made.connections, strict=True))
        return self.made[word]

    def _built(self, word: Word, cls: type[W] | None, given: Mapping[str, object]) -> W:
        if cls is None:
            raise _refused(word, "there is no word of the language that could stand for it")
        stated = {name: value for name, value in attributes(word).items() if name not in given}
        if not known(type(word)):
            self.lost.setdefault(type(word), set()).update(set(stated) - set(shape(cls)))
        values = {name: self._value(value) for name, value in stated.items() if name in shape(cls)}
        try:
            return cls(**{**values, **given})
        except refused() as problem:
            raise _refused(word, next(refusals(problem, cls, lambda _: None)).message) from problem

    def _value(self, value: object) -> object:
        if isinstance(value, Word):
            return self.word(value)
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [self._value(inner) for inner in value]
        return value


def _refused(word: Word, why: str) -> SpecError:
    name = type(word).__name__
    return SpecError([Fault(f"{name} cannot be written in words that are not the design's own: {why}")])
