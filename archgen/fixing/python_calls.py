"""Which call of a Python file makes a part, and whether it makes that one alone."""

import ast
from collections.abc import Iterator, Mapping

from archgen.dsl.call_site import CallSite
from archgen.dsl.word import Word
from archgen.fixing.python_names import PythonNames
from archgen.fixing.python_source import PythonSource, Span
from archgen.fixing.splices import Refusal

NOT_FOUND = Refusal("the call that makes it is not found in the file")
LOOPS = (ast.For, ast.AsyncFor, ast.While)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def call_of(source: PythonSource, names: PythonNames, word: Word) -> ast.Call | Refusal:
    """The call that makes just this word, and no other."""
    call = source.calls.get(span_of(source, word.call_site)) if word.call_site else None
    if call is None:
        return NOT_FOUND
    called = _called(call)
    if names.original(called) != type(word).__name__:
        return Refusal(f"it is not written out, but made by {called or 'a call'} on line {call.lineno}")
    return next(_makes_several(source, call), call)


def variables(source: PythonSource) -> Mapping[Span, str]:
    """What the file calls the values of its calls: the names that are given to them at its top, and to nothing else."""
    found = {name: source.span(value) for node in source.tree.body for name, value in _given(node) if isinstance(value, ast.Call)}
    return {span: name for name, span in found.items() if source.bound[name] == 1}


def span_of(source: PythonSource, site: CallSite) -> Span:
    """Where the call begins and ends that made a word."""
    return source.offset(site.line, site.column), source.offset(site.end_line, site.end_column)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""


def _makes_several(source: PythonSource, call: ast.Call) -> Iterator[Refusal]:
    """Why the call makes other parts too, or could."""
    node: ast.AST = call
    while node in source.parents:
        node = source.parents[node]
        line = getattr(node, "lineno", 0)
        if isinstance(node, LOOPS):
            yield Refusal(f"it is made in the loop on line {line}, as others are")
        elif isinstance(node, COMPREHENSIONS):
            yield Refusal(f"it is made in the list on line {line} by the rule for all its entries")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Refusal(f"it is made in the function {node.name}, which can make others too")
        elif isinstance(node, ast.Lambda):
            yield Refusal(f"it is made in the function on line {line}, which can make others too")


def _given(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """The names that a statement gives to values."""
    if isinstance(node, ast.AnnAssign) and node.value:
        yield from _paired(node.target, node.value)
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _paired(target, node.value)


def _paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple | ast.List) and isinstance(value, ast.Tuple | ast.List):
        for one, inner in zip(target.elts, value.elts, strict=False):
            yield from _paired(one, inner)
