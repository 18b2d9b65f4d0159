"""Layout files, written."""

from pathlib import Path

import pytest

from archgen import Calls, Client, Database, Design, Reads, Service
from archgen.errors import UsageError
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.spec import STDIN
from archgen.pipeline.keeping import Keeping, keeping
from archgen.pipeline.layouts import LAYOUT, layouts_beside
from archgen.pipeline.viewing import Views


def shop() -> Architecture:
    app, api, store = Client("App"), Service("API"), Database("Store")
    return link(Design("Shop", [Calls(app, api), Reads(api, store)]))


def kept(folder: Path, *, forget: bool = False) -> Keeping:
    path, design = str(folder / "shop.yaml"), shop()
    views = Views(layouts=layouts_beside(path, "Shop"))
    return keeping(design, path, views.figures(design), forget=forget)


def test_what_is_kept_is_read_and_kept_as_it_is(tmp_path: Path) -> None:
    first = kept(tmp_path)
    assert (first.before, first.figures, first.dropped) == ("", 1, ())
    assert "        - {app: 5}\n        - {api: 5}\n        - {store: 5}\n" in first.after
    (tmp_path / LAYOUT).write_text(first.after)
    assert kept(tmp_path).after == first.after


def test_rows_of_ones_own_are_followed_and_written_with_their_places(tmp_path: Path) -> None:
    (tmp_path / LAYOUT).write_text("designs:\n  Shop:\n    components:\n      rows: [[store, api], [app]]\n")
    assert "        - {store: 5, api: 19}\n" in kept(tmp_path).after


def test_parts_that_there_are_no_longer_are_said_and_left_out(tmp_path: Path) -> None:
    (tmp_path / LAYOUT).write_text(
        "designs:\n  Shop:\n    components:\n      hints: {chache: {near: api}}\n      rows: [[app, cache]]\n"
    )
    found = kept(tmp_path)
    assert [said.rpartition(': "')[2] for said in found.dropped] == [
        'Shop" has no component "cache"; known: api, app, store',
        'Shop" has no component "chache"; known: api, app, store',
    ]
    assert "cache" not in found.after
    assert "hints" not in found.after


def test_places_are_forgotten(tmp_path: Path) -> None:
    (tmp_path / LAYOUT).write_text(kept(tmp_path).after)
    assert kept(tmp_path, forget=True).after.endswith("designs: {}\n")


def test_what_is_piped_in_has_no_place_for_a_layout_file() -> None:
    with pytest.raises(UsageError, match="--stdin-filename"):
        keeping(shop(), STDIN, [])
