"""What the attributes of a word mean: the texts below them in its source, read when they are asked for."""

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache


@cache
def attribute_docs(cls: type) -> Mapping[str, str]:
    """The text below each attribute that the class declares itself; nothing where its source cannot be had."""
    return _of_module(cls.__module__).get(cls.__qualname__, {})


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    module = sys.modules.get(name)
    try:
        tree = ast.parse(inspect.getsource(module)) if module else ast.Module([], [])
    except (OSError, TypeError, SyntaxError):
        return {}
    return {node.name: _of_class(node) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


def _of_class(node: ast.ClassDef) -> Mapping[str, str]:
    found = {}
    for declared, text in zip(node.body, node.body[1:], strict=False):
        if isinstance(declared, ast.AnnAssign) and isinstance(declared.target, ast.Name) and isinstance(text, ast.Expr):
            match text.value:
                case ast.Constant(value=str(meaning)):
                    found[declared.target.id] = inspect.cleandoc(meaning)
    return found
