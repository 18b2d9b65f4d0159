"""The components and connections in D2's language.

Only what a drawing can show is in it: names, kinds, groups, and what passes between parts.
"""

import json
from collections.abc import Iterator

from archgen import Component, Group
from archgen.exporters.picture_form.outline import Outline, one_line, outline, subtitle
from archgen.plugin import Architecture, Exporter


def write(architecture: Architecture) -> str:
    """The drawing, from the top down."""
    drawn = outline(architecture)
    return "\n".join(["direction: down", *_inside(drawn, None), *_lines(drawn)]) + "\n"


def _inside(drawn: Outline, group: Group | None) -> Iterator[str]:
    for one in drawn.inside(group):
        name = drawn.names[one]
        if isinstance(one, Group):
            yield f"{name}: {_quoted(one.name)} {{"
            yield from (f"  {line}" for line in _inside(drawn, one))
            yield "}"
        else:
            yield f"{name}: {_quoted(one.name, subtitle(one))}"


def _lines(drawn: Outline) -> Iterator[str]:
    ends = {name: _path(drawn, one) for one, name in drawn.names.items()}
    for line in drawn.lines:
        broken = "" if line.waits else " { style.stroke-dash: 4 }"
        yield f"{ends[line.source]} -> {ends[line.target]}: {_quoted(line.text)}{broken}"


def _path(drawn: Outline, one: Component | Group) -> str:
    """The name of a part with those of the groups around it, as D2 speaks of it from outside."""
    above = f"{_path(drawn, one.group)}." if one.group else ""
    return above + drawn.names[one]


def _quoted(*lines: str) -> str:
    """D2 substitutes `${}` in quoted texts unless the sign is escaped."""
    text = "\n".join(one_line(line) for line in lines)
    return json.dumps(text, ensure_ascii=False).replace("$", "\\$")


exporter = Exporter(".d2", write)
