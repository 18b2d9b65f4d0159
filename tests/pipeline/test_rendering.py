"""Figures that become files, by one process or several."""

from pathlib import Path

import pytest

from archgen.errors import ArchgenError, UnknownNameError
from archgen.model.drawing import Drawn
from archgen.model.picture import Picture, Text
from archgen.pipeline.rendering import EFFORT, ENOUGH, Order, ordered, rendered
from archgen.svg.themes import AUTO
from tests.pipeline.test_placing import FEW_PARTS

PICTURE = Picture("A", "An A.", 80.0, 40.0, (Text(10, 20, "A", 12, "label"),))
FOLDER = Order(("svg", "png"), Path("drawn"))


def picture(drawn: Drawn) -> Picture:
    return PICTURE if drawn is FEW_PARTS[0] else Picture(drawn.title, drawn.name, 90.0, 40.0, ())


def test_two_processes_paint_what_one_does_in_the_same_order() -> None:
    alone = list(rendered(FEW_PARTS, FOLDER, picture))
    assert [path.name for path, _ in alone[:4]] == ["figure-0.svg", "figure-0.png", "figure-1.svg", "figure-1.png"]
    assert list(rendered(FEW_PARTS, FOLDER, picture, AUTO, jobs=2)) == alone
    assert sum(EFFORT[form] for form in FOLDER.forms) * len(FEW_PARTS) >= ENOUGH


def test_what_cannot_be_painted_is_told_by_whoever_asked(capfd: pytest.CaptureFixture[str]) -> None:
    def endless(drawn: Drawn) -> Picture:
        return (
            Picture("A", "", float("nan"), 1.0, (Text(float("nan"), 0, "A", 1, "label"),)) if drawn is FEW_PARTS[-1] else PICTURE
        )

    order = Order(("png",), Path("drawn"))
    with pytest.raises((ArchgenError, ValueError)):
        list(rendered(FEW_PARTS, order, endless, AUTO, jobs=2))
    assert capfd.readouterr().err == ""


def test_one_figure_of_a_set_is_taken_by_its_name() -> None:
    (path, _), *others = rendered(FEW_PARTS, Order(("svg",), Path("drawn"), figure="figure-3"), picture)
    assert (path, others) == (Path("drawn/figure-3.svg"), [])
    with pytest.raises(UnknownNameError):
        list(rendered(FEW_PARTS, ordered(Path("drawn"), [], "figure-99"), picture))
