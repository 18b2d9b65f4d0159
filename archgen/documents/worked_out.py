"""Numbers for the tables of an appendix: what was worked out, on average and beside it in the busiest time."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from archgen.documents.numbers import FULLNESS
from archgen.documents.rounded import APART
from archgen.model.dossier import Derived
from archgen.model.estimate import Measure
from archgen.values import dataclass

AT_PEAK: Mapping[Measure, Measure] = {
    "requests": "peak_requests",
    "reads": "peak_reads",
    "writes": "peak_writes",
    "rate": "peak_rate",
    "capacity": "peak_capacity",
    "in_hand": "peak_in_hand",
    "bandwidth": "peak_bandwidth",
}
AVERAGES = {peak: average for average, peak in AT_PEAK.items()}
FULL_PACE: tuple[Measure, ...] = ("full_requests", "full_utilisation")
WAITING = " while work waits"
# What the heading above the table says of each number in it.
SAID_ABOVE = (" if every attempt fails", WAITING, ", by what is usual", " at peak")
FIGURES = re.compile(r"\d[\d,.]*")
# Connections between the same two share a subject; their numbers stand in the same order.
Key = tuple[str, Measure]


@dataclass(frozen=True)
class WorkedOut:
    """A number: what it is of, its name, its value, that at peak (empty for none of its own), and how both came about.

    `steady` says that it could be another at peak, and is not.
    """

    subject: str
    name: str
    measure: Measure
    value: str
    peak: str
    formula: str
    assumptions: tuple[int, ...]
    steady: bool = False


def worked_out(numbers: Sequence[Derived]) -> Iterator[WorkedOut]:
    """Each number that is neither stated nor handed on as it is from the number before it; those at peak beside the average."""
    peaks, as_ever = _in_pairs(numbers), _as_ever(numbers)
    for one in numbers:
        if one.measure in FULLNESS or (one.subject, AVERAGES.get(one.measure)) in peaks or _at_full_pace(one) in as_ever:
            continue
        peak = next(peaks.get((one.subject, one.measure), iter(())), None)
        if _is_derived(one) or (peak and _is_derived(peak)):
            yield _row(one, peak)


def _at_full_pace(one: Derived) -> Key | None:
    """What comes to a part, or is taken of it, while work waits."""
    return (one.subject, "full_requests") if one.measure in FULL_PACE else None


def _as_ever(numbers: Sequence[Derived]) -> set[Key]:
    """Parts to which no more comes while work waits than on average."""
    usual: Mapping[tuple[str, str], str] = {(one.subject, one.measure): one.value for one in numbers}
    full = [one for one in numbers if one.measure == "full_requests"]
    ever = (one for one in full if usual.get((one.subject, one.quantity.name.removesuffix(WAITING))) == one.value)
    return {(one.subject, "full_requests") for one in ever}


def _in_pairs(numbers: Sequence[Derived]) -> Mapping[Key, Iterator[Derived]]:
    """Those at peak by what they stand beside, where there is one for each average."""
    found: dict[Key, list[Derived]] = {}
    for one in numbers:
        if one.measure in AVERAGES:
            found.setdefault((one.subject, AVERAGES[one.measure]), []).append(one)
    averages = Counter((one.subject, one.measure) for one in numbers)
    return {key: iter(several) for key, several in found.items() if averages[key] == len(several)}


def _is_derived(one: Derived) -> bool:
    return one.quantity.derivation.formula not in ("stated", one.value)


def _row(one: Derived, peak: Derived | None) -> WorkedOut:
    formula = one.quantity.derivation.formula
    places = one.assumptions
    if peak:
        other = peak.quantity.derivation.formula
        alike = peak.value == one.value or (one.measure != "capacity" and _shape(other) == _shape(formula))
        formula += "" if alike else f"; at peak {other}"
        places = tuple(sorted({*places, *peak.assumptions}))
    name = next((one.quantity.name.removesuffix(end) for end in SAID_ABOVE if one.quantity.name.endswith(end)), one.quantity.name)
    steady, said = peak is None and one.measure in AT_PEAK, APART.sub("%", formula)
    return WorkedOut(one.subject, name, one.measure, one.value, peak.value if peak else "", said, places, steady)


def _shape(formula: str) -> str:
    """A formula without its numbers: what comes about alike is told once."""
    return FIGURES.sub("#", formula)
