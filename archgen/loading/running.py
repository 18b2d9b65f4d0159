"""Running a file of Python that a user wrote: what it raises is said with its line, what it prints is kept from the output."""

import ast
import contextlib
import importlib
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, ModuleType, TracebackType

import archgen
from archgen.dsl.later import refused
from archgen.errors import Fault, Position, SpecError, offer
from archgen.model.refusal import refusals, word_named


def compiled(text: str, filename: str, path: str) -> tuple[ast.Module, CodeType]:
    """The syntax tree of a text and its code. Raises SpecError where it is not Python."""
    try:
        tree = ast.parse(text, filename)
        return tree, compile(tree, filename, "exec", dont_inherit=True)
    except SyntaxError as problem:
        raise SpecError(
            [Fault(f"this is not Python: {problem.msg}", Position(path, problem.lineno, problem.offset))]
        ) from problem
    except (ValueError, RecursionError, MemoryError) as problem:
        raise SpecError(
            [Fault(f"this is not Python: {text_of(problem) or 'it is nested too deeply'}", Position(path))]
        ) from problem


def execute(code: CodeType, module: ModuleType, filename: str, path: str, what: str) -> None:
    """Run somebody's code. Raises SpecError for whatever it raises, with the line of the file that led to it.

    `what` is how a message calls the file.
    """
    try:
        exec(code, module.__dict__)
    except refused() as problem:
        where = raised_at(problem.__traceback__, filename, path)
        raise SpecError(refusals(problem, word_named(problem.title), lambda _: where)) from problem
    except KeyboardInterrupt:
        raise
    except BaseException as problem:
        where = raised_at(problem.__traceback__, filename, path)
        inside = _inside(problem.__traceback__, filename)
        raise SpecError([Fault(f"{what} raised {said(problem)}{inside}", where)]) from problem


@contextlib.contextmanager
def running(filename: str, name: str) -> Iterator[ModuleType]:
    """A module of that name for a file; what it and its imports leave behind in the interpreter is taken back after it."""
    folder = Path(filename).parent
    module = ModuleType(name)
    module.__file__ = filename
    known, path = set(sys.modules), list(sys.path)
    sys.modules[name] = module
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield module
    finally:
        sys.path[:] = path
        for left in [name, *_own_modules(set(sys.modules) - known, folder)]:
            sys.modules.pop(left, None)


def raised_at(trace: TracebackType | None, filename: str, path: str) -> Position:
    """The innermost line of the file itself that led to an exception."""
    for frame in reversed(traceback.extract_tb(trace)):
        if frame.filename == filename:
            return Position(path, frame.lineno, None if frame.colno is None else frame.colno + 1)
    return Position(path)


def _inside(trace: TracebackType | None, filename: str) -> str:
    """The line of another file of its own folder, or below, that raised it; empty where that was none."""
    last = next(reversed(traceback.extract_tb(trace)), None)
    folder = Path(filename).parent
    if last is None or last.filename == filename or not Path(last.filename).is_relative_to(folder):
        return ""
    return f" (at {Path(last.filename).relative_to(folder)}:{last.lineno})"


def said(problem: BaseException) -> str:
    """The kind of an exception and what it says, but for where this machine has the module that was not as expected."""
    text = text_of(problem)
    if isinstance(problem, ImportError) and problem.path:
        text = text.removesuffix(f" ({problem.path})")
    if isinstance(problem, ImportError) and problem.name == archgen.__name__:
        text += _instead(text)
    return ": ".join(filter(None, (type(problem).__name__, text)))


def _instead(refused_import: str) -> str:
    """The name of the language that an import from `archgen` asked for by another name."""
    asked = re.search(r"cannot import name '(\w+)'", refused_import)
    return offer(asked[1], archgen.__all__, "`archgen list words` lists what there is") if asked else ""


def text_of(problem: BaseException) -> str:
    """What it says; nothing where it fails at that too."""
    try:
        return str(problem)
    except Exception:
        return ""


def _own_modules(names: set[str], folder: Path) -> list[str]:
    """The modules that a file imported from its own folder: the next one may have others of those names."""
    own = {name for name in names if "." not in name and _stands_in(sys.modules[name], folder / name)} - {"archgen", "patterns"}
    return [name for name in names if name.partition(".")[0] in own]


def _stands_in(module: ModuleType, place: Path) -> bool:
    """Whether a module is the file or the folder of that name; a folder without an `__init__.py` has only a path."""
    files = (f"{place}.py", str(place / "__init__.py"))
    return getattr(module, "__file__", None) in files or str(place) in getattr(module, "__path__", ())
