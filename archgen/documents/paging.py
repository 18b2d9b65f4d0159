"""Figures on paper that would leave much of a page empty: made smaller, or put behind the text that they are about."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from archgen.documents.page_room import BOTTOM, CAPTION, TOP, Pages, Standing, pages
from archgen.values import dataclass

# A block of the data that is set, as JSON holds it, and what tells where the marks of such data come to stand.
Block = dict[str, Any]
Ask = Callable[[str], Sequence[Mapping[str, Any]]]
# A page that is less full than this is worth a change. So many ways are followed at once, and so many pages of each looked at; it
# ends when so many are tried, or nothing became better so often.
EMPTY, FOLLOWED, AT_ONCE, TRIES, PATIENCE = 0.7, 4, 2, 160, 2
# A figure that did not fit becomes at least so much smaller, whatever the room is thought to be.
TIGHT = 0.96
# What a heading wants above it where it does not begin a page, in points, and how many figures go behind their text at once.
ABOVE, TOGETHER = 26.0, 3
# So many blocks after the last figure say enough of what follows it.
AFTER = 12


@dataclass(frozen=True)
class Setting:
    """How a figure is set: its width in points, and whether it stands behind its text."""

    width: float
    behind: bool = False


# Of each figure, by its place among the blocks.
State = Mapping[int, Setting]


def marked(blocks: Sequence[Mapping[str, Any]]) -> list[Block]:
    """The blocks; behind each that may share a page with figures is a mark, and each figure knows its place."""
    kept: list[Block] = [dict(block) for block in blocks]
    last = max((place for place, block in enumerate(kept) if block["sort"] == "figure"), default=-1)
    for place, block in enumerate(kept[: last + 1 + AFTER] if last >= 0 else []):
        if block["sort"] == "figure":
            block["place"] = place
        else:
            _note_end(block, place)
    return kept


def paged(document: str, ask: Ask) -> str:
    """The document with its figures set so that no page is left too empty, where that can be.

    What leaves room is changed, one figure after another, and what is better for the reader is kept.
    """
    whole = json.loads(document)
    blocks: list[Block] = whole["sections"]
    start: State = {place: Setting(block["width"]) for place, block in enumerate(blocks) if block["sort"] == "figure"}
    if not start:
        return document
    best = _search(start, lambda state: _tried(whole, state, ask))
    return json.dumps(whole | {"sections": _set(blocks, best)}, ensure_ascii=False, sort_keys=True)


def _search(start: State, tried: Callable[[State], Pages]) -> State:
    """The best of what is tried: a few are followed at once, as what is no better in itself may lead to what is."""
    known, followed = [start], [(start, tried(start))]
    waited = 0
    while waited < PATIENCE:
        best = followed[0][1].cost
        changes: list[State] = []
        for state, found in followed:
            changes += (one for one in _changes(state, found) if one not in known and one not in changes)
        changes = changes[: TRIES - len(known)]
        known += changes
        followed = sorted([*followed, *((one, tried(one)) for one in changes)], key=lambda one: one[1].cost)[:FOLLOWED]
        waited = 0 if changes and followed[0][1].cost < best else waited + 1
    return followed[0][0]


def _tried(whole: Mapping[str, Any], state: State, ask: Ask) -> Pages:
    """What stands where with figures set so; of what follows the last of them, only headings count, which links lead to."""
    blocks = _set(whole["sections"], state)
    end = max(state) + 1 + AFTER
    short = [*blocks[:end], *(block for block in blocks[end:] if block["sort"] == "heading")]
    return pages(blocks, ask(json.dumps({**whole, "sections": short, "trial": True}, ensure_ascii=False)))


def _set(blocks: Sequence[Block], state: State) -> list[Block]:
    """The blocks with each figure as stated. One that stands behind its text and has no caption has its heading as such."""
    made = list(blocks)
    for place, setting in state.items():
        made[place] = {**blocks[place], "width": setting.width, "wanted": blocks[place]["width"]}
        if setting.behind:
            above = next((one for one in reversed(blocks[:place]) if one["sort"] == "heading"), None)
            caption = blocks[place]["caption"] or (above["body"] if above else [])
            made[place] = {**made[place], "floats": True, "caption": caption}
    return made


def _changes(state: State, found: Pages) -> Iterator[State]:
    """What may fill the first pages that are too empty."""
    empty = (page for page in found.counted() if found.share(page) < EMPTY)
    for page in islice(empty, AT_ONCE):
        yield from _filling(state, found, page)


def _filling(state: State, found: Pages, page: int) -> Iterator[State]:
    """What may fill a page."""
    coming = [one for one in found.figures if one.page > page and not one.behind]
    near = [one for one in found.figures if one.page in (page, page + 1)]
    yield from _smaller(state, found, page, coming[:1])
    for many in range(1, min(len(coming), TOGETHER) + 1):
        yield {**state, **{one.place: Setting(state[one.place].width, behind=True) for one in coming[:many]}}
    for one in near:
        if one.behind:
            yield {**state, one.place: Setting(state[one.place].width)}
    yield from _both_smaller(state, found, page, near)


def _smaller(state: State, found: Pages, page: int, coming: Sequence[Standing]) -> Iterator[State]:
    """The figure that did not fit, as small as the room."""
    for one in coming:
        share = _room(found, page, one) / max(one.height, 1)
        yield from _scaled(state, [one], share)


def _both_smaller(state: State, found: Pages, page: int, near: Sequence[Standing]) -> Iterator[State]:
    """The last figure of the page and the first of the next, so small that both are on one."""
    here, there = [one for one in near if one.page == page][-1:], [one for one in near if one.page > page][:1]
    if here and there:
        share = (_room(found, page, there[0]) + here[0].height) / max(here[0].height + there[0].height, 1)
        yield from _scaled(state, [*here, *there], share)


def _scaled(state: State, figures: Sequence[Standing], share: float) -> Iterator[State]:
    """The figures made smaller, where none becomes too small to be read."""
    widths = {one.place: round(one.block["width"] * min(share, TIGHT), 2) for one in figures}
    if all(widths[one.place] >= one.block["least"] for one in figures):
        yield {**state, **{place: Setting(width, state[place].behind) for place, width in widths.items()}}


def _room(found: Pages, page: int, figure: Standing) -> float:
    """What a page has left for a figure, in points, where its headings and its caption go with it."""
    caption = CAPTION if figure.block["caption"] else 0
    return BOTTOM - found.filled[page] - (figure.down - TOP) - ABOVE - caption


def _note_end(block: Block, place: int) -> None:
    """Put a mark behind the last letter of a block, of each item and of each row; behind nothing where no line ends it."""
    mark = {"sort": "end", "place": place}
    match block["sort"]:
        case "paragraph":
            block["body"] = [*block["body"], mark]
        case "quote":
            _note_end(block["body"][-1], place)
        case "list" | "enum":
            for item in block["items"]:
                _note_end(item[-1], place)
        case "table":
            for row in block["rows"]:
                row["cells"][0] = [*row["cells"][0], mark]
