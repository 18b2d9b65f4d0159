"""What is worth reading beside an entry, in lines."""

from collections.abc import Iterable, Iterator

from archgen.model.explanation import Related


def related_lines(related: Iterable[Related]) -> Iterator[str]:
    """A line for each: how `archgen explain` knows it, of which sort it is, and its title."""
    for one in related:
        name = f"{one.id} {one.name}" if one.id != one.name else one.name
        yield f"- `{name}` ({one.sort}): {one.title}"
