"""From a path to a Spec: run a Python specification, or hand another suffix to its importer."""

from pathlib import Path

from archgen.errors import Fault, Position, SpecError
from archgen.loading.library import importers
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
        from archgen.loading.python_spec import run

        return run(_text(path), path)
    for entry in importers():
        if path.lower().endswith(tuple(entry.value.suffixes)):
            return entry.value.read(_text(path), path)
    if path and Path(path).is_dir():
        raise _unreadable(path, "it is a folder; name the file of a design")
    known = sorted({suffix for entry in importers() for suffix in entry.value.suffixes} | {".py"})
    raise SpecError([Fault(f"no format is known for this file; known suffixes: {', '.join(known)}", Position(path))])


def _text(path: str) -> str:
    data = _data(path)
    if len(data) > MAX_BYTES:
        raise SpecError([Fault(f"the file is larger than {MAX_BYTES // 1_000_000} MB", Position(path))])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        raise _unreadable(path, "it is not UTF-8 text") from problem


def _data(path: str) -> bytes:
    """The file, or so much of it that it is seen to be too large."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as problem:
        raise _unreadable(path, getattr(problem, "strerror", None) or str(problem)) from problem


def _unreadable(path: str, reason: str) -> SpecError:
    return SpecError([Fault(f"the file cannot be read: {reason}", Position(path))])
