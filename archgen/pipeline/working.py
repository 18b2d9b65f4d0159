"""Work that is done by several processes, each task by one of them, whatever becomes of it or of them.

Whoever stops the work stops all of it at once, and processes that have lost whoever started them end by themselves.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def worked(make: Callable[[T], R], tasks: Sequence[T], jobs: int) -> Iterator[tuple[int, R | None]]:
    """The number and the result of each task, as they come; None for one whose process was ended by something else.

    With no `jobs` all is done here. `make` may be sent to another process: it is a function of a module or of such an object.
    """
    if jobs < 1:
        yield from ((number, make(task)) for number, task in enumerate(tasks))
        return
    with Crew(make, jobs) as crew:
        yield from crew.results(tasks)


@dataclass
class _Worker:
    process: BaseProcess
    line: "Connection[Any, Any]"
    task: int | None = None


class Crew(Generic[T, R]):
    """Up to `size` processes that do one task after another, started when they are first needed; `with` ends them."""

    def __init__(self, make: Callable[[T], R], size: int) -> None:
        self.make, self.size = make, size
        self.workers: list[_Worker] = []

    def __enter__(self) -> "Crew[T, R]":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def results(self, tasks: Sequence[T]) -> Iterator[tuple[int, R | None]]:
        """The number and the result of each task, as they come; None for one whose process was ended by something else."""
        while len(self.workers) < min(self.size, len(tasks)):
            self._hire()
        left = list(reversed(range(len(tasks))))
        while left or any(worker.task is not None for worker in self.workers):
            for worker in [one for one in self.workers if one.task is None]:
                if left and self._given(worker, left[-1], tasks[left[-1]]):
                    left.pop()
            lines = [worker.line for worker in self.workers if worker.task is not None]
            ready = wait(lines) if lines else ()
            for worker in [one for one in self.workers if one.line in ready]:
                yield self._received(worker)

    def end(self) -> None:
        """Whatever they are at."""
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.process.join()
            worker.line.close()

    def _hire(self) -> None:
        context = _context()
        ours, theirs = context.Pipe()
        # A process that is a copy of this one has our ends of all lines too, and would keep them open.
        copied = [ours, *(worker.line for worker in self.workers)] if context.get_start_method() == "fork" else []
        process = context.Process(target=_work, args=(theirs, self.make, copied), daemon=True)  # type: ignore[attr-defined]  # it has
        process.start()
        theirs.close()
        self.workers.append(_Worker(process, ours))

    def _given(self, worker: _Worker, number: int, task: T) -> bool:
        """Give somebody a task; whoever was ended while there was nothing to do has another in their place."""
        try:
            worker.line.send((number, task))
        except OSError:
            self._replace(worker)
            return False
        worker.task = number
        return True

    def _replace(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.line.close()
        self._hire()

    def _received(self, worker: _Worker) -> tuple[int, R | None]:
        number, worker.task = worker.task, None
        assert number is not None
        try:
            return number, worker.line.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return number, None


def _work(line: "Connection[Any, Any]", make: Callable[[Any], Any], copied: Sequence["Connection[Any, Any]"]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us ends us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for other in copied:
        other.close()
    try:
        while True:
            _, task = line.recv()
            line.send(make(task))
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    """End at once, whatever is being done, when the process that started this one does."""
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _context() -> BaseContext:
    """Copies of this process begin at once, where that is sound: nothing else may be going on in it."""
    return get_context("fork" if _threads() == 1 else "spawn")


def _threads() -> int:
    """How many there are; two where that is not known, as on systems that make no copies."""
    try:
        return max(len(os.listdir("/proc/self/task")), threading.active_count())  # noqa: PTH208
    except OSError:
        return 2
