"""Derive a design's numbers: load, on average and at peak, what waits, bytes; latency and availability of its walkthroughs.

Every number comes with its derivation. In JSON, numbers are in base units: per second, seconds, bytes.

    archgen estimate examples/group_chat.yaml
    archgen estimate examples/group_chat.yaml --why gateway
    archgen estimate examples/group_chat.yaml --why "Send a message"
    archgen estimate examples/group_chat.yaml --set requirements.write_rate=1x,2x,5x
    archgen estimate examples/group_chat.yaml --growth
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.aside import plainly
from archgen.cli.terminal.given import read_given
from archgen.cli.terminal.options import as_json, takes_format, takes_open, takes_spec
from archgen.cli.terminal.part_numbers import legend, part_tables
from archgen.cli.terminal.walkthroughs import subject_of, walkthrough_tables
from archgen.cli.terminal.what_if import supposed, takes_what_if

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.model.architecture import Architecture
    from archgen.model.estimate import Estimate, Quantity


def arguments(parser: ArgumentParser) -> None:
    """Take the design and what to explain."""
    takes_spec(parser)
    takes_open(parser)
    parser.add_argument(
        "--why", metavar="PART", help="print how the numbers of a component, connection or walkthrough came about"
    )
    takes_what_if(parser)
    takes_format(parser)


def run(options: Namespace) -> None:
    """Estimate, and print the numbers or their derivation."""
    from archgen.pipeline.uncollected import uncollected

    with uncollected():  # all that is made here is printed at once, and then it is over
        print(plainly(_told(options)))


def _told(options: Namespace) -> str:
    from archgen.pipeline.judging import estimate

    design, answer = supposed(read_given(options), options)
    if answer is not None:
        return answer
    numbers = estimate(design)
    subject = subject_of(design.architecture, options.why) if options.why else None
    if options.format == "json":
        from archgen.cli.terminal.numbers_json import plain

        return as_json({"schema_version": 2, "design": design.name, "path": design.spec.path, **plain(_chosen(numbers, subject))})
    return _derivations(design.architecture, numbers, subject) if subject else _tables(design.architecture, numbers)


def _chosen(numbers: "Estimate", subject: str | None) -> list[tuple[str, str, "Quantity"]]:
    every = numbers.quantities.items()
    return [(id, measure, quantity) for (id, measure), quantity in every if subject is None or subject == id]


def _tables(architecture: "Architecture", numbers: "Estimate") -> str:
    of_walkthroughs = walkthrough_tables(architecture, numbers)
    own = {id for id, _ in of_walkthroughs}
    of_parts = part_tables(one for one in _chosen(numbers, None) if one[0] not in own)
    tables = [*of_parts, *(table for _, table in of_walkthroughs)]
    return (
        "\n\n".join([*tables, *legend(of_parts)])
        or "the design does not state enough to derive a number; state devices and rates of its clients"
    )


def _derivations(architecture: "Architecture", numbers: "Estimate", subject: str) -> str:
    from archgen.cli.terminal.derivations import derivations

    found = derivations(architecture, numbers, subject)
    if not found and subject.startswith("walkthrough:"):
        return f"nothing can be derived for {subject}; state how long its parts take, and how much of the time they answer"
    if not found:
        return f"nothing can be derived for {subject}; state the devices and rates of the clients that reach it"
    return "\n\n".join(found)
