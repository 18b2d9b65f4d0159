from archgen.model.page import Content
from archgen.website.filling import filling
from archgen.website.lists import families_of, lists
from tests.website.library import TEMPLATES, content, page


def test_each_section_that_has_pages_has_a_list() -> None:
    assert [one.path for one in lists(Content(), [], filling(TEMPLATES))] == ["index.html"]


def test_families_come_in_the_order_of_the_catalogue_and_own_ones_last() -> None:
    assert families_of(content()) == ["multi_step_processes", "an_own_family"]


def test_a_list_of_rules_has_a_heading_for_each_family() -> None:
    html = page("rules/index.html")
    assert html.index('<h2 id="multi-step-processes">') < html.index("call-without-end") < html.index('<h2 id="an-own-family">')


def test_the_home_page_shows_a_design_and_counts_what_a_family_has() -> None:
    html = page("index.html")
    assert 'href="figures/designs/parcels/components.svg"' in html
    assert "<span>2 patterns, 1 decision, 2 rules</span>" in html


def test_a_family_has_a_page_with_all_that_belongs_to_it() -> None:
    html = page("families/multi-step-processes.html")
    assert "<p>Many steps.</p>" in html
    assert [part in html for part in ("Plain call", "How is it asked?", "MS001", "ZZ001")] == [True, True, True, False]
