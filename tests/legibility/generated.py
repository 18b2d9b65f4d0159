"""Draw generated designs as their readers see them, and measure them: python -m tests.legibility.generated [FIRST LAST [one]].

What is too large for one figure is drawn as several, each of which is measured; with `one`, each design is drawn as one figure,
in which small type alone is let pass.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from archgen.model.drawing import Drawing
from archgen.model.link import link
from archgen.pipeline.drawing import drawings
from archgen.pipeline.viewing import Views
from archgen.svg.render import render
from tests.generated_designs import generated
from tests.legibility.audit import Defect, audit_in_both

COUNT = 300
TOGETHER = 5  # designs to one browser


def figure(seed: int) -> Drawing:
    """The components of a generated design, undivided."""
    return next(drawn for drawn in drawings(link(generated(seed))) if isinstance(drawn, Drawing) and drawn.name == "components")


def svgs(seed: int, *, one: bool = False) -> Iterator[tuple[str, str]]:
    """Each figure of a generated design, by the design's number and the figure's name."""
    views = Views(one=one)
    for drawn in views.of(link(generated(seed))):
        yield f"{seed} {drawn.name}", render(views.picture(drawn))


def defects(seeds: Iterable[int], *, one: bool = False) -> list[Defect]:
    """All that a reader would stumble over by light or in the dark."""
    return measured(dict(each for seed in seeds for each in svgs(seed, one=one)), one=one)


def measured(figures: dict[str, str], *, one: bool = False) -> list[Defect]:
    """The defects of figures; type may be small in `one` figure that is drawn of what is too large for it."""
    return [defect for defect in audit_in_both(figures) if not (one and defect.kind == "tiny-text")]


def report(first: int, last: int, *, one: bool = False) -> None:
    """Print every defect of the designs from `first` up to before `last`, and how many there are of each kind."""
    kinds: Counter[str] = Counter()
    drawn = 0
    for start in range(first, last, TOGETHER):
        figures = dict(each for seed in range(start, min(last, start + TOGETHER)) for each in svgs(seed, one=one))
        drawn += len(figures)
        for each in measured(figures, one=one):
            kinds[each.kind] += 1
            sys.stdout.write(f"{each.figure}: {each.kind}: {each.detail}\n")
        told = f"{min(last, start + TOGETHER) - first} designs, {drawn} figures: {dict(kinds) or 'no defect'}"
        sys.stdout.write(f"{told}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    report(*(map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (0, COUNT)), one="one" in sys.argv)
