"""From the nodes that YAML is composed of, and the comments between them, to the tree that is laid out."""

import yaml

from archgen.formatting.source import Source
from archgen.formatting.tree import Collection, Comment, Entry, Text

# An item of a list, or a key and its value.
Part = yaml.Node | tuple[yaml.Node, yaml.Node]
# The comments before it, what it is, the comments at its end.
Leaf = tuple[tuple[Comment, ...], Text | Collection, tuple[Comment, ...]]


def composed(source: Source, root: yaml.MappingNode) -> Collection:
    """The tree of a file. Every comment is in it once, in the order of the text."""
    end = len(source.text) + 1
    made = _flow(root, source) if root.flow_style else _block(root, source, -1, end)
    return Collection(made.entries, made.mapping, made.flow, (*made.foot, *source.take(end)))


def _block(node: yaml.CollectionNode, source: Source, outside: int, limit: int) -> Collection:
    """A block, up to where the next entry around it begins; `outside` is the column of the block around it."""
    starts = [source.dash(part) if isinstance(part, yaml.Node) else _start(part) for part in node.value]
    column = node.start_mark.column
    entries = []
    for part, start, ahead in zip(node.value, starts, (*starts, limit)[1:], strict=True):
        entries.append(_entry(part, source, column, start, ahead))
    return Collection(tuple(entries), isinstance(node, yaml.MappingNode), foot=source.deeper(outside, limit))


def _entry(part: Part, source: Source, column: int, start: int, limit: int) -> Entry:
    """An entry of a block, which begins at `start` and ends before `limit`."""
    key, value = part if isinstance(part, tuple) else (None, part)
    above, blank = source.take(_start(part)), source.blank_above(start)
    name = _text(key, source, flow=False) if key else None
    if isinstance(value, yaml.CollectionNode) and not value.flow_style:
        inner = value.start_mark
        head = source.at_end(key.end_mark.line, inner.index, but=inner.column) if key else ()
        return Entry(_block(value, source, column, limit), name, above, head, blank=blank)
    head, made, end = _leaf(key, value, source, limit, flow=False)
    inside = source.deeper(column, limit) if isinstance(made, Text) and made.empty else ()
    return Entry(made, name, above, head, end, inside, blank)


def _flow(node: yaml.CollectionNode, source: Source) -> Collection:
    """What is written in brackets."""
    last = node.end_mark.index - 1
    starts = [_start(part) for part in node.value]
    entries = []
    for part, start, ahead in zip(node.value, starts, (*starts, last)[1:], strict=True):
        key, value = part if isinstance(part, tuple) else (None, part)
        above, blank = source.take(start), source.blank_above(start)
        head, made, end = _leaf(key, value, source, ahead, flow=True)
        entries.append(Entry(made, _text(key, source, flow=True) if key else None, above, head, end, blank=blank))
    return Collection(tuple(entries), isinstance(node, yaml.MappingNode), flow=True, foot=source.take(last))


def _leaf(key: yaml.Node | None, value: yaml.Node, source: Source, limit: int, *, flow: bool) -> Leaf:
    """A text, or what is in brackets, with the comments before it and those at its end."""
    if isinstance(value, yaml.CollectionNode):
        return _brackets(value, source, limit)
    text = _text(value, source, flow=flow)
    # Where nothing is written, its place may be that of whatever comes next.
    nearest = key.end_mark if key and text.empty else value.start_mark
    head = source.take(nearest.index)
    line = value.end_mark.line if text.style in ("", "'", '"') and not text.empty else nearest.line
    return head, text, source.at_end(line, limit)


def _brackets(value: yaml.CollectionNode, source: Source, limit: int) -> Leaf:
    head = source.take(value.start_mark.index)
    first = _start(value.value[0]) if value.value else value.end_mark.index - 1
    opening = source.at_end(value.start_mark.line, first)
    return (*head, *opening), _flow(value, source), source.at_end(value.end_mark.line, limit)


def _start(part: Part) -> int:
    node = part[0] if isinstance(part, tuple) else part
    return int(node.start_mark.index)


def _text(node: yaml.Node, source: Source, *, flow: bool) -> Text:
    raw = source.text[node.start_mark.index : node.end_mark.index]
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    return Text(str(node.value), style or "", raw, flow)
