"""Draw generated designs, each in one figure, and measure them in a browser: python -m tests.legibility.generated [COUNT]."""

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
from tests.legibility.audit import Defect, audit

COUNT = 300
TOGETHER = 25  # figures to one browser


def figure(seed: int) -> Drawing:
    """The components of a generated design, undivided."""
    found = next(drawn for drawn in drawings(link(generated(seed))) if drawn.name == "components")
    assert isinstance(found, Drawing)
    check(found)
    return found


def defects(seeds: Iterable[int], *, dark: bool) -> list[Defect]:
    """All that a reader would stumble over, but for small type in a figure that is too large for one page."""
    svgs: Mapping[str, str] = {f"{seed}": render(place(figure(seed))) for seed in seeds}
    return [defect for defect in audit(svgs, dark=dark) if defect.kind != "tiny-text"]


def report(count: int) -> list[str]:
    """Every defect, and how many there are of each kind."""
    found = []
    for first in range(0, count, TOGETHER):
        for dark in (False, True):
            found += defects(range(first, min(count, first + TOGETHER)), dark=dark)
    kinds = Counter(defect.kind for defect in found)
    return [*(f"{each.figure}: {each.kind}: {each.detail}" for each in found), f"{count} figures: {dict(kinds) or 'no defect'}"]


if __name__ == "__main__":
    sys.stdout.write("\n".join(report(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)) + "\n")
