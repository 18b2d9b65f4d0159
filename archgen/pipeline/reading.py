"""Designs, read from files and linked."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from archgen.errors import Fault, SpecError
from archgen.loading.spec_file import load
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.spec import Spec

# Where designs are looked for when none is named.
DESIGNS = ("architecture.py", "architecture.yaml", "architecture.yml", "*.arch.py", "*.arch.yaml", "*.arch.yml", "examples/*.py")


@dataclass(frozen=True)
class Read:
    """A design that was read and linked."""

    spec: Spec
    architecture: Architecture

    @property
    def name(self) -> str:
        """The design's name."""
        return self.spec.design.name


def read(path: str, *, execute: bool = True) -> Read:
    """Load and link a design; a Python one is run unless `execute` is False. Raises SpecError."""
    spec = load(path, execute=execute)
    return Read(spec, link(spec))


def read_all(paths: Iterable[str], *, execute: bool = True) -> list[Read]:
    """Load and link several designs. Raises SpecError with the faults of all of them."""
    designs: list[Read] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            designs.append(read(path, execute=execute))
        except SpecError as problem:
            faults.extend(problem.faults)
    if faults:
        raise SpecError(faults)
    return designs


def designs_below(folder: Path) -> list[str]:
    """The designs of a folder, by the names that designs have: architecture.yaml, *.arch.py, examples/*.py and the like."""
    found = {path for pattern in DESIGNS for path in folder.glob(pattern) if path.name != "__init__.py"}
    return [str(path.relative_to(folder)) for path in sorted(found)]
