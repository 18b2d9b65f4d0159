"""The library by its names."""

import pytest

from archgen.errors import UnknownNameError
from archgen.loading import library


def test_a_format_is_found_by_its_name() -> None:
    assert library.exporter("json").suffix == ".json"
    assert library.reporter("text").write([]).endswith("\n")


def test_an_unknown_format_offers_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match=r'^there is no export format "yson"; did you mean "json"\?$'):
        library.exporter("yson")
    with pytest.raises(UnknownNameError, match=r'^there is no report format "jsn"; did you mean "json"\?$'):
        library.reporter("jsn")


def test_formats_can_be_listed_without_importing_them() -> None:
    assert set(library.formats(library.REPORTERS)) >= {"json", "text"}


def test_every_sort_of_entry_has_some() -> None:
    entries = (library.rules(), library.patterns(), library.trees(), library.figures())
    shelves = (*entries, library.diagrams(), library.importers())
    assert [shelf.sort for shelf in shelves if not list(shelf)] == []


def test_a_family_has_a_page() -> None:
    assert library.family_page(library.RULES, "caching")
    assert library.family_page(library.RULES, "no_such_family") == ""


def test_a_family_without_an_article_has_none() -> None:
    assert library.article("no_such_family") == ""
