"""Where Python specifications declare each part and each attribute, read from their syntax trees."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archgen.dsl.call_site import CallSite
from archgen.dsl.declared import declaration
from archgen.dsl.word import Word
from archgen.errors import Position
from archgen.model.spec import Places

Span = tuple[int, int, int, int]


@dataclass(frozen=True)
class Source:
    """A file of Python: `path` is how messages name it, `lines` are its lines, `calls` its calls by their spans."""

    path: str
    lines: list[str]
    calls: Mapping[Span, ast.Call]

    def position(self, line: int, column: int) -> Position:
        """Syntax trees count columns in bytes from 0, people in characters from 1."""
        text = self.lines[line - 1].encode()[:column].decode(errors="ignore") if line <= len(self.lines) else ""
        return Position(self.path, line, len(text) + 1)


def source(text: str, tree: ast.AST, path: str) -> Source:
    """A file's text and its syntax tree, made ready to look calls up."""
    calls = {_span(node): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return Source(path, text.split("\n"), calls)


def places(sources: Mapping[str, Source], words: Iterable[Word]) -> Places:
    """Where each word, and each attribute that it was given, is written in these sources, which stand by their file names."""
    found: dict[tuple[Word, str | None], Position] = {}
    for word in words:
        site = word.call_site
        if site is None or site.path not in sources:
            continue
        file = sources[site.path]
        found[word, None] = file.position(site.line, site.column)
        for name, node in _given(file.calls.get(_key(site)), word):
            found[word, name] = file.position(node.lineno, node.col_offset)
    return found


def _span(node: ast.Call) -> Span:
    return node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0


def _key(site: CallSite) -> Span:
    return site.line, site.column, site.end_line, site.end_column


def _given(call: ast.Call | None, word: Word) -> Iterator[tuple[str, ast.expr]]:
    """What a call hands over by position, where it names the word's class and unpacks nothing, and by keyword."""
    if call is None:
        return
    if _called(call) == type(word).__name__ and not any(isinstance(value, ast.Starred) for value in call.args):
        yield from zip(declaration(type(word)).positional, call.args, strict=False)
    for keyword in call.keywords:
        if keyword.arg:
            yield keyword.arg, keyword.value


def _called(call: ast.Call) -> str | None:
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else None
