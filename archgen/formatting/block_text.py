"""Texts that are written on lines of their own after `|` or `>`: every line is kept, and stands where it belongs."""

from archgen.formatting.source import BREAKS
from archgen.formatting.tree import Text

# How deep what belongs to something is indented below it.
STEP = 2
KEPT = {0: "-", 1: ""}


def block_lines(text: Text, indent: int) -> list[str] | None:
    """The sign that begins the text and its lines; None for a text that cannot be written so, or need not be."""
    source = text.raw.split("\n")[1:]
    said = [line for line in text.value.split("\n") if line.strip(" ")]
    if text.style not in ("|", ">") or not said or BREAKS.search(text.raw.replace("\n", "")):
        return None
    depth = _indent(next(line for line in source if line.strip(" "))) - _indent(said[0])
    lines = [line[depth:] for line in source]
    first = next(line for line in lines if line)
    ends = len(text.value) - len(text.value.rstrip("\n"))
    while not lines[-1]:
        lines.pop()
    lines += [""] * (ends - 1)
    sign = text.style + (str(STEP) if first.startswith((" ", "\t")) else "") + KEPT.get(ends, "+")
    return [sign, *(" " * indent + line if line else "" for line in lines)]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
