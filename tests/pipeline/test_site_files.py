"""The files of a site, where some of it cannot be made."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from archgen import Design
from archgen.loading import library
from archgen.model.catalogue import Shelf
from archgen.pipeline.made_cache import MadeCache
from archgen.pipeline.means import ORDINARY
from archgen.pipeline.site_order import SiteOrder
from archgen.pipeline.site_units import Unit, made_data, made_of, stand_in, units
from archgen.pipeline.workshop import Workshop
from tests.pipeline.small_sites import ALONE, write

pytestmark = pytest.mark.graphviz


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def workshop(specs: Sequence[str] = (), library: bool = False) -> Workshop:
    order = SiteOrder(specs) if library else SiteOrder(specs, ALONE)
    return Workshop(order, ORDINARY, Path("kept"), "code")


def test_every_entry_and_every_design_is_a_unit_of_its_own() -> None:
    shop = workshop(["a.yaml"], library=True)
    found = list(units(shop.order, shop.sources))
    assert len(found) == len(set(found))
    assert {unit.section for unit in found} == {"designs", "trees", "patterns", "families", "guide", "rules"}
    assert [str(unit) for unit in found if unit.section == "designs"] == ["a.yaml"]
    assert sum(unit.section == "rules" for unit in found) == len(library.rules())


def test_what_is_made_comes_back_from_what_is_kept() -> None:
    shop = workshop([write(Path())[1]], library=True)
    for unit in (Unit("designs", "includes.yaml"), Unit("rules", next(iter(library.rules())).name), Unit("families", "caching")):
        made = shop.made(unit)
        assert (made.faults, made.notes) == ((), [])
        again = made_of(json.loads(json.dumps(made_data(made))), made.reads)
        assert ([*again.pages], again.design, again.family) == ([*made.pages], made.design, made.family)
        assert shop.found(unit) == again
        assert MadeCache(Path("kept"), "other").found(unit) is None


def test_a_page_that_cannot_be_made_says_so_at_its_place_and_what_leads_there_leads_somewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks() -> Design:
        raise ZeroDivisionError("a case")

    shop = workshop(library=True)
    entry = shop.sources.rules.get("LT017")
    broken = replace(entry, value=replace(entry.value, flagged=[breaks]))
    rules = Shelf("rule", tuple(broken if one.code == "LT017" else one for one in shop.sources.rules))
    monkeypatch.setattr(shop, "sources", replace(shop.sources, rules=rules))
    unit = Unit("rules", entry.name)
    [fault] = shop.made(unit).faults
    assert fault.message == f"rules/{entry.name} cannot be made, ZeroDivisionError: a case"
    assert fault.position is not None
    assert (fault.position.path, fault.position.line) == (__file__, breaks.__code__.co_firstlineno + 1)
    page = stand_in(unit, [fault], shop.sources)
    assert page is not None
    assert (page.path, page.code) == (f"rules/{entry.name}.html", "LT017")
