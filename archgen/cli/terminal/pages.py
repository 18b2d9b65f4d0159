"""Pages in Markdown, shown on a terminal: in its width and in colours. Elsewhere they stay Markdown."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from archgen.model.units import GAP, broken

if TYPE_CHECKING:
    from archgen.model.exchange import Manner

BOLD, DIM, RED, GREEN, CYAN = "1", "2", "31", "32", "36"
# Wider than this, lines are hard to follow; narrower than this, breaking them does more harm than good.
WIDEST, NARROWEST = 100, 30
ITEM = re.compile(r"(\s*)([-*]|\d+\.) +")
# Numbered lines of a design, with the mark of those that differ.
DIFFERING = {re.compile(r" *\d+ -"): RED, re.compile(r" *\d+ \+"): GREEN}
# What such a line begins with, below which it goes on.
NUMBERED = re.compile(r" *\d+ [-+ ] *(?:- )?\{?")
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
    """Lines that are to be taken over, as they are, and designs to look at; in colours the fence is not needed."""
    compared, told = lines[0] == "```diff", lines[0] == "```text"
    inner = [part for line in lines[1:-1] for part in _folded(line, manner)] if compared else lines[1:-1]
    if not manner.colour:
        yield from [lines[0], *inner, lines[-1]]
        return
    style = DIM if compared else CYAN
    for line in inner:
        if compared and NUMBERED.match(line):
            style = next((colour for mark, colour in DIFFERING.items() if mark.match(line)), DIM)
        yield line if told else _painted(line, style)


def _folded(line: str, manner: "Manner") -> Sequence[str]:
    """A numbered line of a design that is wider than the terminal goes on below its own text."""
    begins = NUMBERED.match(line)
    if begins is None or not 0 < manner.width < len(line):
        return [line]
    head = begins[0]
    text = line[len(head) :].replace(": ", f":{GAP}")
    return broken(text, room(manner), head, " " * (len(head) if head.endswith("{") else len(head) + 2))


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
    return broken(text, width, start, margin)


def _span(found: re.Match[str]) -> str:
    return _painted(found[1] or found[2], CYAN if found[1] else BOLD)


def _painted(text: str, style: str) -> str:
    """In a colour, line by line, so that no line hangs on another."""
    return "\n".join(f"\x1b[{style}m{line}\x1b[0m" if line else line for line in text.split("\n"))
