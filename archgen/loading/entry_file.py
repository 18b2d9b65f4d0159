"""From a file that somebody wrote to a pattern, a decision tree or a figure: run it, and look whether what it binds is one."""

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from archgen.dsl.design import Design
from archgen.dsl.naming import an
from archgen.dsl.pattern import Pattern
from archgen.errors import Fault, Position, SpecError
from archgen.loading.running import compiled, execute, running
from archgen.loading.text_file import read_text
from archgen.model.catalogue import Entry
from archgen.values import dataclass

NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")


@dataclass(frozen=True)
class Sort:
    """A sort of entries: the name that a file of it binds, what that must be, an example, and whether it must have a page."""

    binds: str
    type: type
    like: str
    paged: bool = True


def read_entry(path: str, family: str, sort: Sort) -> Entry[Any]:
    """What a file binds, under the file's name. The file is run. Raises SpecError with all that keeps it from being an entry."""
    text, filename = read_text(path), str(Path(path).resolve())
    tree, code = compiled(text, filename, path)
    # What was read from a file that has changed since is another module.
    name = f"archgen_{sort.binds}_{sha256((filename + text).encode()).hexdigest()[:16]}"
    with running(filename, name) as module:
        execute(code, module, filename, path, f"the {sort.binds}'s file")
    sys.modules[name] = module
    value, page = module.__dict__.get(sort.binds), inspect.cleandoc(module.__doc__ or "").strip()
    faults = list(_faults(value, page, sort, path, _line(tree, sort.binds)))
    if faults:
        del sys.modules[name]
        raise SpecError(faults)
    title = getattr(value, "title", None) or page.split("\n\n")[0].replace("\n", " ").rstrip(".")
    return Entry(Path(path).stem.replace("_", "-"), family, title, page, value, path=path)


def _faults(value: object, page: str, sort: Sort, path: str, line: int | None) -> list[Fault]:
    found = []
    if not NAME.fullmatch(Path(path).stem):
        message = f"the file's name is the {sort.binds}'s: write it in small letters, with underscores between words"
        found.append(Fault(message, Position(path)))
    if sort.paged and not page:
        message = f"the {sort.binds} has no page; begin the file with a text in triple quotes that says what it is about"
        found.append(Fault(message, Position(path, 1)))
    if not isinstance(value, sort.type):
        found.append(Fault(_no_entry(value, sort), Position(path, line)))
    elif isinstance(value, Pattern):
        found += [Fault(f"the pattern's {message}", Position(path, line)) for message in _odd(value)]
    return found


def _odd(pattern: Pattern) -> Iterator[str]:
    """What is of another type than a pattern holds, which nothing in Python refuses."""
    for name in ("use_when", "avoid_when", "related"):
        value = getattr(pattern, name)
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            held = "" if isinstance(value, list | tuple) else f"{an(type(value).__name__)} and "
            yield f'`{name}` is {held}no list of texts, such as ["money moves"]'
    if not isinstance(pattern.structure, Design):
        yield f'`structure` is {an(type(pattern.structure).__name__)} and no Design; write: structure=Design("Name", [...])'
    if not isinstance(pattern.title, str):
        yield f"title is {an(type(pattern.title).__name__)} and no text"


def _no_entry(value: object, sort: Sort) -> str:
    if value is None:
        hidden = "if it is to hold none, let its name begin with an underscore"
        return f"the file binds no `{sort.binds}`; end it with: {sort.like}; {hidden}"
    return f"`{sort.binds}` is {an(type(value).__name__)} and no {sort.type.__name__}; end the file with: {sort.like}"


def _line(tree: ast.Module, name: str) -> int | None:
    """The line on which a file binds a name."""
    for node in reversed(tree.body):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return node.lineno
    return None
