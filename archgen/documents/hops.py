"""Walkthroughs as hops: each step with the line that it goes along, what it takes, and the figure to follow it in."""

from collections.abc import Iterator, Sequence

from archgen.documents.drawn_parts import best_views
from archgen.documents.hop_times import HopTimes
from archgen.documents.protocols import passing
from archgen.dsl.connection import End
from archgen.dsl.group import Group
from archgen.dsl.naming import slug
from archgen.dsl.walkthrough import Walkthrough
from archgen.model.architecture import Architecture
from archgen.model.dossier import Figure
from archgen.model.estimate import Estimate
from archgen.model.part_leaf import HopLeaf, WalkLeaf
from archgen.model.told import Passed, told


def walks(architecture: Architecture, figures: Sequence[Figure], estimate: Estimate) -> Iterator[WalkLeaf]:
    """Every walkthrough of a design that has a figure among these."""
    drawn = {figure.name for figure in figures}
    for walkthrough in architecture.design.walkthroughs:
        figure = f"walkthrough-{slug(walkthrough.name).replace('_', '-')}"  # as its kind of figure names it
        if figure in drawn:
            yield WalkLeaf(walkthrough.name, figure, tuple(_hops(architecture, figures, estimate, walkthrough)))


def end_of(architecture: Architecture, end: End) -> str:
    """What figures know an end of a connection by: its id, or that of the frame of a group."""
    return f"group:{architecture.id(end)}" if isinstance(end, Group) else architecture.id(end)


def _hops(
    architecture: Architecture, figures: Sequence[Figure], estimate: Estimate, walkthrough: Walkthrough
) -> Iterator[HopLeaf]:
    times, steps = HopTimes(estimate, walkthrough), list(told(walkthrough.steps))
    passed = [architecture.id(one.step.along) for one in steps if isinstance(one, Passed)]
    views = best_views(passed, figures)
    for one in steps:
        if isinstance(one, Passed):
            figure = views.get(architecture.id(one.step.along), "")
            # The time of the whole is that of its usual course.
            yield _hop(architecture, one, figure, times.of(one.step) if one.number.isdecimal() else "")
        else:
            yield HopLeaf(one.number, one.text, case=True, failure=one.failure, ends=one.ends)


def _hop(architecture: Architecture, passed: Passed, figure: str, took: str) -> HopLeaf:
    step = passed.step
    ends = [step.along.origin, step.along.destination]
    source, target = reversed(ends) if step.back else ends
    return HopLeaf(
        passed.number,
        step.text or passing(step.along, back=bool(step.back)),
        back=step.back,
        line=architecture.id(step.along),
        source=end_of(architecture, source),
        target=end_of(architecture, target),
        from_name=source.name,
        to_name=target.name,
        figure=figure,
        took=took,
    )
