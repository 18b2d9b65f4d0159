"""What a pattern needs, and how its own structure says that it is there."""

from collections.abc import Iterator

from archgen.dsl.pattern import Need
from archgen.dsl.readable import named
from archgen.model.rule import stated


def met(need: Need) -> Iterator[str]:
    """What meets a need: each word by its name, with what it states for it."""
    for word, attributes in need.met_by.items():
        called = f"{named(word)}: "
        said = ", ".join(stated(word, attribute).text.removeprefix(called) for attribute in attributes)
        yield f"{called}{said}" if said else named(word)
