"""The system's `dot`, run as a program of its own with a limit of time."""

import contextlib
import os
import shutil
import signal
import subprocess

from archgen.errors import EngineError


def run_dot(source: str, program: str, *, time_limit: float) -> bytes:
    """Give `source` to `program` and return its `json0` output; `time_limit` is in seconds."""
    path = shutil.which(program)
    if path is None:
        raise EngineError(f'there is no program "{program}"; install Graphviz, or drop --dot and ARCHGEN_DOT')
    try:
        process = subprocess.Popen(
            [path, "-Tjson0"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise EngineError(
            f'"{program}" cannot be started ({error}); drop --dot and ARCHGEN_DOT to use the built-in one'
        ) from None
    with process:
        return _talk(process, source, program, time_limit)


def _talk(process: subprocess.Popen[bytes], source: str, program: str, time_limit: float) -> bytes:
    try:
        output, complaint = process.communicate(source.encode(), timeout=time_limit)
    except subprocess.TimeoutExpired:
        _end(process)
        raise EngineError(
            f'"{program}" gave no answer in {time_limit:g} s; draw fewer parts, or drop --dot and ARCHGEN_DOT'
        ) from None
    if process.returncode != 0:
        said = complaint.decode(errors="replace").strip()[:300] or "it said nothing"
        raise EngineError(
            f'"{program}" failed with code {process.returncode} ({said}); drop --dot and ARCHGEN_DOT to do without it'
        )
    return output


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all it started: a child left alive would hold the pipes open."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
