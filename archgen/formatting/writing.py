"""From the tree of a file to its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.formatting.block_text import STEP, block_lines
from archgen.formatting.filling import WIDTH, filled
from archgen.formatting.quoting import Reads, one_line
from archgen.formatting.tree import Collection, Comment, Entry, Text


@dataclass(frozen=True)
class Laid:
    """An entry, or a block, as lines, and the comments that go above the first of them; `blank` if a blank line does too."""

    above: Sequence[Comment]
    lines: list[str]
    blank: bool = False


def written(root: Collection, reads: Reads) -> list[str]:
    """The lines of a file. Its sections, the blocks at the top, stand apart from one another and from the rest."""
    lines: list[str] = [] if root.entries else ["{}"]
    section = False
    for entry in root.entries:
        laid, before = _entry(entry, 0, reads), section
        section = len(laid.lines) > 1 and not (isinstance(entry.value, Text) and entry.value.raw)
        if section or before:
            _blank(lines)
        _add(lines, laid, 0)
    _say(lines, root.foot, 0)
    return lines


def _block(block: Collection, column: int, reads: Reads) -> Laid:
    """The entries one below the other. Where the comments above the first go is left to whoever asks."""
    first, *others = (_entry(entry, column, reads) for entry in block.entries)
    lines = list(first.lines)
    for laid in others:
        _add(lines, laid, column)
    _say(lines, block.foot, column)
    return Laid(first.above, lines, first.blank)


def _entry(entry: Entry, column: int, reads: Reads) -> Laid:
    start = " " * column + (f"{one_line(entry.key, reads, key=True)}:" if entry.key else "-")
    if isinstance(entry.value, Text):
        lines, at = _text(entry.value, start, column + STEP, reads)
        head = entry.head
    else:
        within = _within(entry.value, WIDTH - len(start) - 1, reads)
        if not within:
            return _opened(entry, entry.value, start, column, reads)
        lines, at = [f"{start} {within}"], 0
        head = (*entry.head, *entry.value.foot)
    above, end = (head, entry.end) if entry.end else (head[:-1], head[-1:])
    _hang(lines, at, end)
    _say(lines, entry.inside, column + STEP)
    return Laid((*entry.above, *above), lines, entry.blank)


def _text(text: Text, start: str, indent: int, reads: Reads) -> tuple[list[str], int]:
    """The lines of a text, and on which of them a comment may stand."""
    block = block_lines(text, indent)
    if block:
        return [f"{start} {block[0]}", *block[1:]], 0
    lines = filled(start, one_line(text, reads), indent)
    return lines, len(lines) - 1


def _within(value: Collection, width: int, reads: Reads) -> str:
    """The brackets on one line; nothing where the width or a comment forbids it."""
    if not value.flow:
        return ""
    line = ""
    for part in _brackets(value, reads):
        line += part
        if len(line) > width and value.entries:
            return ""
    return line if not value.entries or not value.commented else ""


def _brackets(value: Text | Collection, reads: Reads) -> Iterator[str]:
    if isinstance(value, Text):
        yield one_line(value, reads, flow=True)
        return
    yield "{" if value.mapping else "["
    for place, entry in enumerate(value.entries):
        yield ", " if place else ""
        yield f"{one_line(entry.key, reads, key=True, flow=True)}: " if entry.key else ""
        yield from _brackets(entry.value, reads)
    yield "}" if value.mapping else "]"


def _opened(entry: Entry, value: Collection, start: str, column: int, reads: Reads) -> Laid:
    """A block below its key, or beside its dash."""
    block = _block(value, column + STEP, reads)
    head, foot = (entry.head, entry.end) if value.commented else ((*entry.head, *entry.end), ())
    above = entry.above
    if entry.key:
        lines = [start]
        _hang(lines, 0, head)
        _add(lines, Laid(block.above, block.lines, block.blank and bool(block.above)), column + STEP)
    else:
        lines = [f"{start} {block.lines[0].lstrip(' ')}", *block.lines[1:]]
        above = (*above, *head, *block.above)
    _say(lines, foot, column + STEP)
    return Laid(above, lines, entry.blank)


def _hang(lines: list[str], at: int, comments: Sequence[Comment]) -> None:
    """Put a comment at the end of a line, and what continues it below it."""
    column = len(lines[at]) + 2
    for place, comment in enumerate(comments):
        if place:
            lines.insert(at + place, " " * column + comment.text)
        else:
            lines[at] += f"  {comment.text}"


def _add(lines: list[str], laid: Laid, column: int) -> None:
    _say(lines, laid.above, column)
    if laid.blank:
        _blank(lines)
    lines += laid.lines


def _say(lines: list[str], comments: Sequence[Comment], column: int) -> None:
    for comment in comments:
        if comment.blank:
            _blank(lines)
        lines.append(" " * column + comment.text)


def _blank(lines: list[str]) -> None:
    """One blank line, but none at the start; one that ends a text counts."""
    if lines and lines[-1]:
        lines.append("")
