import os
import time
from pathlib import Path

import pytest

from archgen.errors import EngineError
from archgen.layout.embedded_graphviz import run_embedded
from archgen.layout.graphviz import lay_out
from tests.layout.programs import SYSTEM_DOT

PAIR = "digraph { a -> b }"
HUGE = "digraph {" + "".join(f"n{i} -> n{(i * 7 + 3) % 3000}; n{i} -> n{(i * 13 + 5) % 3000};" for i in range(3000)) + "}"
NESTED = "digraph {" + "".join(f"subgraph cluster_{i} {{" for i in range(3000)) + "a" + "}" * 3000 + "}"

pytestmark = pytest.mark.graphviz


def names(answer: object) -> list[str]:
    assert isinstance(answer, dict)
    return [each["name"] for each in answer["objects"]]


def script(folder: Path, text: str) -> str:
    path = folder / "dot"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture(autouse=True)
def _no_program_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARCHGEN_DOT", raising=False)


def test_the_built_in_engine_needs_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert names(lay_out(PAIR)) == ["a", "b"]


def test_the_same_source_gives_the_same_answer() -> None:
    assert lay_out(PAIR) == lay_out(PAIR)


def test_a_drawing_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(EngineError, match=r"took over 0\.3 s; draw fewer parts"):
        lay_out(HUGE, time_limit=0.3)
    assert names(lay_out(PAIR)) == ["a", "b"]


def test_a_drawing_that_needs_too_much_memory_is_stopped() -> None:
    with pytest.raises(EngineError, match="out of memory; draw fewer parts"):
        lay_out(HUGE, memory_limit=4 * 1024 * 1024)
    assert names(lay_out(PAIR)) == ["a", "b"]


def test_less_memory_than_the_engine_itself_takes_is_an_error() -> None:
    with pytest.raises(EngineError, match="memory"):
        lay_out(PAIR, memory_limit=1000)


def test_a_crash_inside_the_engine_is_an_error() -> None:
    with pytest.raises(EngineError, match="stopped"):
        lay_out(NESTED)
    assert names(lay_out(PAIR)) == ["a", "b"]


def test_broken_dot_is_refused() -> None:
    with pytest.raises(EngineError, match="refused the drawing"):
        lay_out("digraph {")


def test_an_engine_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"cannot be loaded.*ARCHGEN_DOT=dot"):
        run_embedded(PAIR, time_limit=5, memory_limit=1 << 28, module=tmp_path / "graphviz.wasm")


def test_an_engine_that_is_broken_is_named(tmp_path: Path) -> None:
    (tmp_path / "graphviz.wasm").write_bytes(b"not a module")
    with pytest.raises(EngineError, match="cannot be loaded"):
        run_embedded(PAIR, time_limit=5, memory_limit=1 << 28, module=tmp_path / "graphviz.wasm")


def test_the_systems_dot_is_used_when_asked_for() -> None:
    assert names(lay_out(PAIR, dot=SYSTEM_DOT)) == ["a", "b"]


def test_the_environment_names_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHGEN_DOT", script(tmp_path, """echo '{"objects": [{"name": "mine"}]}'"""))
    assert names(lay_out(PAIR)) == ["mine"]


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(EngineError, match='there is no program "no-such-dot"; install Graphviz, or drop --dot and ARCHGEN_DOT'):
        lay_out(PAIR, dot="no-such-dot")


def test_a_program_that_cannot_be_started_is_named(tmp_path: Path) -> None:
    path = tmp_path / "dot"
    path.write_bytes(b"\x7fELF")
    path.chmod(0o755)
    with pytest.raises(EngineError, match="cannot be started"):
        lay_out(PAIR, dot=str(path))


def test_a_program_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    program = script(tmp_path, f"sleep 30 & echo $! > {tmp_path}/child\nwait")
    with pytest.raises(EngineError, match=r"gave no answer in 0\.5 s"):
        lay_out(PAIR, dot=program, time_limit=0.5)
    assert is_over(int((tmp_path / "child").read_text()))


def test_a_program_that_fails_is_quoted(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"failed with code 3 \(out of ink\)"):
        lay_out(PAIR, dot=script(tmp_path, "echo out of ink >&2; exit 3"))


@pytest.mark.parametrize("output", ["garbage", "[1, 2]", ""])
def test_output_that_is_no_graph_is_refused(tmp_path: Path, output: str) -> None:
    with pytest.raises(EngineError, match="ARCHGEN_DOT"):
        lay_out(PAIR, dot=script(tmp_path, f"echo '{output}'"))


def is_over(process: int) -> bool:
    """Whether a process ends, which takes a moment after it was killed; one that waits to be reaped is over."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{process}/stat")
        if status.exists() and status.read_text().split(") ")[1].startswith("Z"):
            return True
        time.sleep(0.02)
    return False
