"""The text of a file, and its comments, which are taken one after another by the entries that they belong to."""

import bisect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from archgen.formatting.tree import Comment

# What YAML takes for the end of a line.
BREAKS = re.compile("[\n\u2028\u2029]")
COMMENT = re.compile("#[^\n\u2028\u2029]*")
MARKER = re.compile(r"^---(?!\S)", re.MULTILINE)
HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True)
class Found:
    """A comment and where it stands; `alone` where nothing stands before it on its line."""

    comment: Comment
    index: int
    line: int
    column: int
    alone: bool


class Source:
    """A text with the comments that nothing has taken yet. `prolog` is all up to the line that says `---`."""

    def __init__(self, text: str, root: yaml.Node) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in BREAKS.finditer(text))]
        before = [match.end() for match in MARKER.finditer(text, 0, root.start_mark.index)]
        self.prolog = text[: before[-1]] if before else ""
        gaps = list(_gaps(len(self.prolog), root, text))
        self.comments = [self._comment(match) for start, end in gaps for match in COMMENT.finditer(text, start, end)]
        self._next = 0
        self._signs = _signs(text, gaps)

    def take(self, before: int) -> tuple[Comment, ...]:
        """The comments up to there."""
        return self._taken(lambda found: found.index < before)

    def deeper(self, column: int, before: int) -> tuple[Comment, ...]:
        """The comments up to there, as long as each stands alone and is indented deeper than that column."""
        return self._taken(lambda found: found.index < before and found.alone and found.column > column)

    def at_end(self, line: int, before: int, *, but: int = -1) -> tuple[Comment, ...]:
        """The comment at the end of that line, and those that go on below it in the same column, unless that is `but`."""
        first = self._taken(lambda found: found.index < before and found.line == line and not found.alone)
        if not first:
            return ()
        return (*first, *self._taken(lambda found: found.index < before and found.column != but and self._goes_on(found)))

    def dash(self, item: yaml.Node) -> int:
        """Where the dash of an item of a list stands."""
        return self._signs.rfind("-", 0, item.start_mark.index)

    def blank_above(self, index: int) -> bool:
        """Whether what stands there is the first of its line, and the line above is empty."""
        line = self._line(index)
        first = not self.text[self._starts[line] : index].strip(" \t-?")
        return first and line > 0 and not self.text[self._starts[line - 1] : self._starts[line]].strip()

    def _goes_on(self, found: Found) -> bool:
        """Whether the next comment stands right below the one before it."""
        last = self.comments[self._next - 1]
        return (found.line, found.column) == (last.line + 1, last.column)

    def _line(self, index: int) -> int:
        return bisect.bisect_right(self._starts, index) - 1

    def _comment(self, match: re.Match[str]) -> Found:
        line = self._line(match.start())
        start = self._starts[line]
        alone = not self.text[start : match.start()].strip()
        comment = Comment(match[0].rstrip(), alone and self.blank_above(match.start()))
        return Found(comment, match.start(), line, match.start() - start, alone)

    def _taken(self, fits: Callable[[Found], bool]) -> tuple[Comment, ...]:
        first = self._next
        while self._next < len(self.comments) and fits(self.comments[self._next]):
            self._next += 1
        return tuple(found.comment for found in self.comments[first : self._next])


def _gaps(start: int, root: yaml.Node, text: str) -> Iterator[tuple[int, int]]:
    """What lies between the scalars: signs, white space and comments."""
    for scalar in _scalars(root):
        header = HEADER.match(text, scalar.start_mark.index) if scalar.style in ("|", ">") else None
        yield start, header.start() if header else scalar.start_mark.index
        if header:
            line = BREAKS.search(text, header.end())
            yield header.end(), line.start() if line else len(text)
        start = max(start, scalar.end_mark.index)
    yield start, len(text)


def _scalars(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The scalars in the order of the text."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in reversed(node.value) for part in reversed(pair)]
        else:
            waiting += reversed(node.value)


def _signs(text: str, gaps: list[tuple[int, int]]) -> str:
    """The text with nothing but the signs between scalars: brackets, dashes, colons and commas."""
    parts: list[str] = []
    done = 0
    for start, end in gaps:
        parts += [" " * (start - done), COMMENT.sub(lambda match: " " * len(match[0]), text[start:end])]
        done = max(done, start, end)
    return "".join(parts)
