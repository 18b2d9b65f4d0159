"""DOT -> answer: the embedded Graphviz, or the system's `dot` where that is asked for."""

import json
import os
from collections.abc import Mapping
from typing import Any

from archgen.errors import EngineError
from archgen.layout.embedded_graphviz import run_embedded
from archgen.layout.system_dot import run_dot

Answer = Mapping[str, Any]

TIME_LIMIT = 20.0  # seconds; a thousand nodes take about one
MEMORY_LIMIT = 512 * 1024 * 1024  # bytes; a thousand nodes take about 13 MiB


def lay_out(
    source: str,
    *,
    dot: str | None = None,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
) -> Answer:
    """Ask Graphviz where the nodes and clusters of `source` stand: its `json0`, read.

    `dot` is the system's program, by name or path; None means what ARCHGEN_DOT says, else the embedded engine.
    The memory limit (bytes) holds for the embedded engine alone, the time limit (seconds) for both.
    Raises `EngineError` whatever goes wrong.
    """
    return ask(source, dot or os.environ.get("ARCHGEN_DOT"), time_limit=time_limit, memory_limit=memory_limit)


def ask(source: str, program: str | None, *, time_limit: float = TIME_LIMIT, memory_limit: int = MEMORY_LIMIT) -> Answer:
    """As `lay_out`, with the system's program that is named, else with the embedded engine, whatever the environment says."""
    if program:
        return _read(run_dot(source, program, time_limit=time_limit))
    return _read(run_embedded(source, time_limit=time_limit, memory_limit=memory_limit))


def _read(text: bytes) -> Answer:
    try:
        answer = json.loads(text)
    except ValueError as error:
        raise EngineError(f"Graphviz gave no readable answer ({error}); check the program that ARCHGEN_DOT names") from None
    if not isinstance(answer, dict):
        raise EngineError("Graphviz gave no graph; check the program that ARCHGEN_DOT names")
    return answer
