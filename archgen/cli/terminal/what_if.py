"""What if: the options that ask for it, and who answers."""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.beside import assigned, before_and_after, side_by_side
from archgen.cli.terminal.growth import growth, sensitivity
from archgen.cli.terminal.options import as_json
from archgen.cli.terminal.stated import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archgen.model.estimate import Estimate
    from archgen.pipeline.reading import Read
    from archgen.pipeline.what_if import Change, Outcome


def takes_what_if(parser: ArgumentParser) -> None:
    """What is to be supposed, and what is asked of a design that grows."""
    text = (
        "suppose another value: app.devices=10x, cache.hit_rate=0.8, requirements.peak_factor=4; the file stays as it is; "
        "several values, such as app.devices=1x,2x,5x, make a table; may be given several times"
    )
    parser.add_argument("--set", metavar="PART.ATTRIBUTE=VALUE", action="append", default=[], help=text)
    asks = parser.add_mutually_exclusive_group()
    asks.add_argument(
        "--growth", action="store_true", help="tell by what the load of all clients can grow before each part breaks"
    )
    asks.add_argument("--sensitivity", action="store_true", help="tell which stated numbers matter most, to be measured first")


def supposed(design: "Read", options: Namespace) -> "tuple[Read, str | None]":
    """The design that is asked about and, where more than its numbers is asked for, the answer. Raises ArchgenError."""
    from archgen.errors import UsageError
    from archgen.pipeline.what_if import outcomes

    asked = growth if options.growth else sensitivity if options.sensitivity else None
    if asked and options.why:
        raise UsageError("--why tells of one estimate; leave out --growth and --sensitivity")
    found = outcomes(design, options.set) if options.set else []
    if (asked or options.why) and len(found) > 1:
        raise UsageError("this is asked of one design; give --set one value")
    read = found[0].design if found and (asked or options.why) else design
    if asked:
        before = f"{assigned(found[0].case)}\n\n" if found and options.format == "text" else ""
        return read, before + asked(read, options.format)
    return read, _told(design, found, options.format) if found and not options.why else None


def _told(design: "Read", found: "Sequence[Outcome]", form: str) -> str:
    from archgen.pipeline.judging import estimate

    before = estimate(design)
    if form == "json":
        plain = [_case(before, one) for one in found]
        return as_json({"schema_version": 1, "design": design.name, "path": design.spec.path, "cases": plain})
    return side_by_side(design, before, found) if len(found) > 1 else before_and_after(design, before, found[0])


def _case(before: "Estimate", outcome: "Outcome") -> dict[str, object]:
    from archgen.pipeline.what_if import compared

    changes = [one for one in compared(before, outcome.numbers) if not one.same]
    assigned = [
        {"attribute": one.name, "before": _plain(one.before), "after": _plain(one.after)} for one in outcome.case.assigned
    ]
    return {"value": outcome.case.label, "set": assigned, "changes": [_change(one) for one in changes]}


def _change(change: "Change") -> dict[str, object]:
    known = change.after or change.before
    return {
        "subject": change.subject,
        "measure": change.measure,
        "name": change.name,
        "unit": known.unit if known else None,
        "before": change.before.value if change.before else None,
        "after": change.after.value if change.after else None,
        "change": change.ratio,
    }


def _plain(value: object) -> object:
    """In its base unit; a policy as the text that people read."""
    from datetime import timedelta

    from archgen.model.document import base_unit

    if value is None or isinstance(value, (bool, str)):
        return value
    return base_unit(value) if isinstance(value, (int, float, timedelta)) else shown(value)
