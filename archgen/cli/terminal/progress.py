"""Progress, for people only: on a terminal, and only for what takes over a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
Step = Callable[[str], None]


@contextmanager
def progress() -> Iterator[Step]:
    """Give a function that says what is being done; the line is wiped in the end."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    start, shown = time.monotonic(), [False]

    def step(doing: str) -> None:
        if time.monotonic() - start > PATIENCE:
            shown[0] = True
            sys.stderr.write(f"\r\x1b[2K{doing[:78]}")
            sys.stderr.flush()

    try:
        yield step
    finally:
        if shown[0]:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
