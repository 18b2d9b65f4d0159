"""Which engine places boxes, and what does where it fails: a design is always drawn."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from archgen.errors import EngineError, UsageError
from archgen.layout.engines import placer, simple
from archgen.layout.place import place
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.picture import Picture
from tests.layout.drawings import rects
from tests.layout.programs import SYSTEM_DOT
from tests.layout.test_system_dot import program

pytestmark = pytest.mark.graphviz
PAIR = Drawing("pair", "A pair", "", (Box("a", "Client"), Box("b", "Service")), (Arrow("a", "b", "calls"),))


@pytest.fixture(autouse=True)
def _no_program_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARCHGEN_DOT", raising=False)


def placed(dot: str, time_limit: float = 30) -> tuple[Picture, Sequence[str]]:
    notes: list[str] = []
    return place(PAIR, dot=dot, time_limit=time_limit, note=notes.append), notes


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo out of memory >&2; exit 3", "failed with code 3 (out of memory)"),
        ("kill -9 $$", "failed with code -9"),
        ("sleep 60", "gave no answer in 0.3 s"),
        ("echo garbage", "Graphviz gave no readable answer"),
        ("echo '[]'", "Graphviz gave no graph"),
        ("echo '{}'", 'Graphviz gave no place to "a", "b"'),
    ],
)
def test_where_a_program_fails_the_simple_layout_draws_and_it_is_told(tmp_path: Path, script: str, reason: str) -> None:
    picture, notes = placed(program(tmp_path, script), 0.3 if "sleep" in script else 30)
    assert picture == place(PAIR, engine="simple")
    assert len(rects(picture, "box")) == 2
    assert [note.startswith('"A pair" is drawn by the built-in simple layout, because ') for note in notes] == [True]
    assert reason in notes[0]


def test_a_program_that_is_slow_each_time_is_asked_no_longer_than_the_limit_in_all(tmp_path: Path) -> None:
    slow = program(tmp_path, f'sleep 0.25; exec "{SYSTEM_DOT}" "$@"')
    _, notes = placed(slow, 0.6)
    assert notes == [
        '"A pair" is drawn by the built-in simple layout, because Graphviz took over 0.6 s; '
        "draw fewer parts, or give it more by --time-limit"
    ]


def test_what_goes_well_is_not_told(tmp_path: Path) -> None:
    assert placed(SYSTEM_DOT)[1] == []


def test_a_program_that_there_is_not_is_refused() -> None:
    with pytest.raises(EngineError, match='there is no program "no-such-dot"; install Graphviz'):
        placed("no-such-dot")


def test_each_engine_is_had_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = program(tmp_path, "exit 1")
    monkeypatch.setenv("ARCHGEN_DOT", broken)
    notes: list[str] = []
    for engine in ("embedded", "simple"):
        place(PAIR, engine=engine, note=notes.append)
    assert notes == []
    place(PAIR, engine="system", note=notes.append)
    assert len(notes) == 1
    assert placer("simple") is simple


def test_a_program_and_an_engine_that_is_none_are_refused() -> None:
    with pytest.raises(UsageError, match="names a program of the system; leave out --engine embedded"):
        placer("embedded", "dot")
