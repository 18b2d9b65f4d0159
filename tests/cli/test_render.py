"""archgen render."""

from pathlib import Path

import pytest

from tests.cli.running import Ran, ran

pytestmark = pytest.mark.graphviz
STARTS = {"svg": b"<svg", "png": b"\x89PNG\r\n", "pdf": b"%PDF-"}


@pytest.mark.parametrize("form", STARTS)
def test_a_file_has_the_form_of_its_name(capsys: pytest.CaptureFixture[str], here: Path, form: str) -> None:
    assert ran(capsys, "render", "shop.yaml", "-o", f"out/shop.{form}") == Ran(0, f"out/shop.{form}\n", "")
    assert (here / "out" / f"shop.{form}").read_bytes().startswith(STARTS[form])


def test_without_a_file_the_components_go_beside_you(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "render", "shop.py") == Ran(0, "shop.svg\n", "")
    assert (here / "shop.svg").is_file()


def test_a_folder_gets_every_figure(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    result = ran(capsys, "render", "shop.yaml", "-o", "figures")
    assert (result.code, result.err) == (0, "")
    assert sorted(result.out.split()) == sorted(f"figures/{path.name}" for path in (here / "figures").iterdir())
    assert "figures/components.svg" in result.out.split()
    assert len(result.out.split()) > 1


def test_an_unknown_figure_offers_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "render", "shop.yaml", "-o", "x.svg", "--figure", "componants")
    assert (result.code, result.out) == (2, "")
    assert 'there is no figure of this design "componants"; did you mean "components"' in result.err


@pytest.mark.parametrize("words", [[], ["-o", "x.svg"], ["-o", "figures"], ["--figure", "components"]], ids=" ".join)
def test_a_design_without_components_cannot_be_drawn(capsys: pytest.CaptureFixture[str], here: Path, words: list[str]) -> None:
    (here / "bare.yaml").write_text("archgen: 1\ndesign: Bare\n")
    assert ran(capsys, "render", "bare.yaml", *words) == Ran(2, "", "bare.yaml has no components: there is nothing to draw\n")


@pytest.mark.parametrize("words", [["-o", "x.gif"], ["-o", "x.svg", "-f", "png"], ["-f", "gif"]], ids=" ".join)
def test_a_form_that_there_is_not_could_not_run(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    result = ran(capsys, "render", "shop.yaml", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_a_place_that_cannot_be_written_says_so(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "file").write_text("x")
    result = ran(capsys, "render", "shop.yaml", "-o", "file/shop.svg")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("file/shop.svg cannot be written: ")
