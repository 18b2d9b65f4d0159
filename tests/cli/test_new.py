"""archgen new: what it writes lints clean and draws, whatever the name."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from archgen.pipeline.reading import read
from tests.cli.running import Ran, ran

NAMES = [
    "Ticket booking",
    'Say "hi"',
    "{name} {clients} {reads}",
    "two\nlines",
    "😀 消息",
    "back\\slash\\n",
    "it's: #1 - [x]",
    "%s {0}",
    "a" * 100,
    "null",
    "...",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", ["yaml", "py"])
def test_a_new_design_lints_clean(capsys: pytest.CaptureFixture[str], name: str, suffix: str) -> None:
    assert ran(capsys, "new", name, "-o", f"made.{suffix}") == Ran(0, f"made.{suffix}\n", "")
    report = json.loads(ran(capsys, "lint", f"made.{suffix}", "--format", "json").out)
    assert (report["designs"][0]["findings"], report["summary"]["rules_crashed"]) == ([], 0)
    assert report["designs"][0]["name"] == " ".join(name.split())


@pytest.mark.graphviz
@pytest.mark.parametrize("name", ['Say "hi"', "two\nlines & <b>", "😀 消息"])
def test_a_new_design_draws(capsys: pytest.CaptureFixture[str], here: Path, name: str) -> None:
    assert ran(capsys, "new", name, "-o", "made.yaml").code == 0
    assert ran(capsys, "render", "made.yaml", "-o", "made.svg") == Ran(0, "made.svg\n", "")
    root = ElementTree.fromstring((here / "made.svg").read_text("utf-8"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_python_and_yaml_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    for suffix in ("yaml", "py"):
        ran(capsys, "new", "Shop", "-o", f"made.{suffix}", "--clients", "1500", "--reads", "12.5")
    assert ran(capsys, "export", "json", "made.py").out == ran(capsys, "export", "json", "made.yaml").out


def test_a_file_is_called_after_the_design(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "new", "Ticket booking / EU").out == "ticket_booking_eu.yaml\n"
    assert read("ticket_booking_eu.yaml").name == "Ticket booking / EU"


def test_a_file_that_exists_is_left_alone(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    before = (here / "shop.yaml").read_bytes()
    assert ran(capsys, "new", "Shop") == Ran(2, "", "shop.yaml exists already; give another file with -o\n")
    assert (here / "shop.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [["-o", "made.txt"], ["-o", "made"], ["--clients", "0"], ["--reads", "0"], ["--reads", "nan"], ["--clients", "x"]],
    ids=" ".join,
)
def test_a_wrong_call_writes_nothing(capsys: pytest.CaptureFixture[str], here: Path, words: list[str]) -> None:
    before = sorted(here.iterdir())
    result = ran(capsys, "new", "Made", *words)
    assert (result.code, result.out, sorted(here.iterdir())) == (2, "", before)
    assert result.err


@pytest.mark.parametrize("name", ["", "  ", "bell \x07", "x" * 201])
def test_a_name_that_no_design_can_have_writes_nothing(capsys: pytest.CaptureFixture[str], here: Path, name: str) -> None:
    before = sorted(here.iterdir())
    result = ran(capsys, "new", name, "-o", "made.yaml")
    assert (result.code, result.out, sorted(here.iterdir())) == (2, "", before)
