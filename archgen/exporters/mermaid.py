"""The components and connections as a Mermaid flowchart, which code forges draw within Markdown.

Only what such a chart can show is in it: names, kinds, groups, and what passes between parts.
"""

from collections.abc import Iterator

from archgen import Group
from archgen.exporters.picture_form.outline import Outline, one_line, outline, subtitle
from archgen.plugin import Architecture, Exporter


def write(architecture: Architecture) -> str:
    """The chart, from the top down."""
    drawn = outline(architecture)
    lines = (f"    {line}" for line in (*_inside(drawn, None), *_lines(drawn)))
    return "\n".join(["flowchart TB", *lines]) + "\n"


def _inside(drawn: Outline, group: Group | None) -> Iterator[str]:
    for one in drawn.inside(group):
        name = drawn.names[one]
        if isinstance(one, Group):
            yield f"subgraph {name}[{_quoted(one.name)}]"
            yield from (f"    {line}" for line in _inside(drawn, one))
            yield "end"
        else:
            yield f"{name}[{_quoted(one.name, subtitle(one))}]"


def _lines(drawn: Outline) -> Iterator[str]:
    for line in drawn.lines:
        yield f"{line.source} {'-->' if line.waits else '-.->'}|{_quoted(line.text)}| {line.target}"


def _quoted(*lines: str) -> str:
    """Mermaid reads a text in quotes as Markdown and HTML: what these would take for theirs is written as entities."""
    return '"' + "<br/>".join("".join(_entity(character) for character in one_line(line)) for line in lines) + '"'


def _entity(character: str) -> str:
    return character if character.isalnum() or character in " ,.:;/+-()'%=?!" else f"#{ord(character)};"


exporter = Exporter(".mmd", write)
