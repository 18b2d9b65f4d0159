"""Which parts a word speaks of: in its attributes, and in the policies, steps and lists that these hold."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from archgen.dsl.connection import Connection
from archgen.dsl.part import Part
from archgen.dsl.word import Word, attributes

# Most of what words state, and nothing that could hold a part.
PLAIN = (str, int, float, timedelta)


def referred(word: Word) -> Iterator[Part | Connection]:
    """Every part that the word speaks of, in the order of its attributes; not what those speak of in turn."""
    stated = attributes(word)
    for name in word.elsewhere:
        stated.pop(name, None)
    return parts_among(stated.values())


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
