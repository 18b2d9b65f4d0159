"""Running a Python specification: as a module of its own, with its folder importable and its prints kept from the output."""

import ast
import contextlib
import importlib
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import CodeType, ModuleType, TracebackType

from pydantic import ValidationError

from archgen.dsl.design import Design
from archgen.dsl.word import Word, attributes
from archgen.errors import Fault, Position, SpecError
from archgen.loading.drafts import NO_DRAFTS, Drafts, importing, text_of
from archgen.loading.line_numbers import Source, places, source
from archgen.model.refusal import refusals, word_named
from archgen.model.spec import Spec

MODULE = "__archgen_spec__"


def run(text: str, path: str, drafts: Drafts = NO_DRAFTS) -> Spec:
    """The design that a specification binds, and where its parts are written. Raises SpecError."""
    filename = str(Path(path).resolve())
    tree, code = _compiled(text, filename, path)
    with _running(filename) as module, importing(drafts):
        _execute(code, module, filename, path)
        design = module.__dict__.get("design")
        if not isinstance(design, Design):
            message = 'the specification binds no design; end it with: design = Design("Name", [...])'
            raise SpecError([Fault(message, Position(path))])
        words = list(_words(design))
        return Spec(
            design, path, places({filename: source(text, tree, path), **_siblings_of(words, filename, path, drafts)}, words)
        )


def _compiled(text: str, filename: str, path: str) -> tuple[ast.Module, CodeType]:
    try:
        tree = ast.parse(text, filename)
        return tree, compile(tree, filename, "exec", dont_inherit=True)
    except SyntaxError as problem:
        raise SpecError(
            [Fault(f"this is not Python: {problem.msg}", Position(path, problem.lineno, problem.offset))]
        ) from problem
    except (ValueError, RecursionError, MemoryError) as problem:
        raise SpecError(
            [Fault(f"this is not Python: {_text_of(problem) or 'it is nested too deeply'}", Position(path))]
        ) from problem


def _execute(code: CodeType, module: ModuleType, filename: str, path: str) -> None:
    """A specification is somebody's code: whatever it raises is said, with the line that led to it."""
    try:
        exec(code, module.__dict__)
    except ValidationError as problem:
        where = _raised_at(problem.__traceback__, filename, path)
        raise SpecError(refusals(problem, word_named(problem.title), lambda _: where)) from problem
    except KeyboardInterrupt:
        raise
    except BaseException as problem:
        where = _raised_at(problem.__traceback__, filename, path)
        said = ": ".join(filter(None, (type(problem).__name__, _text_of(problem))))
        raise SpecError([Fault(f"the specification raised {said}", where)]) from problem


def _text_of(problem: BaseException) -> str:
    """What it says; nothing where it fails at that too."""
    try:
        return str(problem)
    except Exception:
        return ""


@contextlib.contextmanager
def _running(filename: str) -> Iterator[ModuleType]:
    """A module for the specification; what it and its imports leave behind in the interpreter is taken back after it."""
    folder = Path(filename).parent
    module = ModuleType(MODULE)
    module.__file__ = filename
    known, path = set(sys.modules), list(sys.path)
    sys.modules[MODULE] = module
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield module
    finally:
        sys.path[:] = path
        for name in [MODULE, *_own_modules(set(sys.modules) - known, folder)]:
            sys.modules.pop(name, None)


def _own_modules(names: set[str], folder: Path) -> list[str]:
    """The modules that a specification imported from its own folder: the next one may have others of those names."""
    own = {name for name in names if "." not in name and _stands_in(sys.modules[name], folder / name)} - {"archgen", "patterns"}
    return [name for name in names if name.partition(".")[0] in own]


def _stands_in(module: ModuleType, place: Path) -> bool:
    """Whether a module is the file or the folder of that name; a folder without an `__init__.py` has only a path."""
    files = (f"{place}.py", str(place / "__init__.py"))
    return getattr(module, "__file__", None) in files or str(place) in getattr(module, "__path__", ())


def _raised_at(trace: TracebackType | None, filename: str, path: str) -> Position:
    """The innermost line of the specification itself that led to an exception."""
    for frame in reversed(traceback.extract_tb(trace)):
        if frame.filename == filename:
            return Position(path, frame.lineno, None if frame.colno is None else frame.colno + 1)
    return Position(path)


def _words(design: Design) -> Iterator[Word]:
    """The design and every word that it is made of."""
    waiting: list[object] = [design]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, Word):
            yield value
            waiting.extend(attributes(value).values())
        elif isinstance(value, (list, tuple)):
            waiting.extend(value)


def _siblings_of(words: list[Word], filename: str, path: str, drafts: Drafts) -> Mapping[str, Source]:
    """The files below the specification's folder that made some of its words."""
    folder = Path(filename).parent
    made_in = {Path(word.call_site.path) for word in words if word.call_site} - {Path(filename)}
    found = {}
    for file in sorted(one for one in made_in if one.is_relative_to(folder) and one.is_file()):
        text = text_of(str(file), drafts)
        found[str(file)] = source(text, ast.parse(text), str(Path(path).parent / file.relative_to(folder)))
    return found
