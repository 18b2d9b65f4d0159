"""Rewriting: words made anew, with other parts in place of those that they speak of."""

import dataclasses
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, cast

from archgen.dsl.later import refused
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import Word, attributes
from archgen.errors import SpecError
from archgen.model.referred import referred
from archgen.model.refusal import refusals

W = TypeVar("W", bound=Word)
LEFT_OUT = object()
Given = Callable[[Word], Mapping[str, object]]


class Rewriting:
    """Makes words anew; one that nothing changes about stays the word that it is.

    `instead` is what stands in the place of a part, `given` what a word states beside what it stated. `made` are the words that
    were made anew, by those that they were made from.
    """

    def __init__(self, instead: Mapping[Word, Word], given: Given = lambda _: {}) -> None:
        self.instead, self.given = instead, given
        self.made: dict[Word, Word] = {}

    def words(self, parts: Iterable[Word]) -> None:
        """Make parts anew, and first those that they speak of, however long the row of them is."""
        for part in _spoken_of_first(parts):
            self.word(part)

    def word(self, word: W) -> W:
        """The word that stands in the place of this one."""
        if word in self.instead:
            return cast("W", self.instead[word])
        if word not in self.made:
            self.made[word] = self._anew(word)
        return cast("W", self.made[word])

    def several(self, words: Iterable[W]) -> list[W]:
        """Words in their order."""
        return [self.word(word) for word in words]

    def part(self, part: W) -> Sequence[Word]:
        """A part of a design; of a pattern whose role a group would have to take, the connections alone."""
        if not isinstance(part, PatternInstance) or LEFT_OUT not in self._changes(part).values():
            return [self.word(part)]
        return self.several(part.connections)

    def _anew(self, word: Word) -> Word:
        changes = {
            **{name: None if value is LEFT_OUT else value for name, value in self._changes(word).items()},
            **self.given(word),
        }
        if not changes:
            return word
        made = replaced(word, changes)
        object.__setattr__(made, "_call_site", word.call_site)
        if isinstance(word, PatternInstance) and isinstance(made, PatternInstance):
            self.made |= dict(zip(word.connections, made.connections, strict=False))
        return made

    def _changes(self, word: Word) -> dict[str, object]:
        """The attributes that speak of something else now."""
        stated = {name: value for name, value in attributes(word).items() if name not in word.elsewhere}
        found = {name: self._value(word, name, value) for name, value in stated.items()}
        return {name: value for name, value in found.items() if value is not stated[name]}

    def _value(self, owner: Word, name: str, value: object) -> object:
        if isinstance(value, Word):
            made = self.word(value)
            return made if type(made) is type(value) or _takes(type(owner), name, made) else LEFT_OUT
        if isinstance(value, Sequence) and not isinstance(value, str):
            items = [self._value(owner, name, item) for item in value]
            same = all(item is old for item, old in zip(items, value, strict=True))
            return value if same else [item for item in items if item is not LEFT_OUT]
        return value


def replaced(word: W, changes: Mapping[str, object]) -> W:
    """The word with other values of some attributes. Raises SpecError where it cannot have these."""
    try:
        made: W = dataclasses.replace(word, **changes)  # type: ignore[type-var]  # every word is made a dataclass by `word`
    except refused() as problem:
        raise SpecError(refusals(problem, type(word), lambda _: None)) from problem
    return made


def _takes(cls: type[Word], name: str, value: Word) -> bool:
    """Whether an attribute may hold a word of this sort, itself or in a list."""
    waiting: list[object] = [typing.get_type_hints(cls)[name]]
    while waiting:
        hint = waiting.pop()
        if isinstance(hint, type) and isinstance(value, hint):
            return True
        waiting += typing.get_args(hint)
    return False


def _spoken_of_first(parts: Iterable[Word]) -> Iterator[Word]:
    """Each part once, after all that it speaks of."""
    seen: set[Word] = set()
    waiting = [(part, False) for part in reversed([*parts])]
    while waiting:
        part, ready = waiting.pop()
        if ready:
            yield part
        elif part not in seen:
            seen.add(part)
            waiting += [(part, True), *((one, False) for one in reversed([*referred(part)]))]
