"""Numbers that stay beside their units, and lines beside their numbers, wherever a text is broken into lines."""

import re

GAP = "\N{NO-BREAK SPACE}"
UNITS = ("us", "ms", "s", "min", "h", "d", "days?", "B", "kB", "MB", "GB", "TB", "PB", "EB", "[kMG]bit/s", "%")
BETWEEN = re.compile(rf"(?<=\d) (?=(?:{'|'.join(UNITS)})(?!\w))|(?<=\(line) (?=\d)")


def bound(text: str) -> str:
    """The text with a space that no line breaks at between a number and its unit, and in `(line 9)`.

    >>> bound("raise it above 1 min").split(" ")[-1] == f"1{GAP}min"
    True
    """
    return BETWEEN.sub(GAP, text)


def broken(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of at most that many characters; `first` begins the first of them, `rest` the others.

    A word that is longer stands in a line of its own.
    """
    from textwrap import wrap

    lines = wrap(bound(text), width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)
    return [line.replace(GAP, " ") for line in lines]
