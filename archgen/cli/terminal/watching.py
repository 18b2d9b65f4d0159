"""Something done anew whenever a file of a design changes: asking for a few dozen files ten times a second is cheap."""

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from archgen.cli.terminal.aside import aside

if TYPE_CHECKING:
    from archgen.loading.watched import Watched

PIPE = "-"
PAUSE = 0.1  # seconds between two looks
SETTLED = 0.05  # seconds that files must stay as they are: editors write in several steps


def watch(spec: str, draw: "Callable[[Watched], str]", *, execute: bool = True) -> int:
    """Draw now and after each change, with a line each time, until Ctrl-C. What is wrong with the design is said each time."""
    from archgen.errors import ArchgenError

    check_watchable(spec, execute=execute)
    try:
        for files in changes(spec):
            start = time.monotonic()
            try:
                print(f"{draw(files)}  {time.monotonic() - start:.1f} s", flush=True)
            except ArchgenError as problem:
                aside(f"{problem}\nnothing was drawn; waiting for a change")
    except KeyboardInterrupt:
        return 0
    return 0


def check_watchable(spec: str, *, execute: bool) -> None:
    """Refuse what no change mends: what is piped in, what cannot be read, what may not be run. UsageError or SpecError."""
    from archgen.errors import UsageError
    from archgen.loading.spec_file import load
    from archgen.loading.text_file import read_bytes

    if spec == PIPE:
        raise UsageError("what is piped in does not change; give a file to watch")
    read_bytes(spec)
    if spec.endswith(".py") and not execute:
        load(spec, execute=False)


def changes(spec: str, goes_on: Callable[[], bool] = lambda: True) -> "Iterator[Watched]":
    """The files to read the design from: at first, and again after each change."""
    from archgen.loading.watched import Watched

    while goes_on():
        files = Watched(spec)
        yield files
        while goes_on() and not files.changed():
            time.sleep(PAUSE)
        _settle(spec)


def _settle(spec: str) -> None:
    """Wait until the file is there, holds something and stays as it is, though not for long: some editors empty it first."""
    from archgen.loading.watched import stamp

    for _ in range(10):
        before = stamp(spec)
        time.sleep(SETTLED)
        if before is not None and before.size and stamp(spec) == before:
            return
