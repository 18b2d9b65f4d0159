"""The figure of a design that a rule shows: the workflow or states that it speaks of, else the components."""

from collections.abc import Callable, Iterator, Sequence

from archgen.dsl.design import Design
from archgen.model.dossier import Figure
from archgen.model.figure_names import figure_names
from archgen.model.link import link


def case_figure(design: Design, told: Sequence[str], draw: Callable[[object], Iterator[Figure]]) -> Figure | None:
    """`told` are the ids of what the rule's finding is about, the first at fault."""
    architecture = link(design)
    names = {architecture.ids[behaviour]: name for behaviour, name in figure_names(architecture).items()}
    wanted = names.get(told[0]) if told else None
    return next((figure for figure in draw(architecture) if wanted in (None, figure.name)), None)
