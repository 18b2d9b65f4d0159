"""Names of figures: what a figure of a behaviour is called."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from archgen import Behaviour
from archgen.plugin import Architecture

B = TypeVar("B", bound=Behaviour)


def figure_names(architecture: Architecture, behaviours: Iterable[B], sort: str) -> Iterator[tuple[B, str]]:
    """Each behaviour with the name of its figure, made of its id; numbered where two would be called the same."""
    taken: dict[str, int] = {}
    for behaviour in behaviours:
        stem = f"{sort}-{architecture.ids[behaviour].replace('_', '-')}"
        taken[stem] = taken.get(stem, 0) + 1
        yield behaviour, stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
