"""Patterns for the paths of designs: `*` is any part of a name, `**` any number of folders."""

import re
from functools import cache
from pathlib import PurePosixPath


def path_fits(pattern: str, path: str) -> bool:
    """Whether the pattern describes the path, or a folder that it is in. Without a slash, it describes a name at any depth.

    >>> path_fits("legacy/**/*.yaml", "legacy/2019/shop.yaml"), path_fits("legacy", "old/legacy/shop.yaml")
    (True, True)
    >>> path_fits("legacy/*.yaml", "legacy/2019/shop.yaml"), path_fits("shop.yaml", "shop.yml")
    (False, False)
    """
    whole = PurePosixPath(path)
    anchored = pattern if path.startswith("/") or not pattern.startswith("/") else f".{pattern}"
    return any(_pattern(anchored).fullmatch(str(part)) for part in (whole, *whole.parents))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    bare = pattern.removeprefix("./").rstrip("/")
    parts = re.sub(r"(?<![^/])(?:\*\*/)+", "**/", bare).split("/") if "/" in bare else ["**", bare]
    written = "".join("(?:.+/)?" if part == "**" else f"{_name(part)}/" for part in parts[:-1])
    return re.compile(written + (".*" if parts[-1] == "**" else _name(parts[-1])), re.DOTALL)


def _name(part: str) -> str:
    """The pattern of one name: nothing in it goes past a slash."""
    pieces = re.split(r"(\*+|\?|\[[^\]]+\])", part)
    return "".join(map(_piece, pieces))


def _piece(piece: str) -> str:
    if piece.startswith("*"):
        return "[^/]*"
    if piece == "?":
        return "[^/]"
    if piece.startswith("[") and piece.endswith("]"):
        return _one_of(piece[1:-1]) or re.escape(piece)
    return re.escape(piece)


def _one_of(characters: str) -> str | None:
    """One of the characters, or one that is not behind `!`; None for a range that runs backwards: that is no pattern."""
    inner = characters.replace("\\", "\\\\").replace("[", "\\[")
    written = f"(?!/)[{'^' + inner[1:] if inner.startswith('!') else inner.replace('^', chr(92) + '^')}]"
    try:
        re.compile(written)
    except re.error:
        return None
    return written
