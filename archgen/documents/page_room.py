"""How full the pages of a printed document are, and what it costs a reader where they are not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archgen.values import dataclass

# A block of the data that is set, as JSON holds it.
Block = Mapping[str, Any]
# The edges of the text on a page, and what a caption takes, in points.
TOP, BOTTOM, CAPTION = 68.0, 779.0, 24.0
# A page that is so full is full; how bad it is where one is not grows with the cube of what it lacks.
FULL, LACKING = 0.8, 1000.0
# What it costs that a figure stands behind its text, that it does so pages further than overleaf, by their square, and that it is
# smaller by its whole width.
BEHIND, FURTHER, SMALLER = 0.5, 2.0, 4.0
# What each page costs.
LENGTH = 1.0


@dataclass(frozen=True)
class Standing:
    """A figure on its page: `place` among the blocks, `down` from the edge in points, `told` the page where it is spoken of."""

    place: int
    block: Block
    page: int
    down: float
    told: int

    @property
    def height(self) -> float:
        """In points, without its caption."""
        return float(self.block["width"] * self.block["ratio"])

    @property
    def behind(self) -> bool:
        """Whether the text that follows it goes first."""
        return bool(self.block.get("floats"))


@dataclass(frozen=True)
class Pages:
    """What stands where: `figures` in the order of the document, `filled` how far down each page is, in points."""

    figures: Sequence[Standing]
    filled: Mapping[int, float]

    @property
    def cost(self) -> float:
        """How much is lost by empty room, by figures far from their text, by small ones, and by many pages."""
        empty: float = sum(max(0.0, FULL - self.share(page)) ** 3 * LACKING for page in self.counted())
        away: float = sum(BEHIND + FURTHER * max(0, one.page - one.told - 1) ** 2 for one in self.figures if one.behind)
        small: float = sum(1 - one.block["width"] / one.block["wanted"] for one in self.figures)
        last = max(self.filled, default=0)
        return empty + away + SMALLER * small + LENGTH * (last + (self.share(last) if last else 0))

    def counted(self) -> Iterator[int]:
        """The pages on which something stands, but the last."""
        last = max(self.filled, default=0)
        return (page for page in sorted(self.filled) if page < last)

    def share(self, page: int) -> float:
        """How much of a page is full."""
        return (self.filled[page] - TOP) / (BOTTOM - TOP)


def pages(blocks: Sequence[Block], marks: Sequence[Mapping[str, Any]]) -> Pages:
    """Read what is marked: a `figure`, where one is `told` of that stands elsewhere, or the `end` of a block, by its place."""
    told = {one["place"]: one["page"] for one in marks if one["what"] == "told"}
    figures = [
        Standing(one["place"], blocks[one["place"]], one["page"], one["y"], told.get(one["place"], one["page"]))
        for one in marks
        if one["what"] == "figure"
    ]
    filled: dict[int, float] = {}
    below = [(one.page, one.down + one.height + CAPTION) for one in figures]
    for page, down in [*((one["page"], one["y"]) for one in marks if one["what"] != "figure"), *below]:
        filled[page] = max(filled.get(page, TOP), min(down, BOTTOM))
    return Pages(sorted(figures, key=lambda one: one.place), filled)
