"""A figure is drawn again where what it is read from has changed, and only then."""

from pathlib import Path

import pytest

from archgen.embedding.drawing import Drawer, Undrawn
from archgen.pipeline.embedded import Wanted
from tests.embedding.designs import SHOP, shop

pytestmark = pytest.mark.graphviz


def test_a_figure_is_drawn_once_until_its_file_changes(tmp_path: Path) -> None:
    path, drawer = shop(tmp_path), Drawer()
    wanted = Wanted(str(path))
    first = drawer.figure(wanted)
    assert drawer.figure(wanted) is first
    path.write_text(SHOP.replace("design: Shop", "design: Our shop"), "utf-8")
    assert drawer.figure(wanted).title == "Our shop: components"


def test_what_cannot_be_drawn_says_why_and_what_it_was_read_from(tmp_path: Path) -> None:
    path, drawer = shop(tmp_path), Drawer()
    path.write_text(SHOP.replace("to: db", "to: dbx"), "utf-8")
    with pytest.raises(Undrawn, match=r"shop\.yaml:9:.*dbx") as raised:
        drawer.figure(Wanted(str(path)))
    assert str(path.resolve()) in raised.value.files


def test_nothing_is_run_where_that_is_not_wanted(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text("raise SystemExit\n")
    drawer = Drawer()
    drawer.set_up(execute=False)
    with pytest.raises(Undrawn, match="would have to be run"):
        drawer.figure(Wanted(str(tmp_path / "shop.py")))
