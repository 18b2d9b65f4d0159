"""The numbers of walkthroughs as text, and how one of them is named on the command line."""

from collections.abc import Iterator, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.model.architecture import Architecture
    from archgen.model.estimate import Estimate, Quantity


def subject_of(architecture: "Architecture", name: str) -> str:
    """The id of a part; else that of the walkthrough of that name or id. Raises UnknownNameError."""
    from archgen.dsl.naming import slug
    from archgen.errors import UnknownNameError
    from archgen.model.estimate import walkthrough_id

    try:
        return architecture.id(architecture.part(name))
    except UnknownNameError:
        walkthroughs = {one.name: walkthrough_id(one) for one in architecture.design.walkthroughs}
        for called, id in walkthroughs.items():
            if name == id or slug(name) == slug(called):
                return id
        raise UnknownNameError("part", name, [*architecture.ids.values(), *walkthroughs]) from None


def walkthrough_tables(architecture: "Architecture", numbers: "Estimate") -> Sequence[tuple[str, str]]:
    """Of each walkthrough of which something is known its id, and its numbers with what they are made of below its name."""
    from archgen.documents.numbers import value
    from archgen.model.estimate import walkthrough_id

    tables = []
    known: dict[str, list[Quantity]] = {walkthrough_id(one): [] for one in architecture.design.walkthroughs}
    for (subject, _), quantity in numbers.quantities.items():
        if subject in known:
            known[subject].append(quantity)
    for walkthrough in architecture.design.walkthroughs:
        id = walkthrough_id(walkthrough)
        own = known[id]
        rows = [(f"  {one.name}", value(one), one.derivation.formula) for one in own]
        if rows:
            tables.append((id, "\n".join([walkthrough.name, *columns(rows)])))
    return tables


def columns(rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """Rows of three texts below one another."""
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return (f"{first:<{widths[0]}}  {second:<{widths[1]}}  {third}" for first, second, third in rows)
