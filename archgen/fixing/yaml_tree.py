"""A text in YAML or JSON as its nodes, each found by the place where it is written, and where it really ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from archgen.model.core_schema import core_scalar

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What YAML takes for the end of a line.
BREAK = re.compile("\n|\x85|\u2028|\u2029")
SPACES = re.compile(" *")
COMMENT = re.compile(r"(?:(?<=\s)|^)#")
Place = tuple[int, int]


@dataclass(frozen=True)
class Entry:
    """A value, and the key that it stands behind; None for one in a list. `flow` is whether brackets stand around it."""

    key: yaml.ScalarNode | None
    value: yaml.Node
    flow: bool


class Tree:
    """The nodes of one text. Places count lines and columns from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in BREAK.finditer(text))]
        root = yaml.compose(text, LOADER)
        self.entries = [] if root is None else list(_walk(Entry(None, root, False)))
        self.keyed = {self.place(entry.key): entry for entry in self.entries if entry.key}
        self.valued = {self.place(entry.value): entry for entry in reversed(self.entries)}

    def place(self, node: yaml.Node) -> Place:
        """Where a node begins."""
        return node.start_mark.line + 1, node.start_mark.column + 1

    def start(self, node: yaml.Node) -> int:
        """The offset of a node's first character."""
        return self._starts[node.start_mark.line] + node.start_mark.column

    def end(self, node: yaml.Node) -> int:
        """The offset behind a node's last character; YAML itself counts what follows a block, up to the next node, to it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1] if isinstance(node, yaml.MappingNode) else last)
        end = self._starts[node.end_mark.line] + node.end_mark.column
        within = self.text[self.start(node) : end]
        return end if keeps_its_end(node, within) else self.start(node) + len(within.rstrip())

    def open_at_the_end(self, node: yaml.Node) -> bool:
        """Whether it ends with a block of text that a further line would give another end, as that is where the file ends."""
        while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
            node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
        block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        return block and self.end(node) == len(self.text) and not self.text.endswith("\n")

    def line_start(self, offset: int) -> int:
        """The offset of the first character of a line."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def line_end(self, offset: int) -> int:
        """The offset behind the last character of a line."""
        end = BREAK.search(self.text, offset)
        return end.start() if end else len(self.text)

    def indent(self, offset: int) -> str:
        """The spaces that a line begins with."""
        spaces = SPACES.match(self.text, self.line_start(offset))
        return spaces[0] if spaces else ""

    def has_comment(self, start: int, end: int) -> bool:
        """Whether a comment stands in a part of the text."""
        scalars = [(self.start(one.value), self.end(one.value), one.value) for one in self.entries if _is_scalar(one.value)]
        keys = [(self.start(one.key), self.end(one.key), one.key) for one in self.entries if one.key]
        found = (match.start() for match in COMMENT.finditer(self.text, start, end))
        return any(not any(_holds(self.text, at, *one) for one in (*scalars, *keys)) for at in found)

    def plain(self, node: yaml.Node) -> object:
        """A node as plain data."""
        if isinstance(node, yaml.MappingNode):
            return {str(key.value): self.plain(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item) for item in node.value]
        bare = isinstance(node, yaml.ScalarNode) and not node.style
        return core_scalar(str(node.value)) if bare else node.value


def keeps_its_end(node: yaml.Node, within: str) -> bool:
    """Whether empty lines below a node belong to it: a block text with a plus."""
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">") and "+" in within.partition("\n")[0]


def _walk(entry: Entry) -> Iterator[Entry]:
    yield entry
    node = entry.value
    flow = entry.flow or bool(isinstance(node, yaml.CollectionNode) and node.flow_style)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _walk(Entry(key, value, flow))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _walk(Entry(None, item, flow))


def _is_scalar(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


def _holds(text: str, at: int, start: int, end: int, node: yaml.Node) -> bool:
    """Whether a sign belongs to a text; what stands behind the sign of a block is a comment."""
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        start = text.find("\n", start, end) if "\n" in text[start:end] else end
    return start <= at < end
