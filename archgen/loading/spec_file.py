"""From a path to a Spec: run a Python specification, or hand another suffix to its importer."""

from pathlib import Path

from archgen.errors import Fault, Position, SpecError
from archgen.loading.drafts import NO_DRAFTS, Drafts, text_of
from archgen.loading.library import importers
from archgen.loading.text_file import unreadable
from archgen.model.spec import STDIN, Spec


def load(path: str, *, execute: bool = True, drafts: Drafts = NO_DRAFTS) -> Spec:
    """Read a design. A Python specification is run, unless `execute` is False: then it is refused. Raises SpecError.

    `drafts` are texts that stand in for those of files.
    """
    if path.endswith(".py"):
        if not execute:
            raise SpecError(
                [Fault("a Python specification would have to be run; give a YAML one, or drop --no-exec", Position(path))]
            )
        from archgen.loading.python_spec import run

        return run(text_of(path, drafts), path, drafts)
    for entry in importers():
        if _named(path).endswith(tuple(entry.value.suffixes)):
            return entry.value.read(text_of(path, drafts), path, lambda other: text_of(other, drafts))
    if path and Path(path).is_dir():
        raise unreadable(path, "it is a folder; name the file of a design")
    known = sorted({suffix for entry in importers() for suffix in entry.value.suffixes} | {".py"})
    raise SpecError([Fault(f"no format is known for this file; known suffixes: {', '.join(known)}", Position(path))])


def _named(path: str) -> str:
    """The path as suffixes are looked for in it."""
    return f"{path}.yaml" if path == STDIN else path.lower()
