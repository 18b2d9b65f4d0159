"""A design that is piped in, under the name of the file that it stands for."""

from collections.abc import Callable
from pathlib import Path

from archgen.loading.drafts import NO_DRAFTS, Drafts
from archgen.loading.text_file import MAX_BYTES, decoded, unreadable
from archgen.values import dataclass


@dataclass(frozen=True)
class Piped:
    """What is piped in. `path` is the name by which messages, configurations and other files of the design know it."""

    path: str
    data: bytes

    @property
    def place(self) -> str:
        """The absolute path of the file that it stands for."""
        return str(Path(self.path).resolve())

    @property
    def drafts(self) -> Drafts:
        """Its text in place of that file's. Raises SpecError where it is too large, or no text."""
        return {self.place: decoded(self.data, self.path)}


def drafts_of(piped: Piped | None) -> Drafts:
    """What stands in for files: what is piped in, if anything is."""
    return piped.drafts if piped else NO_DRAFTS


def taken_in(read: Callable[[int], bytes], path: str) -> Piped:
    """What a stream holds, or so much of it that it is seen to be too large. Raises SpecError where it cannot be read."""
    try:
        return Piped(path, read(MAX_BYTES + 1))
    except OSError as problem:
        raise unreadable(path, problem.strerror or str(problem)) from problem
