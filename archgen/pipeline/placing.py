"""Placing drawings, each with what there is to say of it: one by one, or several at once by as many processes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from archgen.model.drawing import Drawing, Drawn
from archgen.model.picture import Picture
from archgen.pipeline.complete import check_placed
from archgen.pipeline.drawing import place
from archgen.pipeline.means import Means, unsaid
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.pipeline.working import Crew

Step = Callable[[str], None]
ENOUGH = 8  # figures that two processes draw sooner than one, which need a tenth of a second to begin; then two are enough


@dataclass(frozen=True)
class Placed:
    """A picture, and what is out of the ordinary about it, a line each."""

    picture: Picture
    notes: tuple[str, ...]


def placed(drawn: Drawn, means: Means) -> Placed:
    """The picture of a drawing. Raises EngineError where something of it would be lost."""
    notes: list[str] = []
    picture = place(drawn, means=replace(means, note=notes.append))
    check_placed(drawn, picture)
    return Placed(picture, tuple(notes))


class PlacedAhead:
    """Has many drawings placed by the processes that the means allow, inside of `with`, which ends them."""

    def __init__(self, means: Means) -> None:
        self.means = means
        self.crew: Crew[Drawing, Placed | None] | None = None

    def __enter__(self) -> "PlacedAhead":
        return self

    def __exit__(self, *_: object) -> None:
        if self.crew:
            self.crew.end()

    def placed(self, drawings: Sequence[Drawing], step: Step) -> Iterator[tuple[Drawing, Placed]]:
        """Those that could be placed, in their order; none of so few that whoever asks places them sooner."""
        drawings = list(dict.fromkeys(drawings))
        if self.means.jobs < 2 or len(drawings) < (2 if self.crew else ENOUGH):
            return
        found: dict[int, Placed | None] = {}
        for number, one in self._crew().results(drawings):
            step(f"drawing {drawings[number].title}")
            found[number] = one
        for number, drawing in enumerate(drawings):
            one = found[number]
            if one is not None:
                yield drawing, one

    def _crew(self) -> "Crew[Drawing, Placed | None]":
        if self.crew is None:
            from archgen.pipeline.working import Crew

            bare = replace(self.means, note=unsaid, pictures=None, jobs=0)
            self.crew = Crew(partial(_tried, means=bare), self.means.jobs)
        return self.crew


def _tried(drawing: Drawing, means: Means) -> Placed | None:
    """A drawing as it is placed; None where it fails, for whoever asked to place it themselves and say why."""
    try:
        return placed(drawing, means)
    except Exception:
        return None
