"""Which parts a word speaks of: in its attributes, and in the policies, steps and lists that these hold."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cache
from typing import ForwardRef, Literal, get_args, get_origin

from archgen.dsl.connection import Connection
from archgen.dsl.declared import declaration
from archgen.dsl.part import Part
from archgen.dsl.word import Word, attributes

# Most of what words state, and nothing that could hold a part.
PLAIN = (str, int, float, timedelta)


def referred(word: Word) -> Iterator[Part | Connection]:
    """Every part that the word speaks of, in the order of its attributes; not what those speak of in turn."""
    names = speaking(type(word))  # type: ignore[arg-type]  # any class can be hashed
    return parts_among([value for name in names if (value := getattr(word, name)) is not None])


@cache
def speaking(of: type[Word]) -> Sequence[str]:
    """The attributes that may hold a part, or a word that speaks of one.

    To look at all that a word states would give it a dictionary of its own, for good: that of a large design is slow to reach.
    """
    declared = declaration(of).attributes.values()
    return [one.name for one in declared if one.name not in of.elsewhere and _may_speak(one.annotation)]


def _may_speak(hint: object) -> bool:
    """Whether a word, or what is not known yet, is among what an annotation allows."""
    if isinstance(hint, type):
        return issubclass(hint, Word)
    if get_origin(hint) is Literal:
        return False
    return isinstance(hint, str | ForwardRef) or any(map(_may_speak, get_args(hint)))


def stated_within(word: Word) -> Iterator[Word]:
    """The word, and every policy, step or state within it; no part that it only speaks of."""
    waiting: list[object] = [word]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Word) and (value is word or not isinstance(value, (Part, Connection))):
            yield value
            waiting += [inner for name, inner in attributes(value).items() if name not in value.elsewhere][::-1]
        elif isinstance(value, Sequence) and not isinstance(value, str):
            waiting += value[::-1]


def parts_among(among: Iterable[object]) -> Iterator[Part | Connection]:
    """Every part among values, in the lists that these are and in what the other words of them speak of."""
    for value in among:
        if isinstance(value, (Part, Connection)):
            yield value
        elif isinstance(value, PLAIN):
            continue
        elif isinstance(value, Word):
            yield from referred(value)
        elif isinstance(value, Sequence):
            yield from parts_among(value)
