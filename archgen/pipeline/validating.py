"""Whether files are designs: their form, and that what they speak of is there. No rule is run."""

from collections.abc import Sequence
from dataclasses import dataclass

from archgen.errors import Fault, SpecError
from archgen.loading.piped import Piped, drafts_of
from archgen.pipeline.decision_faults import check_decisions
from archgen.pipeline.reading import read


@dataclass(frozen=True)
class Validated:
    """A file that was read: the name of the design in it and how much that holds, or all that is wrong with it."""

    path: str
    design: str | None = None
    components: int | None = None
    connections: int | None = None
    faults: Sequence[Fault] = ()


def validate(path: str, *, execute: bool = True, piped: Piped | None = None) -> Validated:
    """Load and link a design, which may be what is piped in; a Python one is run unless `execute` is False."""
    try:
        design = read(path, execute=execute, drafts=drafts_of(piped))
        check_decisions(design)
    except SpecError as problem:
        return Validated(path, faults=problem.faults)
    architecture = design.architecture
    return Validated(path, design.name, len(architecture.all_components), len(architecture.all_connections))
