"""archgen render: several forms, --check, the engines, and files that stay whole whatever happens."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import Ran, ran
from tests.layout.test_system_dot import program

pytestmark = pytest.mark.graphviz
KILLS = 20
# Draws two versions of a design in turn, for ever.
IN_TURN = """
import contextlib, itertools, os
from archgen.cli import main
with open(os.devnull, "w") as nowhere:
    for number in itertools.count():
        with contextlib.redirect_stdout(nowhere):
            assert main(["render", f"{'ab'[number % 2]}.yaml", "-o", "out", "--engine", "simple"]) == 0
        if not number:
            print("drawn", flush=True)
"""


def test_several_forms_are_drawn_at_once(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "render", "shop.yaml", "-f", "svg,png", "-f", "pdf") == Ran(0, "shop.svg\nshop.png\nshop.pdf\n", "")
    result = ran(capsys, "render", "shop.yaml", "-o", "figures", "-f", "png", "-f", "svg", "--figure", "components")
    assert result == Ran(0, "figures/components.png\nfigures/components.svg\n", "")


def test_a_file_takes_the_one_form_of_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "render", "shop.yaml", "-o", "x.svg", "-f", "svg").code == 0
    assert (
        ran(capsys, "render", "shop.yaml", "-o", "x.svg", "-f", "svg,png").err
        == "-f png and a file named .svg do not go together\n"
    )


def test_check_says_that_all_is_as_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    drawn = ran(capsys, "render", "shop.yaml", "-o", "figures", "-f", "svg,png").out.split()
    result = ran(capsys, "render", "shop.yaml", "-o", "figures", "-f", "svg,png", "--check")
    assert result == Ran(0, f"{len(drawn)} files as drawn\n", "")


def test_check_names_what_differs_and_what_is_missing_and_writes_nothing(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    drawn = ran(capsys, "render", "shop.yaml", "-o", "figures").out.split()
    (here / drawn[0]).write_bytes((here / drawn[0]).read_bytes() + b"\n")
    (here / drawn[1]).unlink()
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (here / "figures").iterdir()}
    result = ran(capsys, "render", "shop.yaml", "-o", "figures", "--check")
    assert result == Ran(1, f"{drawn[0]} differs\n{drawn[1]} is missing\n", "")
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (here / "figures").iterdir()} == before


def test_check_of_nothing_makes_no_folder(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "render", "shop.yaml", "-o", "none/x.svg", "--check") == Ran(1, "none/x.svg is missing\n", "")
    assert not (here / "none").exists()


@pytest.mark.parametrize(
    "words", [["--check", "--watch"], ["--time-limit", "0"], ["--time-limit", "soon"], ["--engine", "neato"]]
)
def test_options_that_make_no_sense_are_refused(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    result = ran(capsys, "render", "shop.yaml", *words)
    assert (result.code, result.out) == (2, "")
    assert words[0].lstrip("-") in result.err


def test_a_design_is_drawn_where_the_engine_fails_and_it_is_told(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    broken = program(here, "echo no ink >&2; exit 7")
    result = ran(capsys, "render", "shop.yaml", "--dot", broken)
    assert (result.code, result.out) == (0, "shop.svg\n")
    assert result.err.startswith('note: "')
    assert "is drawn by the built-in simple layout, because" in result.err
    assert "failed with code 7 (no ink)" in result.err
    drawn = (here / "shop.svg").read_bytes()
    assert ran(capsys, "render", "shop.yaml", "--engine", "simple") == Ran(0, "shop.svg\n", "")
    assert (here / "shop.svg").read_bytes() == drawn


def test_a_program_that_hangs_is_given_the_time_that_is_said(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    start = time.monotonic()
    result = ran(capsys, "doc", "shop.yaml", "--dot", program(here, "sleep 60"), "--time-limit", "0.2")
    assert (result.code, result.out) == (0, "shop.html\n")
    assert "gave no answer in 0.2 s" in result.err
    assert time.monotonic() - start < 40


def test_killing_a_render_leaves_every_file_whole(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    text = (here / "shop.yaml").read_text("utf-8")
    whole: dict[str, set[bytes]] = {}
    for name in "ab":
        (here / f"{name}.yaml").write_text(text.replace("Shop", f"Shop {name}"))
        assert ran(capsys, "render", f"{name}.yaml", "-o", "out", "--engine", "simple").code == 0
        for path in (here / "out").iterdir():
            whole.setdefault(path.name, set()).add(path.read_bytes())
    assert any(len(versions) == 2 for versions in whole.values())
    chance = random.Random(20)
    for _ in range(KILLS):
        process = subprocess.Popen([sys.executable, "-c", IN_TURN], cwd=here, stdout=subprocess.PIPE)
        with process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.4))
            process.kill()
        found = {path.name: path.read_bytes() for path in (here / "out").iterdir() if not path.name.startswith(".")}
        assert [name for name, versions in whole.items() if found.get(name) not in versions] == []
