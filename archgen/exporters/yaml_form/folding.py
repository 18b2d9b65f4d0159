"""Long texts over several lines, with nothing in them lost or added."""

import re
from collections.abc import Iterable, Iterator

# What could get lost in a block, or be read in another order: tabs, what YAML takes for the end of a line, spaces at the ends,
# empty lines around it.
FRAGILE = re.compile("[\t\r\x85\u2028-\u202e\u2066-\u2069\ufeff]|^[ \n]|[ ]\n|[ ]$|\n\n$|^$")
SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")
# In quotes, what follows must not be taken for something else at the start of a line.
QUOTED_SPACE = re.compile(r"(?<=[^ \t]) (?=[^ \t#])(?![-?:](?: |$))")


def block(text: str, column: int, width: int) -> list[str] | None:
    r"""The sign of a block and its lines: as they are where all are short, else folded; None for a text that needs quotes.

    >>> block("one\ntwo\n", 2, 40), block("one two", 2, 6)
    (['|', '  one', '  two'], ['>-', '  one', '  two'])
    """
    if FRAGILE.search(text):
        return None
    lines = text.removesuffix("\n").split("\n")
    end, room = "" if text.endswith("\n") else "-", width - column
    if "\n" in text and all(len(line) <= room for line in lines):
        sign = "|"
    elif any(line.startswith(" ") for line in lines):
        return None
    else:
        sign, lines = ">", list(_folded(lines, room))
    return [sign + end, *(" " * column + line if line else "" for line in lines)]


def filled(start: str, quoted: str, column: int, width: int) -> list[str]:
    """A text in quotes behind what a line starts with, broken at its spaces."""
    if len(start) + 1 + len(quoted) <= width:
        return [f"{start} {quoted}"]
    first, *words = QUOTED_SPACE.split(quoted)
    lines = list(_wrapped([f"{start} {first}", *words], width, column))
    return [lines[0], *(" " * column + line for line in lines[1:])]


def _folded(lines: Iterable[str], room: int) -> Iterator[str]:
    """An end of a line is written as an empty line more, since one alone is read as a space."""
    for index, line in enumerate(lines):
        if index:
            yield ""
        if line:
            yield from _wrapped(SPACE.split(line), room)


def _wrapped(words: Iterable[str], room: int, indent: int = 0) -> Iterator[str]:
    """The words on lines as full as there is room; every line but the first is indented later."""
    line, limit = "", room
    for word in words:
        if line and len(line) + 1 + len(word) > limit:
            yield line
            line, limit = word, room - indent
        else:
            line += f" {word}" if line else word
    yield line
