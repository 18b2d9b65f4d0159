"""Forms that designs and reports are read from and written in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archgen.model.architecture import Architecture
from archgen.model.report import Report
from archgen.model.spec import Spec


@dataclass(frozen=True)
class Importer:
    """Reads a design from a data format; `suffixes` are the file names it is for. It runs nothing of what it reads.

    `read` takes the text, the path to name in messages, and what fetches the text of a further file by its path. It raises
    SpecError with everything that is wrong.
    """

    suffixes: Sequence[str]
    read: Callable[[str, str, Callable[[str], str]], Spec]


@dataclass(frozen=True)
class Exporter:
    """Writes an architecture in a format; `suffix` is what its files end with."""

    suffix: str
    write: Callable[[Architecture], str]


@dataclass(frozen=True)
class Reporter:
    """Writes the reports of a run in a form."""

    write: Callable[[Sequence[Report]], str]
