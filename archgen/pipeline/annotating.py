"""Cards that say more: how many findings speak of a component, and how busy it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archgen.dsl.readable import number
from archgen.model.drawing import Box, Drawing
from archgen.model.estimate import Estimate, Quantity
from archgen.model.report import Report
from archgen.model.rule import Severity


def with_findings(drawing: Drawing, report: Report) -> Drawing:
    """The drawing with how many findings speak of each box; one that speaks of a line alone counts where that begins."""
    boxes = {box.id for box in drawing.boxes}
    begins = {one: arrow.source for arrow in drawing.arrows for one in arrow.of}
    found: dict[str, list[Severity]] = {}
    for finding in report.findings:
        here = [id for id in finding.subjects if id in boxes] or [begins[id] for id in finding.subjects if id in begins]
        for id in dict.fromkeys(here):
            found.setdefault(id, []).append(finding.severity)
    return replace(drawing, boxes=tuple(_counted(box, found.get(box.id, ())) for box in drawing.boxes))


def with_load(drawing: Drawing, estimate: Estimate) -> Drawing:
    """The drawing with what arrives at each box in a second, which share of what it can serve that takes, and at peak."""
    return replace(drawing, boxes=tuple(replace(box, load=" · ".join(_load(box, estimate))) for box in drawing.boxes))


def _counted(box: Box, found: Sequence[Severity]) -> Box:
    errors, warnings, infos = (found.count(one) for one in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    return replace(box, errors=errors, warnings=warnings, infos=infos)


def _load(box: Box, estimate: Estimate) -> Iterator[str]:
    arriving, taken = estimate.of(box.id, "requests"), estimate.of(box.id, "utilisation")
    most, fullest = estimate.of(box.id, "peak_requests"), estimate.of(box.id, "peak_utilisation")
    if arriving:
        yield _a_second(arriving)
    if taken:
        yield _share(taken)
    if fullest:
        yield f"peak {_share(fullest)}"
    elif most:
        yield f"peak {_a_second(most)}"


def _a_second(quantity: Quantity) -> str:
    return f"{number(float(f'{quantity.value:.2g}'))}/s"


def _share(quantity: Quantity) -> str:
    return f"{number(float(f'{quantity.value * 100:.2g}'))} %"
