"""A Python file as its syntax tree and its tokens, each with its place in the text."""

import ast
import io
import tokenize
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

OPENING, CLOSING = "([{", ")]}"
SPACE = (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
Span = tuple[int, int]


@dataclass(frozen=True)
class Token:
    """A token with the offsets at which it begins and ends."""

    kind: int
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Brackets:
    """What stands between two brackets: `items` are its parts between commas, `comma` is the offset behind one after the last."""

    opening: int
    closing: int
    items: Sequence[Span]
    comma: int
    comments: bool


class PythonSource:
    """The text of one file, which is Python. Offsets count characters."""

    def __init__(self, text: str) -> None:
        self.text, self.tree = text, ast.parse(text)
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a place as syntax trees give it: lines from 1, columns in bytes from 0."""
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def span(self, node: ast.expr | ast.stmt | ast.alias | ast.keyword) -> Span:
        """Where a node begins and ends."""
        return self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno or 0, node.end_col_offset or 0)

    def line(self, offset: int) -> Span:
        """Where the line begins and ends that an offset is on."""
        end = self.text.find("\n", offset)
        return self.text.rfind("\n", 0, offset) + 1, len(self.text) if end < 0 else end

    def indent(self, offset: int) -> str:
        """The spaces that a line begins with."""
        start, end = self.line(offset)
        line = self.text[start:end]
        return line[: len(line) - len(line.lstrip())]

    @cached_property
    def calls(self) -> Mapping[Span, ast.Call]:
        """All calls by where they begin and end."""
        return {self.span(node): node for node in ast.walk(self.tree) if isinstance(node, ast.Call)}

    @cached_property
    def rows(self) -> Mapping[Span, ast.List | ast.Tuple]:
        """All lists, and all rows of values, by where they begin and end."""
        return {self.span(node): node for node in ast.walk(self.tree) if isinstance(node, ast.List | ast.Tuple)}

    @cached_property
    def bound(self) -> Mapping[str, int]:
        """Every name that the file binds, at its top or further in, and how often."""
        return Counter(name for node in ast.walk(self.tree) for name in _bound(node))

    @cached_property
    def parents(self) -> Mapping[ast.AST, ast.AST]:
        """What each node stands in."""
        return {inner: node for node in ast.walk(self.tree) for inner in ast.iter_child_nodes(node)}

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """All tokens, those that only end lines left out."""
        found = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return [Token(one.type, one.string, self._at(one.start), self._at(one.end)) for one in found if one.type not in SPACE]

    def within(self, start: int, end: int) -> Sequence[Token]:
        """The tokens of a part of the text."""
        first, last = (bisect_left(self._token_starts, offset) for offset in (start, end))
        return self.tokens[first:last]

    def brackets(self, call: ast.Call) -> Brackets:
        """The brackets of a call, and its arguments."""
        _, end = self.span(call)
        _, named = self.span(call.func)
        opening = next(token.start for token in self.within(named, end) if token.text == "(")
        return self.between(opening, end - 1)

    def between(self, opening: int, closing: int) -> Brackets:
        """What stands between two brackets."""
        tokens = self.within(opening + 1, closing)
        items = [(part[0].start, part[-1].end) for part in _parts(token for token in tokens if token.kind != tokenize.COMMENT)]
        last = [token for token in tokens if token.kind != tokenize.COMMENT][-1:]
        comma = last[0].end if items and last[0].text == "," and last[0].start >= items[-1][1] else 0
        return Brackets(opening, closing, items, comma, any(token.kind == tokenize.COMMENT for token in tokens))

    def comment_on(self, offset: int) -> bool:
        """Whether a comment ends the line that an offset is on."""
        start, end = self.line(offset)
        return any(token.kind == tokenize.COMMENT for token in self.within(start, end))

    def _at(self, place: tuple[int, int]) -> int:
        line, column = place
        return self._starts[line - 1] + column

    @cached_property
    def _token_starts(self) -> Sequence[int]:
        return [token.start for token in self.tokens]


def _bound(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from (one.asname or one.name.partition(".")[0] for one in node.names)


def _parts(tokens: Iterator[Token]) -> Iterator[list[Token]]:
    """The tokens between commas that stand in no brackets of their own."""
    part: list[Token] = []
    depth = 0
    for token in tokens:
        depth += (token.kind == tokenize.OP) * ((token.text in OPENING) - (token.text in CLOSING))
        if token.text == "," and not depth:
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part
