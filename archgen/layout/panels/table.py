"""Tables: columns as wide as their texts like, or as they can be where there is less room; one rule below each row."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import permutations

from archgen.figures.table import Cell, Comparison, said
from archgen.layout.adding import added
from archgen.layout.panels.block import Block
from archgen.layout.panels.marks import mark
from archgen.layout.panels.paragraph import line_height, paragraph
from archgen.layout.text_size import text_width
from archgen.model.picture import Line, Point, Rect, Shape, TextRole
from archgen.values import dataclass

PAD_X, PAD_Y = 12.0, 7.0
MARK = 20.0  # from the left of a cell's mark to its text
NARROWEST = 44.0
LONGEST_WORD = 104.0  # a longer one may be broken
STEPS = (48.0, 24.0, 12.0, 6.0)  # pixels that one column hands over to another
BROAD = 420.0  # the width up to which a text is set in one line where there is room


@dataclass(frozen=True)
class Column:
    """How wide a column has to be at the least, and likes to be."""

    least: float
    wish: float


def place_table(table: Comparison, room: float) -> Block:
    """Set the table in at most `room` pixels; in more where its longest words need that."""
    widths = _widths(table, room)
    heads = [paragraph(name, "frame-title", width - 2 * PAD_X) for name, width in zip(table.columns, widths, strict=True)]
    rows = [_cells(row, widths) for row in table.rows]
    shapes: list[Shape] = []
    y = _height(heads)
    tops = [y]
    for row in rows:
        y += _height(row)
        tops.append(y)
    shapes += _chosen(table, widths, tops)
    shapes += _row(heads, widths, 0, tops[0], foot=True)
    for place, row in enumerate(rows):
        shapes += _row(row, widths, tops[place], tops[place + 1], foot=False)
        shapes.append(_rule(added(widths), tops[place]))
    return Block(added(widths), y, tuple(shapes))


def _column(table: Comparison, place: int) -> Column:
    cells = [row[place] for row in table.rows]
    texts: list[tuple[str, TextRole, float]] = [(table.columns[place], "frame-title", 0.0)]
    texts += [(said(cell), _role(cell, place), _indent(cell)) for cell in cells]
    least = max(max((text_width(word, role) for word in text.split()), default=0) + indent for text, role, indent in texts)
    wish = max(text_width(text, role) + indent for text, role, indent in texts)
    padded = max(NARROWEST, min(LONGEST_WORD, least) + 2 * PAD_X + 1)
    return Column(padded, max(padded, min(BROAD, wish) + 2 * PAD_X + 1))


def _widths(table: Comparison, room: float) -> Sequence[float]:
    """What each column gets: its wish; where there is less room, what makes the table lowest."""
    columns = [_column(table, place) for place in range(len(table.columns))]
    wish, least = added(column.wish for column in columns), added(column.least for column in columns)
    if wish <= room:
        return [column.wish for column in columns]
    if least >= room:
        return [column.least for column in columns]
    share = (room - least) / (wish - least)
    return _settled(table, columns, [column.least + (column.wish - column.least) * share for column in columns])


def _settled(table: Comparison, columns: Sequence[Column], widths: Sequence[float]) -> Sequence[float]:
    """Widths between which room is handed over, less and less of it, as long as the table becomes lower by that."""
    heights = [_heights(table, place) for place in range(len(columns))]
    cost = _cost(heights, widths)
    for step in STEPS:
        while True:
            ways = [(_cost(heights, way), way) for way in _handed_over(columns, widths, step)]
            best, way = min(ways, default=(cost, widths))
            if best >= cost:
                break
            cost, widths = best, way
    return widths


def _handed_over(columns: Sequence[Column], widths: Sequence[float], step: float) -> Iterator[list[float]]:
    """The widths with `step` pixels taken from one column and given to another."""
    for giver, taker in permutations(range(len(columns)), 2):
        moved = min(step, widths[giver] - columns[giver].least, columns[taker].wish - widths[taker])
        if moved > 1:
            way = list(widths)
            way[giver] -= moved
            way[taker] += moved
            yield way


def _cost(heights: Sequence[Callable[[float], Sequence[float]]], widths: Sequence[float]) -> tuple[float, float]:
    """How high the table becomes, and how high all its texts are together."""
    columns = [of(width) for of, width in zip(heights, widths, strict=True)]
    return added(max(row) for row in zip(*columns, strict=True)), added(map(added, columns))


def _heights(table: Comparison, place: int) -> Callable[[float], Sequence[float]]:
    """How high the cells of a column are, its head first, at a width."""

    @cache
    def at(width: float) -> Sequence[float]:
        head = paragraph(table.columns[place], "frame-title", width - 2 * PAD_X)
        return [block.height for block in (head, *(_cell(row[place], place, width - 2 * PAD_X) for row in table.rows))]

    return at


def _cells(row: Sequence[str | Cell], widths: Sequence[float]) -> list[Block]:
    return [_cell(cell, place, width - 2 * PAD_X) for place, (cell, width) in enumerate(zip(row, widths, strict=True))]


def _cell(cell: str | Cell, place: int, width: float) -> Block:
    sign = cell.mark if isinstance(cell, Cell) else None
    tone = (cell.tone if isinstance(cell, Cell) else None) or "neutral"
    text = paragraph(said(cell), _role(cell, place), width - _indent(cell), tone)
    if sign is None:
        return text
    middle = line_height("body") / 2
    return Block(text.width + MARK, max(text.height, line_height("body")), (*mark(sign, middle), *text.at(MARK, 0)))


def _role(cell: str | Cell, place: int) -> TextRole:
    if isinstance(cell, Cell) and cell.code:
        return "verbatim"
    return "strong" if place == 0 or (isinstance(cell, Cell) and (cell.strong or cell.tone)) else "body"


def _indent(cell: str | Cell) -> float:
    return MARK if isinstance(cell, Cell) and cell.mark else 0.0


def _height(blocks: Sequence[Block]) -> float:
    return max(block.height for block in blocks) + 2 * PAD_Y


def _row(blocks: Sequence[Block], widths: Sequence[float], top: float, bottom: float, *, foot: bool) -> Iterator[Shape]:
    """The cells of a row, from its top on; those of the head stand at its foot."""
    x = 0.0
    for block, width in zip(blocks, widths, strict=True):
        y = bottom - PAD_Y - block.height if foot else top + PAD_Y
        yield from block.at(x + PAD_X, y)
        x += width


def _rule(width: float, y: float) -> Shape:
    return Line((Point(0, y), Point(width, y)), "rule", head=False)


def _chosen(table: Comparison, widths: Sequence[float], tops: Sequence[float]) -> Iterator[Shape]:
    """The ground of the column or row that stands out."""
    if table.chosen in table.columns:
        place = table.columns.index(table.chosen)
        yield Rect(added(widths[:place]), 0, widths[place], tops[-1], "strip", "edge", 6)
    elif table.chosen is not None:
        place = next(place for place, row in enumerate(table.rows) if said(row[0]) == table.chosen)
        yield Rect(0, tops[place], added(widths), tops[place + 1] - tops[place], "strip", "edge", 6)
