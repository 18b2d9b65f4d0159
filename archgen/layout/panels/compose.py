"""Panels -> picture: rows of panels under a headline, as low and as even as can be, and the takeaway at the foot."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from archgen.figures.cards import Cards
from archgen.figures.panel import Panel
from archgen.figures.table import Comparison
from archgen.figures.timeline import Timeline
from archgen.layout.adding import added
from archgen.layout.cases import LEFT as OUTERMOST
from archgen.layout.lifelines import place_sequence
from archgen.layout.moving import all_moved
from archgen.layout.panels.block import Block, beside, stacked
from archgen.layout.panels.cards import place_cards
from archgen.layout.panels.kinds import place_panel
from archgen.layout.panels.paragraph import paragraph
from archgen.model.drawing import Drawing, Panels, Part
from archgen.model.drawing import Sequence as Exchange
from archgen.model.picture import MAX_WIDTH, Picture, Rect, Shape
from archgen.values import dataclass

MARGIN = 20.0
CROP = 14.0  # of the margins that a drawing of its own brings
ROOM = MAX_WIDTH - 2 * MARGIN
ABOVE_PANELS, BETWEEN_PANELS, BESIDE_PANELS = 18.0, 26.0, 32.0
UNDER_TITLE = 10.0
SHARES = (1.0, 0.66, 0.5, 0.33)  # of the room, for each panel to be tried in
MOST_BESIDE = 3
BROAD = 760.0  # up to here a figure is broad enough for its texts above and below to stay in one line
EMPTY = 0.25  # of a pixel of height: what a thousand empty pixels beside panels cost
UNEVEN = 0.06  # for each pixel between the widths of panels beside one another
# For each pixel by which one is narrower than it likes to be.
TIGHT: Mapping[type, float] = {Exchange: 0.5, Comparison: 0.5, Timeline: 0.1}
SHARED = 160.0  # pixels that are left beside panels; more of them are not put between these
NOTICED = 60.0  # pixels beside a panel: with less, it stands flush left
INSET = 14.0  # of the takeaway, within its strip
Place = Callable[[Drawing | Exchange], Picture]
Grown = Callable[[float, float], Block]  # a panel over a width, and down to a height


@dataclass(frozen=True)
class Set:
    """A panel as it is laid out, its title apart, to be set in line with those beside it; its cost, and how it grows."""

    title: Block
    body: Block
    cost: float = 0.0
    wider: Grown | None = None

    def taking(self, spare: float, high: float) -> "Set":
        """The same over so many more pixels and down to `high`, where it fills what it is given."""
        return Set(self.title, self.wider(self.body.width + spare, high), self.cost, self.wider) if self.wider else self

    @property
    def width(self) -> float:
        """How wide both are."""
        return max(self.title.width, self.body.width)

    def block(self, above: float, within: float = 0.0) -> Block:
        """Title and body, the body `above` pixels below the top, and in the middle `within` so many; the title stands over it."""
        down = above + (UNDER_TITLE if above else 0)
        body = _centred(self.body, within)
        shapes = (*self.title.at(0, above - self.title.height), *body.at(0, down))
        return Block(max(self.width, body.width), down + self.body.height, shapes)


@dataclass(frozen=True)
class Row:
    """Panels beside one another, and what speaks against having them so."""

    panels: tuple[Set, ...]
    cost: float

    @property
    def titled(self) -> bool:
        """Whether a title stands over any of the panels."""
        return any(panel.title.height for panel in self.panels)

    def block(self, width: float = 0.0) -> Block:
        """The panels side by side, their bodies in line, over all of `width`: little is left between them, much is shared out."""
        above = max(panel.title.height for panel in self.panels)
        count = len(self.panels)
        spare = max(0.0, width - added(panel.width for panel in self.panels) - BESIDE_PANELS * (count - 1))
        share = spare / count if count == 1 or spare > SHARED else 0.0
        growing = 0 if share else sum(panel.wider is not None for panel in self.panels)
        high = max(panel.body.height for panel in self.panels)
        panels = [panel.taking(spare / growing if growing else 0.0, high) for panel in self.panels]
        left = max(0.0, width - added(panel.width for panel in panels) - BESIDE_PANELS * (count - 1))
        blocks = [panel.block(above, panel.width + share if share else 0.0) for panel in panels]
        return beside(blocks, BESIDE_PANELS + (0.0 if share or count == 1 else left / (count - 1)))


def compose(figure: Panels, place: Place) -> Picture:
    """Set the panels of a figure, each drawn by `place` where it is a drawing of its own."""
    choices = [_choices(part, place) for part in figure.parts]
    rows = _rows(choices)
    width = max(*(row.block().width for row in rows), min(ROOM, _least_width(figure)))
    body = stacked((_set(row, width, alone=len(rows) == 1) for row in rows), BETWEEN_PANELS)
    head = stacked((paragraph(figure.title, "headline", width), paragraph(figure.subtitle, "opening", width)), 4)
    whole = stacked((head, body, _takeaway(figure.takeaway, width)), ABOVE_PANELS)
    shapes = all_moved(whole.shapes, MARGIN, MARGIN)
    return Picture(figure.title, figure.description, round(width + 2 * MARGIN, 1), round(whole.height + 2 * MARGIN, 1), shapes)


def _least_width(figure: Panels) -> float:
    """What stands above and below a small panel does not break into a column."""
    above = (paragraph(figure.title, "headline", BROAD), paragraph(figure.subtitle, "opening", BROAD))
    return max(*(block.width for block in above), paragraph(figure.takeaway, "strong", BROAD).width + 2 * INSET)


def _choices(part: Part, place: Place) -> Sequence[Set]:
    """A panel in every width that makes a difference, the widest first."""
    if not isinstance(part.content, (Panel, Exchange)):
        return [_titled(part.title, _cropped(place(part.content)))]
    found: list[Set] = []
    for share in SHARES:
        room = ROOM * share - BESIDE_PANELS * (1 - share)
        block = _within(part.content, room)
        if block.width <= room + 0.5 and (not found or block.width < found[-1].body.width - 0.5):
            narrower = found[0].body.width - block.width if found else 0.0
            wider = partial(place_cards, part.content) if isinstance(part.content, Cards) else None
            found.append(_titled(part.title, block, TIGHT.get(type(part.content), 0.0) * narrower, wider))
    return found or [_titled(part.title, _within(part.content, ROOM))]


def _within(content: Panel | Exchange, room: float) -> Block:
    """A panel or a sequence, laid out in so many pixels."""
    if not isinstance(content, Exchange):
        return place_panel(content, room)
    beside = OUTERMOST if content.cases else CROP
    return _cropped(place_sequence(content, room + 2 * beside), beside)


def _cropped(picture: Picture, beside: float = CROP) -> Block:
    """A picture without what it leaves free above and below, and `beside` it."""
    whole = Block(picture.width - 2 * beside, picture.height - 2 * CROP, picture.shapes)
    return Block(whole.width, whole.height, whole.at(-beside, -CROP))


def _titled(title: str, block: Block, cost: float = 0.0, wider: Grown | None = None) -> Set:
    return Set(paragraph(title, "title", max(block.width, 200.0)), block, cost, wider)


def _rows(choices: Sequence[Sequence[Set]]) -> Sequence[Row]:
    """The cheapest way to break the panels, in their order, into rows."""
    best: list[tuple[float, tuple[Row, ...]]] = [(0.0, ())]
    for end in range(1, len(choices) + 1):
        ways = []
        for start in range(max(0, end - MOST_BESIDE), end):
            for row in _row(choices[start:end]):
                cost, before = best[start]
                ways.append((cost + row.cost, (*before, row)))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _row(choices: Sequence[Sequence[Set]]) -> Iterator[Row]:
    """Every choice of widths with which the panels fit beside one another; one alone fits anyway."""
    for panels in _combined(choices):
        width = added(panel.width for panel in panels) + BESIDE_PANELS * (len(panels) - 1)
        if width <= ROOM + 0.5 or len(panels) == 1:
            height = Row(panels, 0).block().height
            bodies = max(panel.body.height for panel in panels)
            empty = added(panel.width * (bodies - panel.body.height) for panel in panels) + max(0.0, ROOM - width) * height
            uneven = UNEVEN * (max(panel.width for panel in panels) - min(panel.width for panel in panels))
            tight = added(panel.cost for panel in panels)
            yield Row(panels, height + BETWEEN_PANELS + EMPTY * empty / 1000 + uneven + tight)


def _combined(choices: Sequence[Sequence[Set]]) -> Iterator[tuple[Set, ...]]:
    if not choices:
        yield ()
        return
    for panel in choices[0]:
        for others in _combined(choices[1:]):
            yield (panel, *others)


def _set(row: Row, width: float, *, alone: bool) -> Block:
    """A row within the width of the figure: in the middle, but for titles, which are in line with those of other rows."""
    return _centred(row.block(), width) if alone else _centred(row.block(width), 0.0 if row.titled else width)


def _centred(block: Block, width: float) -> Block:
    """A block in the middle of so many pixels; flush left where hardly any are left over, or fewer are asked for."""
    spare = width - block.width
    left = spare / 2 if spare > NOTICED else 0.0
    return Block(max(width, block.width), block.height, block.at(left, 0))


def _takeaway(text: str, width: float) -> Block:
    words = paragraph(text, "strong", width - 2 * INSET, "edge", "middle")
    if not words.height:
        return words
    height = words.height + INSET
    shapes: tuple[Shape, ...] = (Rect(0, 0, width, height, "strip", "edge"), *words.at(INSET, INSET / 2))
    return Block(width, height, shapes)
