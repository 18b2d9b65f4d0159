"""The components and connections in Graphviz's language.

Only what a drawing can show is in it: names, kinds, groups, and what passes between parts.
"""

from collections.abc import Iterator

from archgen import Component, Group
from archgen.exporters.picture_form.outline import Outline, one_line, outline, subtitle
from archgen.plugin import Architecture, Exporter

HEAD = ("compound=true;", 'node [shape=box, style=rounded, fontname="Helvetica"];', 'edge [fontname="Helvetica", fontsize=11];')


def write(architecture: Architecture) -> str:
    """The graph, from the top down; a line to a group ends at its border."""
    drawn = outline(architecture)
    lines = (f"  {line}" for line in (*HEAD, *_inside(drawn, None), *_lines(drawn)))
    return "\n".join([f"digraph {_quoted(architecture.name)} {{", *lines, "}"]) + "\n"


def _inside(drawn: Outline, group: Group | None) -> Iterator[str]:
    for one in drawn.inside(group):
        name = drawn.names[one]
        if isinstance(one, Group):
            yield f"subgraph cluster_{name} {{"
            yield f"  label={_quoted(one.name)};"
            yield from (f"  {line}" for line in _inside(drawn, one))
            yield "}"
        else:
            yield f"{name} [label={_quoted(one.name, subtitle(one))}];"


def _lines(drawn: Outline) -> Iterator[str]:
    parts = {name: one for one, name in drawn.names.items()}
    for line in drawn.lines:
        source, tail = _end(drawn, parts[line.source], "ltail")
        target, head = _end(drawn, parts[line.target], "lhead")
        attributes = [f"label={_quoted(line.text)}", *(["style=dashed"] if not line.waits else []), *tail, *head]
        yield f"{source} -> {target} [{', '.join(attributes)}];"


def _end(drawn: Outline, one: Component | Group, at: str) -> tuple[str, list[str]]:
    """A line cannot end at a cluster: it ends at the first component within, cut off at the border."""
    if isinstance(one, Component):
        return drawn.names[one], []
    return drawn.names[drawn.architecture.members(one)[0]], [f"{at}=cluster_{drawn.names[one]}"]


def _quoted(*lines: str) -> str:
    texts = (one_line(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(texts) + '"'


exporter = Exporter(".gv", write)
