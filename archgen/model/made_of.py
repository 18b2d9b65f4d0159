"""What a design is made of: itself and every word that it states."""

from collections.abc import Iterator

from archgen.dsl.design import Design
from archgen.dsl.word import Word, attributes


def made_of(design: Design) -> Iterator[Word]:
    """The design and every word that it is made of, each once."""
    waiting: list[object] = [design]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, Word):
            yield value
            waiting.extend(attributes(value).values())
        elif isinstance(value, (list, tuple)):
            waiting.extend(value)
