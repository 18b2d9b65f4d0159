"""Drawing -> the best of some arrangements in rows: how many are drawn out shrinks with the size."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from archgen.layout.anatomy import ROOMY, TIGHT, Anatomy, measure
from archgen.layout.placement import Area, around, spanned
from archgen.layout.ranks import Ranks, names, shelved, strictly_shelved, tiered, wrapped
from archgen.layout.rows import title_width
from archgen.layout.score import CROSSING, MARGINS, outcome
from archgen.layout.streets.axes import Axes, axes_of
from archgen.layout.streets.burdens import burdens
from archgen.layout.streets.chains import stratify
from archgen.layout.streets.drawn_out import Ordered, Outcome, draw_out
from archgen.layout.streets.order import least_crossed
from archgen.layout.streets.packing import packed
from archgen.layout.streets.ports import EMPTY_FRAME
from archgen.model.drawing import Drawing
from archgen.model.picture import MAX_WIDTH
from archgen.values import dataclass

# Up to so many arrows: how many arrangements are drawn out, and how many wider ones where none of these has a good shape.
EFFORTS = ((14, (10, 6)), (24, (7, 5)), (40, (6, 4)), (70, (4, 3)), (220, (1, 3)))
LEAST_EFFORT = (2, 2)
TRIED = 2  # arrangements of one that is to fit a page, before it is given up where all are far too large
TOO_WIDE, FAR_TOO_LARGE = MAX_WIDTH, 1.5e6  # and square pixels: the highest figure of a page's width has 1.4 million
STARTS = 3  # orders that rows begin from
# One figure of very many: there is less time for each of them.
LARGE, LARGE_EFFORT, LARGE_STARTS = 150, (1, 1), 1
# Many boxes: of how many arrangements the rows are ordered, how many are drawn out, and from how many orders each begins.
MANY_EFFORTS = ((220, (2, 1, 2)), (600, (2, 1, 2)), (1200, (1, 1, 2)))
LEAST_MANY = (1, 1, 1)
LONGEST = 3  # times that many wider ones are tried at most, while none has a good shape and a place for every text
PAGE = MAX_WIDTH - 60.0
WIDER = (1.25, 1.7, 1.0, 2.2)
MANY_SHARES = (0.9, 1.2, 0.7)
# How much wider than its boxes a figure of many is, how high each row with its street, and how wide each column with its own.
AROUND_ROWS, ROW, COLUMN = 1.5, 175.0, 300.0
FEW, SPREAD = 40, 270.0  # boxes that may fit a page; with more, the side of the square that each takes
WIDEST, TALLEST = 2.1, 1.5  # in proportion to the other side, with some room for a legend
OFF_PAGE, WIDE, TALL = 300.0, 0.2, 0.06
SKEWED, SKEW, HIDDEN = 60.0, 700.0, 400.0
BENT, MISSHAPEN = 0.04, 3000.0  # how far beyond these proportions nothing goes that has any choice
TIGHTER = 10.0
Look = tuple[float, float, float]
Fill = Callable[[Drawing, Mapping[str, float], float], Ranks]
Manner = tuple[Fill, float, Look]
LOOKS: tuple[Look, ...] = (
    (ROOMY, 40.0, 0.0),
    (TIGHT, 30.0, TIGHTER),
)  # width of texts, distance of boxes, and what speaks against it
ROOMILY, TIGHTLY = LOOKS
# How rows are filled, how much of the page with boxes, the rest being for lines, and how these look: of a hundred drawings
# the best come of these, and most of them of the first.
ON_PAGE: Sequence[Manner] = (
    (tiered, 1.0, ROOMILY),
    (packed, 1.0, ROOMILY),
    (packed, 0.6, TIGHTLY),
    (packed, 0.85, ROOMILY),
    (tiered, 0.85, TIGHTLY),
    (packed, 0.6, ROOMILY),
    (packed, 0.85, TIGHTLY),
    (packed, 1.0, TIGHTLY),
    (packed, 0.42, TIGHTLY),
    (wrapped, 0.6, ROOMILY),
    (shelved, 0.42, ROOMILY),
    (shelved, 0.85, ROOMILY),
)
FILLS: Sequence[Fill] = (shelved, wrapped, tiered)
MANY_FILLS: Sequence[Fill] = (strictly_shelved, shelved, wrapped)


@dataclass(frozen=True)
class Candidate:
    """Boxes of certain sizes in certain rows, which way these follow one another, and what speaks against it from the start."""

    anatomies: Mapping[str, Anatomy]
    ranks: Ranks
    between: float
    cost: float
    axes: Axes

    def drawn(self, drawing: Drawing, ordered: Ordered, room: float = math.inf) -> Outcome:
        """Everything at its place, where its rows are in that order; `room` is that of a page from the left to the right."""
        across = math.inf if self.axes.turned else room
        return draw_out(drawing, self.ranks, self.anatomies, self.between, across, ordered=ordered, axes=self.axes)


def choose(drawing: Drawing) -> tuple[Mapping[str, Anatomy], Outcome]:
    """Draw some arrangements out that may fit a page, and wider ones where none has a good shape; keep the best."""
    if len(drawing.boxes) > FEW:
        return _of_many(drawing)
    most, wider = next((efforts for most, efforts in EFFORTS if len(drawing.arrows) <= most), LEAST_EFFORT)
    if drawing.among > LARGE:
        most, wider = LARGE_EFFORT
    tried: list[tuple[float, int, Candidate, Outcome]] = []
    orders = _Orders(drawing, LARGE_STARTS if drawing.among > LARGE else STARTS)
    axes = axes_of(drawing.direction)
    _try(orders, _candidates(drawing, PAGE, ON_PAGE, axes), most, MAX_WIDTH - MARGINS, tried)
    if not any(is_shapely(extent_of(drawn)) and not drawn.lost for _, _, _, drawn in tried):
        _try(orders, _candidates(drawing, PAGE, _mixed(WIDER, LOOKS, FILLS), axes), wider, math.inf, tried)
    _, _, candidate, drawn = min(tried, key=lambda each: each[:2])
    return candidate.anatomies, drawn


def _of_many(drawing: Drawing) -> tuple[Mapping[str, Anatomy], Outcome]:
    """Order the rows of some arrangements, and draw those out that promise most."""
    asked, drawn_out, starts = next((effort for most, effort in MANY_EFFORTS if len(drawing.arrows) <= most), LEAST_MANY)
    wide = SPREAD * math.sqrt(len(drawing.boxes))
    promising: list[tuple[float, int, Candidate, Ordered]] = []
    every = _candidates(drawing, wide, _mixed(MANY_SHARES, LOOKS[:1], MANY_FILLS), axes_of(drawing.direction))
    for number, candidate in enumerate(islice(every, asked)):
        strata = stratify(drawing, candidate.ranks)
        rows, crossings = least_crossed(strata, starts)
        promising.append((CROSSING * crossings + _promised(candidate), number, candidate, (strata, rows)))
    tried: list[tuple[float, int, Candidate, Outcome]] = []
    for _, number, each, ordered in sorted(promising, key=lambda each: each[:2]):
        if len(tried) >= drawn_out and any(_is_enough(drawn) for _, _, _, drawn in tried):
            break
        drawn = each.drawn(drawing, ordered)
        tried.append((judge(drawing, drawn), number, each, drawn))
    _, _, candidate, drawn = min(tried, key=lambda each: each[:2])
    return candidate.anatomies, drawn


def _promised(candidate: Candidate) -> float:
    """What speaks against the shape that rows of boxes are likely to have, when lines run between them."""
    widths: dict[int, float] = {}
    for name, row in candidate.ranks.items():
        anatomy = candidate.anatomies.get(name)
        wide = candidate.axes.size(anatomy.width, anatomy.height)[0] if anatomy else 0.0
        widths[row] = widths.get(row, 0.0) + wide + candidate.between
    across, along = AROUND_ROWS * max(widths.values()), (COLUMN if candidate.axes.turned else ROW) * len(widths)
    return max(0.0, _skew(candidate.axes.area(Area(0.0, 0.0, across, along)))) * SKEW


class _Orders:
    """Rows in order, found once for all candidates that have the same boxes in each."""

    def __init__(self, drawing: Drawing, starts: int) -> None:
        self.drawing, self.starts = drawing, starts
        self._known: list[tuple[Ranks, Ordered]] = []

    def of(self, ranks: Ranks) -> Ordered:
        for known, ordered in self._known:
            if known == ranks:
                return ordered
        strata = stratify(self.drawing, ranks)
        ordered = strata, least_crossed(strata, self.starts)[0]
        self._known.append((ranks, ordered))
        return ordered


def _try(
    orders: _Orders,
    candidates: Iterator[Candidate],
    effort: int,
    room: float,
    tried: list[tuple[float, int, Candidate, Outcome]],
) -> None:
    for number, candidate in enumerate(candidates):
        if orders.drawing.trial and _fits_no_page(tried, room):
            return
        if number >= effort and (room < math.inf or number >= LONGEST * effort or any(_is_enough(each[-1]) for each in tried)):
            return
        drawn = candidate.drawn(orders.drawing, orders.of(candidate.ranks), room)
        tried.append((judge(orders.drawing, drawn) + candidate.cost, len(tried), candidate, drawn))


def _fits_no_page(tried: Sequence[tuple[float, int, Candidate, Outcome]], room: float) -> bool:
    """Whether none will be found that does: the first were far too large, or even the best of those that should is wider."""
    if room < math.inf:
        extents = [extent_of(drawn) for _, _, _, drawn in tried]
        return len(tried) == TRIED and all(
            extent.width > TOO_WIDE and extent.width * extent.height > FAR_TOO_LARGE for extent in extents
        )
    return bool(tried) and extent_of(min(tried, key=lambda each: each[:2])[3]).width > TOO_WIDE


def _is_enough(drawn: Outcome) -> bool:
    """Whether no wider one is tried: it has a shape and a place for every text."""
    return _skew(extent_of(drawn)) <= BENT and not drawn.lost


def judge(drawing: Drawing, drawn: Outcome, misshapen: float = MISSHAPEN) -> float:
    """What speaks against a drawing: its crossings, bends, lengths, its size and its shape, that being `misshapen` alone."""
    extent = extent_of(drawn)
    labels = sum(bool(arrow.label) for arrow in drawing.arrows)
    shape = max(0.0, _skew(extent)) * SKEW
    if len(drawing.boxes) <= FEW:
        shape = unshapeliness(extent) + (misshapen if _skew(extent) > BENT else 0.0)
        shape += burdens(drawing, drawn.placement, drawn.routes, extent)
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


def _candidates(drawing: Drawing, wide: float, manners: Sequence[Manner], axes: Axes) -> Iterator[Candidate]:
    """Each way to fill rows, once."""
    seen: list[tuple[float, Ranks]] = []
    sizes: dict[float, tuple[Mapping[str, Anatomy], Mapping[str, float]]] = {}
    for fill, share, (text_limit, between, cost) in manners:
        if text_limit not in sizes:
            sizes[text_limit] = _sizes(drawing, text_limit, between, axes)
        anatomies, widths = sizes[text_limit]
        ranks = fill(drawing, widths, wide * share)
        if (text_limit, ranks) not in seen:
            seen.append((text_limit, ranks))
            yield Candidate(anatomies, ranks, between, cost, axes)


def _mixed(shares: Sequence[float], looks: Sequence[Look], fills: Sequence[Fill]) -> Sequence[Manner]:
    """Every way to fill rows: first those that differ most."""
    every = [(fill, share, look) for fill in range(len(fills)) for share in range(len(shares)) for look in range(len(looks))]
    every.sort(key=lambda each: (sum(each) + (each[0] == each[2]), each[1], each))
    return [(fills[fill], shares[share], looks[look]) for fill, share, look in every]


def _sizes(drawing: Drawing, text_limit: float, between: float, axes: Axes) -> tuple[Mapping[str, Anatomy], Mapping[str, float]]:
    """How boxes are written, and how much each takes of its row."""
    anatomies = {box.id: measure(box, text_limit) for box in drawing.boxes}
    taken = {frame.id: axes.size(title_width(frame), EMPTY_FRAME)[0] for frame in drawing.frames}
    taken |= {name: axes.size(anatomy.width, anatomy.height)[0] for name, anatomy in anatomies.items()}
    return anatomies, {name: taken[name] + between for name in names(drawing)}
