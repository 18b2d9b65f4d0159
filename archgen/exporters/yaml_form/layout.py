"""A design's data as lines of YAML: an entry in brackets where it fits on a line, below its key where it does not."""

from collections.abc import Iterator, Mapping
from typing import Any

from archgen.exporters.yaml_form.folding import block, filled
from archgen.exporters.yaml_form.tidying import FORM, on_a_line
from archgen.plugin import yaml_scalar

WIDTH = 130
STEP = 2
# Sections whose entries stand one below the other.
SECTIONS = (
    "notes",
    "groups",
    "data",
    "components",
    "connections",
    "patterns",
    "behaviours",
    "walkthroughs",
    "views",
    "decisions",
    "left_out",
    "waivers",
)


def laid_out(document: Mapping[str, Any]) -> list[str]:
    """The lines of a file; sections of several lines stand apart."""
    lines: list[str] = []
    apart = False
    for name, value in document.items():
        entry, before = _entry(f"{yaml_scalar(name, key=True)}:", value, 0, opened=name in SECTIONS), apart
        apart = len(entry) > 1 and not isinstance(value, str)
        lines += ["", *entry] if lines and (apart or before) else entry
    return lines


def _entry(start: str, value: Any, column: int, *, opened: bool = False) -> list[str]:
    """What a line starts with and the value behind it; `opened` to keep an entry from brackets."""
    start = " " * column + start
    if not isinstance(value, dict | list):
        return _text(start, value, column + STEP)
    flow = f"{start} {_flow(value)}"
    if not value or (not opened and on_a_line(value) and len(flow) <= WIDTH):
        return [flow]
    lines = list(_children(value, column + STEP, opened=FORM in value))
    if start.endswith(":"):
        return [start, *lines]
    return [f"{start} {lines[0].lstrip()}", *lines[1:]]


def _children(value: Any, column: int, *, opened: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _entry(f"{yaml_scalar(key, key=True)}:", inner, column, opened=opened and key in SECTIONS)
    else:
        for inner in value:
            yield from _entry("-", inner, column)


def _text(start: str, value: object, column: int) -> list[str]:
    line = yaml_scalar(value)
    if not isinstance(value, str) or (len(start) + 1 + len(line) <= WIDTH and "\n" not in value):
        return [f"{start} {line}"]
    folded = block(value, column, WIDTH)
    return [f"{start} {folded[0]}", *folded[1:]] if folded else filled(start, line, column, WIDTH)


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{yaml_scalar(key, key=True, flow=True)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return yaml_scalar(value, flow=True)
