"""archgen layout."""

from pathlib import Path

import pytest

from archgen.pipeline.layouts import LAYOUT
from tests.cli.running import Ran, ran

pytestmark = pytest.mark.graphviz
Capture = pytest.CaptureFixture[str]


def test_places_are_written_beside_the_design_and_compared(capsys: Capture, here: Path) -> None:
    assert ran(capsys, "layout", "shop.yaml", "--check") == Ran(1, f"{LAYOUT} is missing\n", "")
    assert not (here / LAYOUT).exists()
    written = ran(capsys, "layout", "shop.yaml")
    assert (written.code, written.err) == (0, "")
    assert written.out.startswith(f"{LAYOUT} holds the places of ")
    assert ran(capsys, "layout", "shop.yaml", "--check") == Ran(0, f"{LAYOUT} is as the figures are drawn\n", "")


def test_every_command_that_draws_takes_the_layout(capsys: Capture, here: Path) -> None:
    ran(capsys, "render", "shop.yaml", "-o", "before.svg")
    ran(capsys, "layout", "shop.yaml")
    rows = (here / LAYOUT).read_text().splitlines()
    start = next(number for number, line in enumerate(rows) if line.strip() == "rows:") + 1
    end = next(number for number, line in enumerate(rows) if number > start and not line.strip().startswith("- "))
    turned = [*rows[:start], *reversed(rows[start:end]), *rows[end:]]
    (here / LAYOUT).write_text("\n".join(turned) + "\n")
    assert ran(capsys, "render", "shop.yaml", "-o", "before.svg", "--check").out == "before.svg differs\n"
    assert ran(capsys, "render", "shop.yaml", "-o", "after.svg").code == 0
    assert ran(capsys, "render", "shop.yaml", "-o", "after.svg", "--check").code == 0
    figure = (here / "after.svg").read_text()
    ran(capsys, "doc", "shop.yaml", "-o", "shop.md")
    ran(capsys, "render", "shop.yaml", "-o", "figures")
    assert (here / "figures" / "components.svg").read_text() == figure
    assert len((here / "shop_figures" / "components.svg").read_text()) > 0


def test_what_is_wrong_with_the_file_is_refused_with_its_line(capsys: Capture, here: Path) -> None:
    (here / LAYOUT).write_text("designs:\n  Shop:\n    components:\n      row: []\n")
    refused = Ran(2, "", f'{LAYOUT}:4:7: the layout of "components" has no "row"; did you mean "rows"?\n')
    assert ran(capsys, "render", "shop.yaml", "-o", "x.svg") == refused
    assert ran(capsys, "layout", "shop.yaml") == refused
    assert (here / LAYOUT).read_text() == "designs:\n  Shop:\n    components:\n      row: []\n"


def test_places_are_forgotten_again(capsys: Capture, here: Path) -> None:
    ran(capsys, "layout", "shop.yaml")
    assert ran(capsys, "layout", "shop.yaml", "--forget") == Ran(0, f"{LAYOUT} holds no places of this design\n", "")
    assert "rows" not in (here / LAYOUT).read_text().partition("designs")[2]
