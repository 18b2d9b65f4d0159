from archgen.model.page import Guide
from archgen.website.addresses import guide_path, named_paths, relative
from tests.website.library import content


def test_a_link_is_relative_to_its_page() -> None:
    links = [
        relative("index.html", "rules/a.html"),
        relative("rules/a.html", "index.html"),
        relative("rules/a.html", "rules/b.html"),
    ]
    assert links == ["rules/a.html", "../index.html", "b.html"]


def test_a_place_of_the_same_page_is_an_anchor() -> None:
    assert relative("rules/a.html", "rules/a.html#why") == "#why"


def test_the_number_of_a_guide_is_no_part_of_its_address() -> None:
    assert [guide_path(Guide("10-first", "")), guide_path(Guide("first", ""))] == ["guide/first.html", "guide/first.html"]


def test_a_rule_is_named_by_its_code_too_and_by_what_it_was_once_called() -> None:
    paths = named_paths(content())
    assert paths["MS001"] == paths["call-without-timeout"] == paths["MS901"] == "rules/call-without-timeout.html"
