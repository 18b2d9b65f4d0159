"""Draw generated designs, each in one figure, and measure them: python -m tests.legibility.generated [FIRST LAST]."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping

from archgen.layout.place import place
from archgen.layout.references import check
from archgen.model.drawing import Drawing
from archgen.model.link import link
from archgen.pipeline.drawing import drawings
from archgen.svg.render import render
from tests.generated_designs import generated
from tests.legibility.audit import Defect, audit_in_both

COUNT = 300
TOGETHER = 10  # figures to one browser


def figure(seed: int) -> Drawing:
    """The components of a generated design, undivided."""
    found = next(drawn for drawn in drawings(link(generated(seed))) if drawn.name == "components")
    assert isinstance(found, Drawing)
    check(found)
    return found


def defects(seeds: Iterable[int]) -> list[Defect]:
    """All that a reader would stumble over by light or in the dark, but for small type in a figure too large for one page."""
    svgs: Mapping[str, str] = {f"{seed}": render(place(figure(seed))) for seed in seeds}
    return [defect for defect in audit_in_both(svgs) if defect.kind != "tiny-text"]


def report(first: int, last: int) -> None:
    """Print every defect of the designs from `first` up to before `last`, and how many there are of each kind."""
    kinds: Counter[str] = Counter()
    for start in range(first, last, TOGETHER):
        for each in defects(range(start, min(last, start + TOGETHER))):
            kinds[each.kind] += 1
            sys.stdout.write(f"{each.figure}: {each.kind}: {each.detail}\n")
        sys.stdout.write(f"{min(last, start + TOGETHER) - first} figures: {dict(kinds) or 'no defect'}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    report(*(map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (0, COUNT)))
