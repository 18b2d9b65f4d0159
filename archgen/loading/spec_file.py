"""From a path to a Spec: run a Python specification, or hand another suffix to its importer."""

import contextlib
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, TracebackType

from pydantic import ValidationError

from archgen.dsl.design import Design
from archgen.dsl.word import Word, attributes
from archgen.errors import Fault, Position, SpecError
from archgen.loading.library import importers
from archgen.loading.line_numbers import places
from archgen.model.refusal import refusals, word_named
from archgen.model.spec import Spec

# Far beyond any design that is written by hand; larger files are refused before they are parsed.
MAX_BYTES = 5_000_000


def load(path: str, *, execute: bool = True) -> Spec:
    """Read a design. A Python specification is run, unless `execute` is False: then it is refused. Raises SpecError."""
    if path.endswith(".py"):
        if not execute:
            raise SpecError(
                [Fault("a Python specification would have to be run; give a YAML one, or drop --no-exec", Position(path))]
            )
        return _run(path, _text(path))
    for entry in importers():
        if path.lower().endswith(tuple(entry.value.suffixes)):
            return entry.value.read(_text(path), path)
    known = sorted({suffix for entry in importers() for suffix in entry.value.suffixes} | {".py"})
    raise SpecError([Fault(f"no format is known for this file; known suffixes: {', '.join(known)}", Position(path))])


def _text(path: str) -> str:
    file = Path(path)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise SpecError([Fault(f"the file is larger than {MAX_BYTES // 1_000_000} MB", Position(path))])
        return file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as problem:
        reason = (
            "it is not UTF-8 text" if isinstance(problem, UnicodeDecodeError) else getattr(problem, "strerror", None) or problem
        )
        raise SpecError([Fault(f"the file cannot be read: {reason}", Position(path))]) from problem


def _run(path: str, source: str) -> Spec:
    """Run a specification as a module of its own, with its folder importable and whatever it prints sent to standard error."""
    filename = str(Path(path).resolve())
    module = ModuleType("__archgen_spec__")
    module.__file__ = filename
    with _running(module, str(Path(filename).parent)):
        try:
            exec(compile(source, filename, "exec"), module.__dict__)
        except SyntaxError as problem:
            where = Position(path, problem.lineno, problem.offset) if problem.filename == filename else Position(path)
            raise SpecError([Fault(f"this is not Python: {problem.msg}", where)]) from problem
        except ValidationError as problem:
            where = _raised_at(problem.__traceback__, filename, path)
            raise SpecError(refusals(problem, word_named(problem.title), lambda _: where)) from problem
        except (Exception, SystemExit) as problem:
            where = _raised_at(problem.__traceback__, filename, path)
            raise SpecError([Fault(f"the specification raised {type(problem).__name__}: {problem}", where)]) from problem
    design = module.__dict__.get("design")
    if not isinstance(design, Design):
        raise SpecError([Fault('the specification binds no design; end it with: design = Design("Name", [...])', Position(path))])
    return Spec(design, path, places(source, filename, path, _words(design)))


@contextlib.contextmanager
def _running(module: ModuleType, folder: str) -> Iterator[None]:
    known = set(sys.modules)
    sys.modules[module.__name__] = module
    sys.path.insert(0, folder)
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        sys.path.remove(folder)
        for name in _siblings(set(sys.modules) - known, Path(folder)):
            del sys.modules[name]
        sys.modules.pop(module.__name__, None)


def _siblings(names: set[str], folder: Path) -> list[str]:
    """The modules that a specification imported from its own folder: the next one may have others of those names."""
    files = {name: getattr(sys.modules[name], "__file__", None) or "" for name in names}
    own = {name for name, file in files.items() if Path(file) in (folder / f"{name}.py", folder / name / "__init__.py")}
    return [name for name in names if name.partition(".")[0] in own - {"archgen", "patterns"}]


def _raised_at(trace: TracebackType | None, filename: str, path: str) -> Position:
    """The innermost line of the specification itself that led to an exception."""
    for frame in reversed(traceback.extract_tb(trace)):
        if frame.filename == filename:
            return Position(path, frame.lineno, (frame.colno or 0) + 1)
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
