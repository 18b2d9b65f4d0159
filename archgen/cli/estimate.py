"""Derive a design's numbers: load, connections, utilisation.

Every number comes with its derivation. In JSON, numbers are in base units: per second, seconds, bytes.

    archgen estimate examples/group_chat.yaml
    archgen estimate examples/group_chat.yaml --why gateway
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.given import read_given
from archgen.cli.terminal.options import as_json, takes_format, takes_open, takes_spec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.model.estimate import Estimate, Quantity


def arguments(parser: ArgumentParser) -> None:
    """Take the design and what to explain."""
    takes_spec(parser)
    takes_open(parser)
    parser.add_argument("--why", metavar="COMPONENT", help="print how the numbers of one component or connection came about")
    takes_format(parser)


def run(options: Namespace) -> None:
    """Estimate, and print the numbers or their derivation."""
    from archgen.pipeline.judging import estimate

    design = read_given(options)
    numbers = estimate(design)
    subject = design.architecture.id(design.architecture.part(options.why)) if options.why else None
    if options.format == "json":
        plain = _plain(numbers, subject)
        print(as_json({"schema_version": 1, "design": design.name, "path": design.spec.path, "quantities": plain}))
    else:
        print(_derivations(numbers, subject) if subject else _table(numbers))


def _chosen(numbers: "Estimate", subject: str | None) -> list[tuple[str, str, "Quantity"]]:
    return [(id, measure, quantity) for (id, measure), quantity in numbers.quantities.items() if subject in (None, id)]


def _table(numbers: "Estimate") -> str:
    rows = [(id, quantity.name, str(quantity)) for id, _, quantity in _chosen(numbers, None)]
    if not rows:
        return "the design does not state enough to derive a number; state devices and rates of its clients"
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "\n".join(f"{id:<{widths[0]}}  {name:<{widths[1]}}  {value}" for id, name, value in rows)


def _derivations(numbers: "Estimate", subject: str) -> str:
    found = _chosen(numbers, subject)
    if not found:
        return f"nothing can be derived for {subject}; state the devices and rates of the clients that reach it"
    return "\n\n".join("\n".join(_explained(quantity, 0)) for _, _, quantity in found)


def _explained(quantity: "Quantity", depth: int) -> list[str]:
    indent = "  " * depth
    lines = [f"{indent}{quantity.name} = {quantity}", f"{indent}  = {quantity.derivation.formula}"]
    lines += [f"{indent}  assumed: {assumption}" for assumption in quantity.derivation.assumptions]
    for input in quantity.derivation.inputs:
        lines += _explained(input, depth + 1)
    return lines


def _plain(numbers: "Estimate", subject: str | None) -> list[dict[str, object]]:
    return [{"subject": id, "measure": measure, **_quantity(quantity)} for id, measure, quantity in _chosen(numbers, subject)]


def _quantity(quantity: "Quantity") -> dict[str, object]:
    derivation = quantity.derivation
    return {
        "name": quantity.name,
        "value": quantity.value,
        "unit": quantity.unit,
        "derivation": {
            "formula": derivation.formula,
            "inputs": [_quantity(input) for input in derivation.inputs],
            "assumptions": list(derivation.assumptions),
        },
    }
