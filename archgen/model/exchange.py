"""Forms that designs and reports are read from and written in."""

from collections.abc import Callable, Sequence

from archgen.errors import Fault
from archgen.model.architecture import Architecture
from archgen.model.report import Report
from archgen.model.spec import Spec
from archgen.model.units import broken
from archgen.values import dataclass


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
class Manner:
    """How people want a report: in colours, in lines of at most `width` characters, and with open questions after the findings.

    A width of 0 lets lines be as long as they come.
    """

    colour: bool = False
    width: int = 0
    ask: bool = False

    def broken(self, text: str, room: int) -> list[str]:
        """The text in lines of at most `room` characters, where lines are to have a width at all."""
        return broken(text, room) if self.width else [text]


@dataclass(frozen=True)
class Reporter:
    """Writes the reports of a run in a form. `show` writes them in a manner, where the form is one for people.

    `unread` says what is wrong with designs that cannot be read, where that has a form of its own.
    """

    write: Callable[[Sequence[Report]], str]
    show: Callable[[Sequence[Report], Manner], str] | None = None
    unread: Callable[[Sequence[Fault]], str] | None = None
