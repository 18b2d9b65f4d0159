"""The numbers of components and connections as text, those that answer the same question below one heading."""

from collections.abc import Iterable, Sequence

from archgen.cli.terminal.walkthroughs import columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.model.estimate import Quantity


def part_tables(numbers: Iterable[tuple[str, str, "Quantity"]]) -> Sequence[str]:
    """A table for each heading that has numbers: whose each is, what it is called, and how much."""
    from archgen.documents.measures import by_heading

    return ["\n".join([heading, *columns(_rows(below))]) for heading, below in by_heading(numbers, lambda one: one[1]).items()]


def _rows(numbers: Iterable[tuple[str, str, "Quantity"]]) -> Sequence[tuple[str, str, str]]:
    return [(f"  {id}", quantity.name, str(quantity)) for id, _, quantity in numbers]
