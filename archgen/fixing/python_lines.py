"""Lines of Python that have become too long, opened at their brackets in the way of ruff and black."""

import ast
from collections.abc import Collection, Iterator

from archgen.fixing.python_source import Brackets, PythonSource, Span
from archgen.fixing.splices import Splice
from archgen.model.python_literals import width

WIDTH = 130
STEP = " " * 4


def opened_call(source: PythonSource, start: int, known: Collection[str]) -> Splice | None:
    """What opens the first line of a call that is too long and not among the known ones; None where there is none."""
    end = min((end for begin, end in source.calls if begin == start), default=start)
    at = start
    while at <= end:
        line = source.line(at)
        text = source.text[slice(*line)]
        if width(text) > WIDTH and text not in known:
            return _opened_line(source, source.calls[start, end], line)
        at = line[1] + 1
    return None


def opened_import(source: PythonSource, module: str) -> Splice | None:
    """What puts each name of an import on a line of its own, where all of them make one too long."""
    for node in source.tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == module:
            start, end = source.span(node)
            lines = source.text[start:end].split("\n")
            if max(map(width, lines)) > WIDTH and not any(
                token.text.startswith("#") for token in source.within(start, source.line(end)[1])
            ):
                names = (source.text[slice(*source.span(one))] for one in node.names)
                return Splice(start, end, "\n".join([f"from {module} import (", *(f"{STEP}{name}," for name in names), ")"]))
    return None


def _opened_line(source: PythonSource, call: ast.Call, line: Span) -> Splice | None:
    """Opens the brackets that stand around the whole line, else the widest that stand on it."""
    for node in _around(source, call):
        brackets = _brackets(source, source.span(node))
        if brackets and brackets.items and _fills(brackets, line):
            return None if brackets.comments else _one_each(source, brackets)
    around = [span for node in _around(source, call) if _on(span := source.span(node), line) and _brackets(source, span)]
    inside = sorted(
        (span for span in (*source.rows, *source.calls) if _on(span, line) and _brackets(source, span)),
        key=lambda span: span[0] - span[1],
    )
    chosen = next(iter([*around[-1:], *inside]), None)
    if chosen is None:
        return None
    start, end = chosen
    indent = source.indent(start)
    after = source.text[end : line[1]].partition("#")[0].rstrip()
    lines = _laid_out(source, chosen, indent, source.text[line[0] + len(indent) : start], after)
    return Splice(line[0], end + len(after), "\n".join(lines))


def _one_each(source: PythonSource, brackets: Brackets) -> Splice:
    """Every argument on a line of its own."""
    outer = source.indent(brackets.opening)
    lines = [line for item in brackets.items for line in _item(source, item, outer + STEP)]
    return Splice(brackets.opening + 1, brackets.closing, "\n".join(["", *lines, outer]))


def _laid_out(source: PythonSource, span: Span, indent: str, before: str, after: str) -> Iterator[str]:
    """The lines of an expression, `before` it on the first and `after` it on the last."""
    start, end = span
    line = f"{indent}{before}{source.text[start:end]}{after}"
    brackets = _brackets(source, span)
    if width(line) <= WIDTH or brackets is None:
        yield line
        return
    bare = brackets.opening < start
    opening = "(" if bare else source.text[start : brackets.opening + 1]
    closing = ")" if bare else source.text[brackets.closing : end]
    yield f"{indent}{before}{opening}"
    together = f"{indent}{STEP}{', '.join(source.text[slice(*item)] for item in brackets.items)}"
    if span in source.calls and not brackets.comma and width(together) <= WIDTH:
        yield together
    else:
        for item in brackets.items:
            yield from _item(source, item, indent + STEP)
    yield f"{indent}{closing}{after}"


def _item(source: PythonSource, item: Span, indent: str) -> Iterator[str]:
    start, end = item
    tokens = source.within(start, end)
    begin = tokens[2].start if len(tokens) > 2 and tokens[1].text == "=" else start
    return _laid_out(source, (begin, end), indent, source.text[start:begin], ",")


def _around(source: PythonSource, call: ast.Call) -> Iterator[ast.expr]:
    """The call and the expressions that it stands in."""
    node: ast.AST | None = call
    while node is not None and not isinstance(node, ast.stmt):
        if isinstance(node, ast.expr):
            yield node
        node = source.parents.get(node)


def _brackets(source: PythonSource, span: Span) -> Brackets | None:
    """The brackets that an expression can be opened at; round those that a row of values has none of yet."""
    start, end = span
    if span in source.calls:
        return source.brackets(source.calls[span])
    node = source.rows.get(span)
    if node is None:
        return None
    bare = isinstance(node, ast.Tuple) and source.text[start] != "("
    return source.between(start - 1, end) if bare else source.between(start, end - 1)


def _fills(brackets: Brackets, line: Span) -> bool:
    """Whether all that stands between the brackets is on the line, and not the brackets themselves."""
    within = _on((brackets.items[0][0], brackets.items[-1][1]), line)
    return within and not _on((brackets.opening, brackets.closing), line)


def _on(span: Span, line: Span) -> bool:
    return line[0] <= span[0] and span[1] <= line[1]
