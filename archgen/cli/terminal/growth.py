"""What breaks when a design grows, and which of its numbers matter most, as text and as JSON."""

from archgen.cli.terminal.options import as_json
from archgen.cli.terminal.stated import shown
from archgen.cli.terminal.walkthroughs import columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archgen.model.estimate import Quantity
    from archgen.pipeline.growing import Breaking
    from archgen.pipeline.mattering import Mattering, Sensitivity
    from archgen.pipeline.reading import Read

# As many as people read of a list.
SHOWN = 20
UNKNOWN = (
    "it is not known how full anything is; state what clients send, and capacities, replicas or durations of what serves them"
)


def growth(design: "Read", form: str) -> str:
    """The components in the order in which they break."""
    from archgen.pipeline.growing import breaking

    found = breaking(design)
    if form == "json":
        plain = [
            {"subject": one.subject, "factor": one.factor, "name": one.now.name, "value": one.now.value, "years": one.years}
            for one in found
        ]
        return as_json({"schema_version": 1, "design": design.name, "path": design.spec.path, "breaking": plain})
    if not found:
        return UNKNOWN
    rows = [(one.subject, _full(one.now), _breaks(one)) for one in found]
    return "\n".join([_first(design, found[0]), "", *_few(list(columns(rows[:SHOWN])), len(rows))])


def sensitivity(design: "Read", form: str) -> str:
    """The stated numbers, those first that move the fullest component most."""
    from archgen.pipeline.mattering import sensitivity as found_in

    found = found_in(design)
    if form == "json":
        plain = [_plain(one) for one in found.mattering] if found else []
        head = {"schema_version": 1, "design": design.name, "path": design.spec.path}
        opened = [vars(one.moved) for one in found.opened] if found else []
        return as_json({**head, "fullest": found.subject if found else None, "mattering": plain, "opened": opened})
    return _sensitivity(found) if found else UNKNOWN


def _sensitivity(found: "Sensitivity") -> str:
    from archgen.documents.numbers import value

    head = f"{found.subject} is the fullest, {value(found.now)}{_usual(found.now)}."
    opened = list(_opened(found)) if found.opened else []
    what = "How much fuller the fullest gets for each tenth more of a number:"
    rows = [(one.stated.name, shown(one.stated.value), _percent(one.effect)) for one in found.mattering]
    rest = f"{found.tried - len(rows)} other stated numbers do not move it."
    unknown = [one.moved.name for one in found.opened]
    measured = next(iter([*unknown, *(one.stated.name for one in found.mattering if not one.stated.decided)]), None)
    first = f"Measure {measured} first." if measured else "None of them is to be measured."
    return "\n".join(
        [
            *opened,
            f"{'' if opened else f'{head} '}{what}",
            "",
            *(_few(list(columns(rows[:SHOWN])), len(rows)) if rows else []),
            "",
            f"{first} {rest}",
        ]
    )


def _opened(found: "Sensitivity") -> "Iterator[str]":
    """What is not stated exactly, and where each of it by itself takes the fullest."""
    from archgen.documents.numbers import measured, value

    full = f"{found.subject} is the fullest, {value(found.now)}{_usual(found.now)}"
    yield f"{full}. What is not known exactly, and how full each of it makes it:"
    yield ""
    unit = found.now.unit
    ends = ((one, measured(one.moved.at_low, unit), measured(one.moved.at_high, unit)) for one in found.opened)
    yield from columns([(one.moved.name, shown(one.value), f"{low} to {high}") for one, low, high in ends])
    yield ""


def _first(design: "Read", first: "Breaking") -> str:
    from archgen.dsl.readable import named

    name = named(design.architecture.part(first.subject))
    if first.factor is None:
        return "Nothing breaks, however much the load of all clients grows."
    if not first.factor:
        return f"{name} is over its limit already, without any load of clients."
    if first.factor < 1:
        return f"{name} is over its limit already: it bears {_share(first.factor)} of the load of all clients."
    return f"{name} breaks first, at {_times(first.factor)} the load of all clients{_usual(first.now)}."


def _full(one: "Quantity") -> str:
    """How full, and whether that is of the busiest time, or of what is usual as no limit is stated."""
    from archgen.documents.numbers import value

    return (
        f"{value(one)} full{one.name.removeprefix('utilisation')}" if one.name.startswith("utilisation") else f"{value(one)} full"
    )


def _usual(one: "Quantity") -> str:
    return ", by what is usual" if one.name.endswith("by what is usual") else ""


def _breaks(one: "Breaking") -> str:
    if one.factor is None:
        return "never breaks"
    soon = f", in {_in_time(one.years)}" if one.years is not None else ""
    return f"breaks at {_times(one.factor)}{soon}" if one.factor else "over its limit without any clients"


def _in_time(years: float) -> str:
    """In years, in months where it is sooner."""
    from archgen.dsl.readable import number

    count, unit = (years, "year") if years >= 2 else (years * 12, "month")
    told = number(float(f"{count:.2g}"))
    return f"{told} {unit}" if told == "1" else f"{told} {unit}s"


def _times(factor: float) -> str:
    from archgen.dsl.readable import number

    return f"{number(float(f'{factor:.3g}'))}x"


def _share(part: float) -> str:
    return _percent(part).lstrip("+")


def _percent(part: float) -> str:
    from archgen.dsl.readable import number

    return f"{'-' if part < 0 else '+'}{number(float(f'{abs(part) * 100:.2g}'))}%"


def _few(lines: "Sequence[str]", count: int) -> "Iterator[str]":
    yield from lines
    if count > len(lines):
        yield f"and {count - len(lines)} more; --format json lists all"


def _plain(one: "Mattering") -> dict[str, object]:
    from archgen.model.document import base_unit

    stated = one.stated
    return {"attribute": stated.name, "value": base_unit(stated.value), "tried": base_unit(stated.more), "effect": one.effect}
