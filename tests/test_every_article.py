"""What every article owes: each figure of its family once, and each pattern, tree and rule by name."""

import re
from collections import Counter

import pytest

from archgen.documents.article import named_figures
from archgen.documents.html import fragment
from archgen.loading import library
from archgen.model.catalogue import FAMILIES

TAUGHT = [family for family in FAMILIES if library.article(family)]
every_article = pytest.mark.parametrize("family", TAUGHT)


def test_there_are_articles() -> None:
    assert "real_time_updates" in TAUGHT


@every_article
def test_it_begins_with_its_title_by_which_the_feed_of_a_site_knows_that_it_is_one(family: str) -> None:
    assert fragment(library.article(family)).startswith("<h1")


@every_article
def test_each_figure_of_the_family_stands_in_it_once(family: str) -> None:
    figures = {entry.name for entry in library.figures() if entry.family == family}
    assert Counter(named_figures(library.article(family))) == Counter(dict.fromkeys(figures, 1))


@every_article
def test_each_pattern_tree_and_rule_of_the_family_is_named(family: str) -> None:
    named = set(re.findall(r"(?:`|\]\()([A-Za-z0-9-]+)[`)]", library.article(family)))
    entries = [*library.patterns(), *library.trees(), *library.rules()]
    assert {entry.id for entry in entries if entry.family == family} - named == set()


@every_article
def test_whatever_is_named_by_a_code_or_like_an_entry_exists(family: str) -> None:
    codes = set(re.findall(rf"`({FAMILIES[family].code}\d+)`", library.article(family)))
    assert {code for code in codes if not library.rules().has(code)} == set()


@every_article
def test_words_lead_to_entries_that_exist(family: str) -> None:
    known = {entry.name for entry in (*library.patterns(), *library.trees(), *library.rules())}
    led = set(re.findall(r"(?<!!\[)\]\(([^)]+)\)", library.article(family)))
    assert led
    assert led - known - set(named_figures(library.article(family))) == set()
