"""Layout files beside designs, as figures take them."""

from pathlib import Path

import pytest

from archgen import Calls, Client, Design, Service
from archgen.model.drawing import Box, Drawing
from archgen.model.link import link
from archgen.model.spec import STDIN
from archgen.pipeline.layouts import LAYOUT, NO_LAYOUTS, layout_path, layouts_beside
from archgen.pipeline.means import Means
from archgen.pipeline.viewing import Views

SHOP = link(Design("Shop", [Calls(Client("App"), Service("Order API"))]))


def beside(folder: Path, text: str) -> str:
    (folder / LAYOUT).write_text(text)
    return str(folder / "shop.yaml")


def test_a_design_without_a_layout_file_has_no_layouts(tmp_path: Path) -> None:
    assert layouts_beside(str(tmp_path / "shop.yaml"), "Shop") == NO_LAYOUTS
    assert layout_path(STDIN) is None


def test_parts_are_called_by_id_or_by_name(tmp_path: Path) -> None:
    layouts = layouts_beside(beside(tmp_path, "designs: {Shop: {components: {rows: [[App, order_api]]}}}\n"), "Shop")
    drawing = Drawing("components", "Shop", "", (Box("app", "App"), Box("order_api", "Order API")))
    kept = layouts.on(drawing).kept
    assert kept is not None
    assert [stand.part for stand in kept.rows[0]] == ["app", "order_api"]


def test_another_figure_is_left_alone(tmp_path: Path) -> None:
    layouts = layouts_beside(beside(tmp_path, "designs: {Shop: {components: {rows: [[app]]}}}\n"), "Shop")
    assert layouts.on(Drawing("view-x", "X", "", (Box("app", "App"),))).kept is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{Shop: {component: {}}}", 'l:1:18: "Shop" has no figure "component"; did you mean "components"?'),
        (
            "{Shop: {components: {rows: [[app, ordr_api]]}}}",
            'l:1:44: "Shop" has no component "ordr_api"; did you mean "order_api"?',
        ),
        ("{Shop: {components: {hints: {app: {near: apx}}}}}", 'l:1:51: "Shop" has no component "apx"; did you mean "app"?'),
        ("{Shops: {components: {}}}", 'l has a layout for "Shops" alone, and this is "Shop"'),
        ("{Kiosk: {components: {rows: [[app, till]]}}}", 'l has a layout for "Kiosk" alone, and this is "Shop"'),
    ],
)
def test_what_the_design_does_not_have_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = beside(tmp_path, f"designs: {text}\n")
    notes: list[str] = []
    list(Views(Means(note=notes.append), layouts=layouts_beside(path, "Shop")).of(SHOP))
    assert [note.replace(str(tmp_path / LAYOUT), "l") for note in notes if "anew" not in note] == [said]


def test_a_design_beside_the_one_that_is_laid_out_is_told_nothing(tmp_path: Path) -> None:
    path = beside(tmp_path, "designs: {Garage: {components: {rows: [[lift, ramp, app]]}}}\n")
    assert list(layouts_beside(path, "Shop").strange(SHOP, [])) == []
