"""Numbers of a design beside those of the design as it would be: each before and after, or a column for each value."""

from archgen.cli.terminal.stated import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archgen.model.estimate import Estimate, Quantity
    from archgen.pipeline.assigning import Assigned, Case
    from archgen.pipeline.reading import Read
    from archgen.pipeline.what_if import Change, Outcome

Row = tuple[str, ...]
OVER = "!"
# What a table over several values shows of walkthroughs.
OF_WALKTHROUGHS = ("latency_p99", "duration_p99", "availability", "budget_used", "downtime_used")


def before_and_after(design: "Read", before: "Estimate", found: "Outcome") -> str:
    """What is supposed, and each number that it changes."""
    from archgen.pipeline.what_if import compared

    changes = [one for one in compared(before, found.numbers) if not one.same]
    names = _names(design)
    rows = [
        (names.get(one.subject, one.subject), one.name, _value(one.before), "→", _value(one.after), _grown(one))
        for one in changes
    ]
    told = "\n".join(_columns(rows, right=(2, 4, 5))) or "no number of the estimate changes"
    return f"{assigned(found.case)}\n\n{told}"


def side_by_side(design: "Read", before: "Estimate", found: "Sequence[Outcome]") -> str:
    """A column for the design as it is, unless one of the values is that, and one for each value."""
    now = [] if any(all(one.same for one in outcome.case.assigned) for outcome in found) else [("now", before)]
    columns = [*now, *((one.case.label, one.numbers) for one in found)]
    rows = list(_rows(_names(design), [numbers for _, numbers in columns]))
    if not rows:
        return "it is not known how full anything is, nor how long anything takes"
    varied = _varied(found)
    head = [_told_of(one) for one in found[0].case.assigned if one.name != varied]
    title = (varied, "", *(f"{label}  " for label, _ in columns))
    legend = [f"{OVER} the first over 100%"] if any(OVER in cell for row in rows for cell in row[2:]) else []
    return "\n".join([*head, *_columns([title, *rows], right=range(2, len(title))), *legend])


def _rows(names: "Mapping[str, str]", every: "Sequence[Estimate]") -> "Iterator[Row]":
    """How full components are, and how long walkthroughs take and how often they work."""
    from archgen.pipeline.growing import is_full

    found = (key for numbers in every for key in numbers.quantities)
    for subject, measure in dict.fromkeys(found):
        if is_full(subject, measure) or (measure in OF_WALKTHROUGHS and subject in names):
            known = [numbers.of(subject, measure) for numbers in every]
            name = next(one.name for one in known if one)
            yield (names.get(subject, subject), name, *_cells(known))


def _varied(found: "Sequence[Outcome]") -> str:
    """The attribute that has several values."""
    first, second = (one.case.assigned for one in found[:2])
    return next((one.name for one, other in zip(first, second, strict=True) if one.after != other.after), first[0].name)


def _cells(known: "Sequence[Quantity | None]") -> "Iterator[str]":
    over = False
    for one in known:
        first = not over and one is not None and one.unit == "share" and one.value > 1
        over = over or first
        yield f"{_value(one)} {OVER if first else ' '}"


def _names(design: "Read") -> "dict[str, str]":
    from archgen.model.estimate import walkthrough_id

    return {walkthrough_id(one): one.name for one in design.architecture.design.walkthroughs}


def assigned(case: "Case") -> str:
    """What is supposed, a line an attribute."""
    return "\n".join(map(_told_of, case.assigned))


def _told_of(one: "Assigned") -> str:
    return f"{one.name}: {shown(one.before)} → {shown(one.after)}"


def _value(quantity: "Quantity | None") -> str:
    from archgen.documents.numbers import value

    return value(quantity) if quantity else "not known"


def _grown(change: "Change") -> str:
    from archgen.dsl.readable import number

    if change.ratio is None:
        return ""
    tenths = float(f"{abs(change.ratio) * 100:.3g}")
    return f"{'-' if change.ratio < 0 else '+'}{number(tenths)}%"


def _columns(rows: "Sequence[Row]", right: "Sequence[int]" = ()) -> "Iterator[str]":
    """Rows of texts below one another; the columns at `right` end below one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = enumerate(zip(row, widths, strict=True))
        yield "  ".join(text.rjust(width) if place in right else text.ljust(width) for place, (text, width) in cells).rstrip()
