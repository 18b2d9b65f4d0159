"""The numbers of components and connections as text, those that answer the same question below one heading."""

from collections.abc import Iterable, Iterator, Sequence

from archgen.cli.terminal.walkthroughs import columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.model.estimate import Quantity


Number = tuple[str, str, "Quantity"]
OVER = " !"
LEGEND = "! over 1: more comes than can be taken; --why PART tells how that came about"


def part_tables(numbers: Iterable[Number]) -> Sequence[str]:
    """A table for each heading that has numbers: whose each is, what it is called, and how much; what is over is marked."""
    from archgen.documents.measures import by_heading

    headed = by_heading(numbers, lambda one: one[1])
    return ["\n".join([heading, *columns(list(_rows(below)))]) for heading, below in headed.items()]


def legend(tables: Iterable[str]) -> Sequence[str]:
    """What the mark in these tables means; nothing where none has it."""
    return [LEGEND] if any(line.endswith(OVER) for table in tables for line in table.splitlines()) else []


def _rows(numbers: Iterable[Number]) -> Iterator[tuple[str, str, str]]:
    for id, measure, quantity in numbers:
        over = measure.endswith("utilisation") and quantity.value > 1
        yield f"  {id}", quantity.name, f"{quantity}{OVER if over else ''}"
