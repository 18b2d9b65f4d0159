"""Designs, read from files and linked."""

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from archgen.errors import Fault, SpecError
from archgen.loading.drafts import NO_DRAFTS, Drafts
from archgen.loading.spec_file import load
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.opening import ALL, chosen, opened, systems
from archgen.model.spec import Spec
from archgen.pipeline.uncollected import uncollected
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.loading.own_library import OwnLibrary

# Where designs are looked for when none is named.
DESIGNS = ("architecture.py", "architecture.yaml", "architecture.yml", "*.arch.py", "*.arch.yaml", "*.arch.yml", "examples/*.py")

# How files begin that hold a design, whatever they are called, and in how many bytes that shows.
DATA = re.compile(rb"^(?:\xef\xbb\xbf)?[{ ]*[\"']?archgen[\"']? *:", re.MULTILINE)
PROGRAM = re.compile(rb"^(?:from|import) archgen\b", re.MULTILINE)
BEGINNINGS = {".yaml": DATA, ".yml": DATA, ".json": DATA, ".py": PROGRAM}
BEGINNING = 4_000


@dataclass(frozen=True)
class Read:
    """A design that was read and linked. Where `execute` is False, nothing that comes with it is to be run.

    `own` are patterns and decision trees of a team, by which it may decide as by those of archgen.
    """

    spec: Spec
    architecture: Architecture
    execute: bool = True
    own: "OwnLibrary | None" = None

    @property
    def name(self) -> str:
        """The design's name."""
        return self.spec.design.name


@uncollected()
def read(path: str, *, execute: bool = True, open: Collection[str] = (), drafts: Drafts = NO_DRAFTS) -> Read:
    """Load and link a design; a Python one is run unless `execute` is False. Raises SpecError.

    `open` are systems to show the inside of, by id or name; UnknownNameError where the design has no such system. `drafts` are
    texts that stand in for those of files.
    """
    spec = opened(load(path, execute=execute, drafts=drafts), open)
    return Read(spec, link(spec), execute)


def read_all(paths: Iterable[str], *, execute: bool = True, open: Collection[str] = (), drafts: Drafts = NO_DRAFTS) -> list[Read]:
    """Load and link several designs. Raises SpecError with the faults of all of them.

    A system to `open` need be in one of them only.
    """
    designs, faults = read_each(paths, execute=execute, drafts=drafts)
    if faults:
        raise SpecError(faults)
    return _opened(designs, open) if open else designs


@uncollected()
def read_each(paths: Iterable[str], *, execute: bool = True, drafts: Drafts = NO_DRAFTS) -> tuple[list[Read], list[Fault]]:
    """Load and link those designs that can be, and say what is wrong with the others."""
    designs: list[Read] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            designs.append(read(path, execute=execute, drafts=drafts))
        except SpecError as problem:
            faults.extend(problem.faults)
    return designs, faults


def _opened(designs: Sequence[Read], names: Collection[str]) -> list[Read]:
    known = [list(systems(design.spec.design)) for design in designs]
    chosen(names, [one for here in known for one in here])
    meant = [[name for name in names if name == ALL or any(name in (one.id, one.name) for one in here)] for here in known]
    specs = [opened(design.spec, some) for design, some in zip(designs, meant, strict=True)]
    return [Read(spec, link(spec), design.execute) for spec, design in zip(specs, designs, strict=True)]


def designs_below(folder: Path) -> list[str]:
    """The designs of a folder, by the names that designs have: architecture.yaml, *.arch.py, examples/*.py and the like."""
    found = {path for pattern in DESIGNS for path in folder.glob(pattern) if path.name != "__init__.py"}
    return [str(path.relative_to(folder)) for path in sorted(found)]


def like_designs(folder: Path) -> list[str]:
    """The files of a folder that begin as designs do, whatever their names. What cannot be read is none."""
    files = sorted(path for path in folder.iterdir() if path.suffix in BEGINNINGS and path.is_file())
    return [path.name for path in files if BEGINNINGS[path.suffix].search(_beginning(path))]


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(BEGINNING)
    except OSError:
        return b""
