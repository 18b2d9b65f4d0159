"""What a pattern needs, and how its own structure says that it is there."""

from collections.abc import Iterator

from archgen.dsl.pattern import Need
from archgen.dsl.readable import named
from archgen.model.rule import stated


def met(need: Need) -> Iterator[str]:
    """What meets a need: an attribute by what it states, a word that states nothing of it by its name."""
    for word, attributes in need.met_by.items():
        yield from (stated(word, attribute).text for attribute in attributes)
        if not attributes:
            yield named(word)
