"""Figures on paper that would leave much of a page empty: made smaller, or put behind the text that they are about."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# A block of the data that is set, as JSON holds it.
Block = dict[str, Any]
Marks = Mapping[tuple[str, int], Mapping[str, Any]]
# The edges of the text on a page, in points, and so much left empty as is worth a change.
TOP, BOTTOM, EMPTY = 68.0, 779.0, 150.0
# What a heading wants above it where it does not begin a page, and what a caption takes.
ABOVE, CAPTION = 34.0, 24.0
# Fewer letters of text below a figure are not put before it.
TEXT = 350
MANY = 3
TEXTS = ("paragraph", "list", "enum")


def marked(blocks: Sequence[Mapping[str, Any]]) -> list[Block]:
    """The blocks; of each figure is noted where it stands, and where what is before it and its heading ends."""
    kept: list[Block] = [dict(block) for block in blocks]
    for number, place in enumerate([place for place, block in enumerate(kept) if block["sort"] == "figure"]):
        kept[place]["number"] = number
        before = _opening(kept, place) - 1
        if before >= 0:
            _note_end(kept[before], number)
    return kept


def better(document: str, found: Sequence[Mapping[str, Any]]) -> str | None:
    """The document with the first figure changed that leaves a page too empty; None where there is none any more.

    `found` are the marks: which figure, whether it is the `end` before it or the `figure`, its page, and how far down it is.
    """
    whole = json.loads(document)
    blocks: list[Block] = whole["sections"]
    marks = {(one["what"], one["number"]): one for one in found}
    for place, block in enumerate(blocks):
        ends, stands = marks.get(("end", block.get("number"))), marks.get(("figure", block.get("number")))
        if ends and stands and stands["page"] > ends["page"] and not block.get("floats"):
            before = stands["page"] - 1
            down = ends["y"] if ends["page"] == before else _filled(blocks, marks, before)
            if _changed(blocks, place, BOTTOM - down, stands["y"] - TOP, _waiting(blocks[:place], marks, ends["page"])):
                return json.dumps(whole, ensure_ascii=False, sort_keys=True)
    return None


def _filled(blocks: Sequence[Block], marks: Marks, page: int) -> float:
    """How far down a page is full that holds nothing but figures which stand behind their text."""
    floating = [block for block in blocks if block.get("floats")]
    standing = ((one, mark) for one in floating if (mark := marks.get(("figure", one["number"]))) and mark["page"] == page)
    return max((mark["y"] + one["width"] * one["ratio"] + 2 * CAPTION for one, mark in standing), default=BOTTOM)


def _waiting(blocks: Sequence[Block], marks: Marks, page: int) -> int:
    """How many figures before it stand behind their text on later pages."""
    known = (marks.get(("figure", block["number"])) for block in blocks if block.get("floats"))
    return sum(1 for mark in known if mark and mark["page"] > page)


def _changed(blocks: Sequence[Block], place: int, room: float, head: float, waiting: int) -> bool:
    """Whether something was done about a figure that follows so much empty room, its heading taking `head` of it."""
    figure = blocks[place]
    if figure.get("tried") == "smaller":  # what was thought to fit does not
        figure["width"], figure["tried"] = figure["wanted"], "in vain"
        _put_behind(blocks, place, waiting)
        return True
    if room < EMPTY or figure.get("tried"):
        return False
    width = (room - head - ABOVE - CAPTION) / max(figure["ratio"], 0.01)
    if width >= figure["least"]:
        figure["wanted"], figure["width"], figure["tried"] = figure["width"], round(min(width, figure["width"]), 2), "smaller"
        return True
    return _put_behind(blocks, place, waiting)


def _put_behind(blocks: Sequence[Block], place: int, waiting: int) -> bool:
    """Let the text below it go first, where there is enough of it. One without a caption has its heading as such.

    Where many wait already, a figure would be too far from its text.
    """
    if waiting >= MANY:
        return False
    text = [*_before_others(blocks[place + 1 : _section_end(blocks, place)])]
    if sum(len(json.dumps(one, ensure_ascii=False)) for one in text) < TEXT:
        return False
    figure, above = blocks[place], blocks[place - 1]
    figure["floats"] = True
    figure["caption"] = figure["caption"] or (above["body"] if above["sort"] == "heading" else [])
    return True


def _section_end(blocks: Sequence[Block], figure: int) -> int:
    """Where the section ends that a figure opens, with those within it; where none does, the next heading."""
    above = blocks[figure - 1] if figure and blocks[figure - 1]["sort"] == "heading" else None
    level = above["level"] if above else MANY
    ends = (
        place
        for place in range(figure + 1, len(blocks))
        if blocks[place]["sort"] == "lying" or (blocks[place]["sort"] == "heading" and blocks[place]["level"] <= level)
    )
    return next(ends, len(blocks))


def _before_others(blocks: Sequence[Block]) -> Iterator[Block]:
    """The text up to the next figure or table, and the headings within it."""
    for place, block in enumerate(blocks):
        heads = block["sort"] == "heading" and any(one["sort"] in TEXTS for one in blocks[place + 1 : place + 2])
        if block["sort"] not in TEXTS and not heads:
            return
        yield block


def _opening(blocks: Sequence[Block], figure: int) -> int:
    """Where what belongs above a figure begins: its headings, and the paragraphs that lead to it."""
    start = figure
    while start and (blocks[start - 1]["sort"] == "heading" or blocks[start - 1].get("leads")):
        start -= 1
    return start


def _note_end(block: Block, number: int) -> None:
    """Put a mark behind the last letter of a block; behind nothing where it ends in what holds no line."""
    match block["sort"]:
        case "paragraph":
            block["body"] = [*block["body"], {"sort": "end", "number": number}]
        case "figure":
            block["ends"] = number
        case "quote":
            _note_end(block["body"][-1], number)
        case "list" | "enum":
            _note_end(block["items"][-1][-1], number)
        case "table" if block["rows"]:
            block["rows"][-1]["cells"][0] = [*block["rows"][-1]["cells"][0], {"sort": "end", "number": number}]
