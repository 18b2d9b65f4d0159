"""What places the boxes of a drawing: Graphviz, embedded or the system's, or the simple layout that needs neither."""

import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from archgen.errors import EngineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archgen.layout.dot_source import Plan
    from archgen.layout.plain_layers import Sweep
    from archgen.model.drawing import Drawing
    from archgen.model.picture import Point

    Placer = Callable[[Drawing, Plan], Mapping[str, Point]]

EngineName = Literal["embedded", "system", "simple"]
TIME_LIMIT = 30.0  # seconds for all that Graphviz is asked of one drawing


def simple(drawing: "Drawing", plan: "Plan", sweeps: "Sequence[Sweep] | None" = None) -> "Mapping[str, Point]":
    """The simple layout, imported where it is asked for; in one of its ways."""
    from archgen.layout.plain_layers import SWEEPS, centres

    return centres(drawing, plan, SWEEPS[0] if sweeps is None else sweeps)


def placer(engine: EngineName | None = None, dot: str | None = None, time_limit: float = TIME_LIMIT) -> "Placer":
    """What places boxes: the engine of that name, else the program `dot`, or what ARCHGEN_DOT names, else the embedded one.

    Raises UsageError where a program is named and the engine is not the system's, EngineError where there is no such program.
    """
    if engine != "system" and engine is not None and dot:
        raise UsageError(f"--dot {dot} names a program of the system; leave out --engine {engine}")
    if engine == "simple":
        return simple
    named = None if engine == "embedded" else dot or os.environ.get("ARCHGEN_DOT")
    program = named or ("dot" if engine == "system" else None)
    if program and not _is_there(program):
        raise EngineError(f'there is no program "{program}"; install Graphviz, or drop --dot, ARCHGEN_DOT and --engine system')
    return _Graphviz(program, time_limit)


def _is_there(program: str) -> bool:
    from shutil import which

    return which(program) is not None


class _Graphviz:
    """Asks Graphviz, for so many seconds in all."""

    def __init__(self, program: str | None, time_limit: float) -> None:
        self.program, self.time_limit, self.spent = program, time_limit, 0.0

    def __call__(self, drawing: "Drawing", plan: "Plan") -> "Mapping[str, Point]":
        from archgen.layout.dot_answer import centres
        from archgen.layout.dot_source import dot_source
        from archgen.layout.graphviz import ask

        if self.spent > self.time_limit:
            raise EngineError(f"Graphviz took over {self.time_limit:g} s; draw fewer parts, or give it more by --time-limit")
        start = time.monotonic()
        try:
            return centres(ask(dot_source(drawing, plan), self.program, time_limit=self.time_limit), drawing)
        finally:
            self.spent += time.monotonic() - start
