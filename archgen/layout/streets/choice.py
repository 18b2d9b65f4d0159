"""Drawing -> the best of some arrangements in rows: how many are drawn out shrinks with the size."""

import math
from collections.abc import Iterator, Mapping, Sequence

from archgen.layout.anatomy import ROOMY, TIGHT, Anatomy, measure
from archgen.layout.placement import Area, around, spanned
from archgen.layout.ranks import Ranks, names, shelved, tiered, wrapped
from archgen.layout.rows import title_width
from archgen.layout.score import MARGINS, outcome
from archgen.layout.streets.drawn_out import Outcome, draw_out
from archgen.model.drawing import Drawing
from archgen.model.picture import MAX_WIDTH
from archgen.values import dataclass

# Up to so many arrows: how many arrangements are drawn out, and how many wider ones where none of these has a good shape.
EFFORTS = ((14, (10, 6)), (24, (8, 5)), (40, (6, 4)), (70, (4, 3)), (220, (1, 3)))
LEAST_EFFORT = (0, 1)
LONGEST = 3  # times that many are tried at most, while none fits the page
PAGE = MAX_WIDTH - 60.0
SHARES = (0.85, 0.6, 0.42)  # of the page that boxes fill, the rest being for lines
WIDER = (1.25, 1.7, 1.0, 2.2)
MANY_SHARES = (0.7, 0.48, 1.0)
FEW, SPREAD = 40, 270.0  # boxes that may fit a page; with more, the side of the square that each takes
WIDEST, TALLEST = 2.1, 1.5  # in proportion to the other side, with some room for a legend
OFF_PAGE, WIDE, TALL = 200.0, 0.2, 0.06
SKEWED, SKEW, HIDDEN = 60.0, 700.0, 400.0
TIGHTER = 15.0
Look = tuple[float, float, float]
LOOKS: tuple[Look, ...] = (
    (ROOMY, 40.0, 0.0),
    (TIGHT, 30.0, TIGHTER),
)  # width of texts, distance of boxes, and what speaks against it
FILLS = (shelved, wrapped, tiered)


@dataclass(frozen=True)
class Candidate:
    """Boxes of certain sizes in certain rows, and what speaks against them from the start."""

    anatomies: Mapping[str, Anatomy]
    ranks: Ranks
    between: float
    cost: float


def choose(drawing: Drawing) -> tuple[Mapping[str, Anatomy], Outcome]:
    """Draw some arrangements out that may fit a page, and wider ones where none has a good shape; keep the best."""
    efforts = next((efforts for most, efforts in EFFORTS if len(drawing.arrows) <= most), LEAST_EFFORT)
    tried: list[tuple[float, int, Candidate, Outcome]] = []
    if len(drawing.boxes) <= FEW:
        _try(drawing, _candidates(drawing, PAGE, SHARES, LOOKS), efforts[0], MAX_WIDTH - MARGINS, tried)
    if not any(is_shapely(extent_of(drawn)) and not drawn.lost for _, _, _, drawn in tried):
        few = len(drawing.boxes) <= FEW
        wide, shares = (PAGE, WIDER) if few else (SPREAD * math.sqrt(len(drawing.boxes)), MANY_SHARES)
        _try(drawing, _candidates(drawing, wide, shares, LOOKS if few else LOOKS[:1]), efforts[1], math.inf, tried)
    _, _, candidate, drawn = min(tried, key=lambda each: each[:2])
    return candidate.anatomies, drawn


def _try(
    drawing: Drawing,
    candidates: Iterator[Candidate],
    effort: int,
    room: float,
    tried: list[tuple[float, int, Candidate, Outcome]],
) -> None:
    for number, candidate in enumerate(candidates):
        enough = number >= effort and (room == math.inf or any(extent_of(drawn).width <= room for _, _, _, drawn in tried))
        if enough or number >= LONGEST * effort:
            return
        drawn = draw_out(drawing, candidate.ranks, candidate.anatomies, candidate.between, room)
        tried.append((judge(drawing, drawn) + candidate.cost, len(tried), candidate, drawn))


def judge(drawing: Drawing, drawn: Outcome) -> float:
    """What speaks against a drawing: its crossings, bends, lengths, its size and its shape."""
    extent = extent_of(drawn)
    labels = sum(bool(arrow.label) for arrow in drawing.arrows)
    shape = unshapeliness(extent) if len(drawing.boxes) <= FEW else max(0.0, _skew(extent)) * SKEW
    drawn_as = outcome(extent, drawn.placement, drawn.routes, drawn.spots, labels, paged=False)
    return shape + drawn_as + HIDDEN * drawn.lost


def is_shapely(extent: Area) -> bool:
    """Whether what takes `extent` fits a page, and is neither too wide nor too tall."""
    return unshapeliness(extent) <= 0


def unshapeliness(extent: Area) -> float:
    """What speaks against a size: that it is wider than a page, or too wide or too tall for its other side."""
    wide, skew = extent.width + MARGINS - MAX_WIDTH, _skew(extent)
    return (OFF_PAGE + WIDE * wide if wide > 0 else 0.0) + (SKEWED + SKEW * skew if skew > 0 else 0.0)


def _skew(extent: Area) -> float:
    """How far it is beyond the proportions; up to the width of a page, a tall figure is given margins at its sides."""
    across, down = extent.width + MARGINS, extent.height + MARGINS
    padded = max(across, min(MAX_WIDTH, down / TALLEST))
    return max(across / down / WIDEST, down / padded / TALLEST) - 1.0


def extent_of(drawn: Outcome) -> Area:
    """The smallest area that holds everything."""
    return around([drawn.placement.extent, *spanned(drawn.routes), *(spot.area for spot in drawn.spots if spot is not None)])


def _candidates(drawing: Drawing, wide: float, shares: Sequence[float], looks: Sequence[Look]) -> Iterator[Candidate]:
    """Each way to fill rows, once: first those that differ most."""
    seen: list[tuple[float, Ranks]] = []
    sizes = {text_limit: _sizes(drawing, text_limit, between) for text_limit, between, _ in looks}
    fills = range(len(FILLS) if len(looks) > 1 else 1)
    every = [(fill, share, look) for fill in fills for share in range(len(shares)) for look in range(len(looks))]
    for fill, share, look in sorted(every, key=lambda each: (sum(each) + (each[0] == each[2]), each)):
        text_limit, between, cost = looks[look]
        anatomies, widths = sizes[text_limit]
        ranks = FILLS[fill](drawing, widths, wide * shares[share])
        if (text_limit, ranks) not in seen:
            seen.append((text_limit, ranks))
            yield Candidate(anatomies, ranks, between, cost)


def _sizes(drawing: Drawing, text_limit: float, between: float) -> tuple[Mapping[str, Anatomy], Mapping[str, float]]:
    anatomies = {box.id: measure(box, text_limit) for box in drawing.boxes}
    empty = {frame.id: title_width(frame) for frame in drawing.frames}
    widths = {name: (anatomies[name].width if name in anatomies else empty[name]) + between for name in names(drawing)}
    return anatomies, widths
