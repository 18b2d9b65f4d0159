"""Where a Python specification declares each part and each attribute, read from its syntax tree."""

import ast
from collections.abc import Iterable, Iterator, Mapping

from archgen.dsl.call_site import CallSite
from archgen.dsl.word import Word
from archgen.errors import Position

Span = tuple[int, int, int, int]


def places(source: str, filename: str, path: str, parts: Iterable[Word]) -> Mapping[tuple[Word, str | None], Position]:
    """Where each part, and each attribute that it was given, is written in this source. `path` is how messages name it."""
    calls = {_span(node): node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)}
    lines = source.splitlines()
    found: dict[tuple[Word, str | None], Position] = {}
    for part in parts:
        site = part.call_site
        if site is None or site.path != filename:
            continue
        found[part, None] = _position(path, lines, site.line, site.column)
        for name, node in _keywords(calls.get(_key(site))):
            found[part, name] = _position(path, lines, node.lineno, node.col_offset)
    return found


def _span(node: ast.Call) -> Span:
    return node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0


def _key(site: CallSite) -> Span:
    return site.line, site.column, site.end_line, site.end_column


def _keywords(call: ast.Call | None) -> Iterator[tuple[str, ast.expr]]:
    for keyword in call.keywords if call else ():
        if keyword.arg:
            yield keyword.arg, keyword.value


def _position(path: str, lines: list[str], line: int, column: int) -> Position:
    """Syntax trees count columns in bytes from 0, people in characters from 1."""
    text = lines[line - 1].encode()[:column].decode(errors="ignore") if line <= len(lines) else ""
    return Position(path, line, len(text) + 1)
