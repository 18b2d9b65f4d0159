"""Pages in Markdown, shown on a terminal: in its width and in colours. Elsewhere they stay Markdown."""

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archgen.model.exchange import Manner

BOLD, DIM, RED, GREEN, CYAN = "1", "2", "31", "32", "36"
# Wider than this, lines are hard to follow; narrower than this, breaking them does more harm than good.
WIDEST, NARROWEST = 100, 30
ITEM = re.compile(r"(\s*)([-*]|\d+\.) +")
# Numbered lines of a design, with the mark of those that differ.
DIFFERING = {re.compile(r" *\d+ -"): RED, re.compile(r" *\d+ \+"): GREEN}
SPANS = re.compile(r"`([^`]+)`|\*\*(.+?)\*\*", re.DOTALL)


def shown(page: str, manner: "Manner") -> str:
    """The page for a terminal. Without colours its marks stay, without a width its lines."""
    blocks = ["\n".join(_block(block, manner)) for block in _blocks(page)]
    return "\n\n".join(blocks)


def room(manner: "Manner") -> int:
    """How wide lines may be; 0 for any width."""
    return max(NARROWEST, min(manner.width, WIDEST)) if manner.width else 0


def _blocks(page: str) -> Iterator[list[str]]:
    """Lines that belong together: those of a fence, a heading, or what stands between empty lines."""
    block: list[str] = []
    fenced = False
    for line in page.splitlines():
        opens = line.startswith("```")
        if not fenced and (opens or line.startswith("#") or not line.strip()):
            yield from [block] if block else []
            block = []
        if line.strip() or fenced:
            block.append(line)
        ends = (opens and fenced) or (not fenced and line.startswith("#"))
        fenced = fenced != opens
        if ends:
            yield block
            block = []
    yield from [block] if block else []


def _block(lines: Sequence[str], manner: "Manner") -> Iterator[str]:
    first = lines[0]
    if first.startswith("```"):
        yield from _fenced(lines, manner)
    elif first.startswith("#"):
        yield _painted(first.lstrip("# "), BOLD) if manner.colour else first
    elif first.startswith("|"):
        yield from lines
    else:
        text = "\n".join(line for item in _items(lines) for line in _filled(item, room(manner)))
        yield SPANS.sub(_span, text) if manner.colour else text


def _fenced(lines: Sequence[str], manner: "Manner") -> Iterator[str]:
    """Lines that are to be taken over, as they are; in colours the fence is not needed."""
    if not manner.colour:
        yield from lines
        return
    told = lines[0] == "```text"
    for line in lines[1:-1]:
        differing = next((colour for mark, colour in DIFFERING.items() if lines[0] == "```diff" and mark.match(line)), "")
        yield line if told else _painted(line, differing or (DIM if lines[0] == "```diff" else CYAN))


def _items(lines: Sequence[str]) -> Iterator[list[str]]:
    """The items of a list, each with the lines that go on with it; a paragraph is a single one."""
    item: list[str] = []
    for line in lines:
        if ITEM.match(line) and item:
            yield item
            item = []
        item.append(line)
    yield item


def _filled(item: Sequence[str], width: int) -> Sequence[str]:
    """An item in lines of that width."""
    if not width:
        return item
    mark = ITEM.match(item[0])
    margin = " " * len(mark[0]) if mark else ""
    text = " ".join(line.strip() for line in item)
    start = mark[1] if mark else ""
    return wrap(text, width, initial_indent=start, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False)


def _span(found: re.Match[str]) -> str:
    return _painted(found[1] or found[2], CYAN if found[1] else BOLD)


def _painted(text: str, style: str) -> str:
    """In a colour, line by line, so that no line hangs on another."""
    return "\n".join(f"\x1b[{style}m{line}\x1b[0m" if line else line for line in text.split("\n"))
