"""Long texts over several lines, as full as the width allows."""

import re

WIDTH = 130
# A line may end at a single space, unless what follows could be taken for something else at the start of a line.
SPACE = re.compile(r"(?<=[^ \t]) (?=[^ \t#])(?![-?:](?: |$))")


def filled(start: str, text: str, indent: int) -> list[str]:
    r"""The text after what a line starts with, its further lines at `indent`; a line end in it is a paragraph's end.

    >>> filled("key:", "one\ntwo", 2)
    ['key: one', '', '  two']
    """
    first, *others = text.split("\n")
    lines = _paragraph(start, first, indent)
    for paragraph in others:
        lines += ["", *_paragraph(" " * (indent - 1), paragraph, indent)]
    return lines


def _paragraph(start: str, text: str, indent: int) -> list[str]:
    if not text:
        return [start] if start.strip() else []
    first, *words = SPACE.split(text) if len(start) + 1 + len(text) > WIDTH else [text]
    lines = [f"{start} {first}"]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append(" " * indent + word)
        else:
            lines[-1] += f" {word}"
    return lines
