"""What is shown at present: read by many threads, replaced by one."""

from dataclasses import dataclass
from hashlib import blake2b
from threading import Condition


@dataclass(frozen=True)
class Sheet:
    """Something to show, and a stamp that tells it from others."""

    body: str

    @property
    def stamp(self) -> str:
        """The same for the same body, whenever and by whatever process it is shown."""
        return blake2b(self.body.encode(), digest_size=12).hexdigest()


class Board:
    """Holds the sheet that is shown; others wait for the next one."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet, self._open, self._changed = sheet, True, Condition()

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        with self._changed:
            return self._sheet

    @property
    def open(self) -> bool:
        """Whether anything may still come."""
        with self._changed:
            return self._open

    def show(self, body: str) -> None:
        """Show something else from now on."""
        with self._changed:
            self._sheet = Sheet(body)
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._open = False
            self._changed.notify_all()

    def other_than(self, stamp: str, patience: float) -> Sheet | None:
        """What is shown once it is something else; None where that takes longer than so many seconds, or nothing more comes."""
        with self._changed:
            self._changed.wait_for(lambda: not self._open or self._sheet.stamp != stamp, patience)
            return self._sheet if self._open and self._sheet.stamp != stamp else None
