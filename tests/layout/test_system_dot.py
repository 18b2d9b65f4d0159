"""The system's `dot`: a program that may be missing, slow or broken."""

import re
from pathlib import Path

import pytest

from archgen.errors import EngineError
from archgen.layout.system_dot import run_dot


def program(folder: Path, script: str) -> str:
    """A program that stands in for `dot`."""
    file = folder / "dot"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return str(file)


def test_the_answer_is_what_the_program_writes(tmp_path: Path) -> None:
    assert run_dot("digraph {é}", program(tmp_path, 'test "$1" = -Tjson0 && cat'), time_limit=30) == "digraph {é}".encode()


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo bad >&2; exit 3", "failed with code 3 (bad); drop --dot and ARCHGEN_DOT to do without it"),
        ("exit 1", "failed with code 1 (it said nothing); drop --dot and ARCHGEN_DOT to do without it"),
        ("sleep 60 & sleep 60", "gave no answer in 0.2 s; draw fewer parts, or drop --dot and ARCHGEN_DOT"),
    ],
)
def test_a_program_that_fails_is_named(tmp_path: Path, script: str, message: str) -> None:
    dot = program(tmp_path, script)
    with pytest.raises(EngineError, match=f"{re.escape(message)}$"):
        run_dot("digraph {}", dot, time_limit=0.2 if "sleep" in script else 30)


def test_a_program_that_there_is_not_is_named() -> None:
    with pytest.raises(
        EngineError, match=r'^there is no program "no-such-dot"; install Graphviz, or drop --dot and ARCHGEN_DOT$'
    ):
        run_dot("digraph {}", "no-such-dot", time_limit=30)


def test_a_file_that_is_no_program_is_named(tmp_path: Path) -> None:
    file = tmp_path / "dot"
    file.write_bytes(b"\x7fELF nothing")
    file.chmod(0o755)
    with pytest.raises(EngineError, match="cannot be started"):
        run_dot("digraph {}", str(file), time_limit=30)
