"""What the page of a word says."""

import pytest

from archgen.dsl.naming import kind
from archgen.pipeline.words import word_entry, words


def stated(name: str) -> dict[str, str]:
    """Each attribute of a word, and how what is stated of it is written."""
    entry = word_entry(name)
    assert entry
    lines = [line.removeprefix("- ").partition(". ")[0] for line in entry.page.splitlines() if line.startswith("- ")]
    return dict(line.rsplit(": ", 1) for line in lines)


@pytest.mark.parametrize("name", ["load_balancer", "load-balancer", "LoadBalancer", "LOAD_BALANCER"])
def test_a_word_is_found_by_its_kind_or_its_class(name: str) -> None:
    entry = word_entry(name)
    assert entry
    assert (entry.name, entry.title, entry.family) == ("load_balancer", "LoadBalancer", "component")
    assert entry.claim == "Spreads connections or requests over several servers."


def test_what_is_no_word_has_no_page() -> None:
    assert word_entry("loadbalancers") is None


def test_a_page_says_how_each_value_is_written() -> None:
    told = stated("cache")
    assert {name: told[name] for name in ("name", "id (in YAML: the key of the entry)", "group (in YAML: in)")} == {
        "name": "a text, needed",
        "id (in YAML: the key of the entry)": "an id",
        "group (in YAML: in)": "a group",
    }
    assert {name: told[name] for name in ("ttl", "invalidation", "warming", "nodes", "hit_rate", "holds")} == {
        "ttl": "a duration, such as 500ms or 15 min or false",
        "invalidation": "an invalidation or false",
        "warming": "none, lazy, preload or predictive",
        "nodes": "a whole number, such as 12 or 200k",
        "hit_rate": "a share, such as 0.95 or 95%",
        "holds": "a list of data",
    }


def test_a_page_tells_a_word_s_own_attributes_from_those_that_others_have_too() -> None:
    entry = word_entry("worker")
    assert entry
    headings = [line for line in entry.page.splitlines() if line.startswith("## ")]
    assert headings == ["## What it states", "## As every server", "## As every component", "## As every part"]


def test_a_page_says_what_each_attribute_states() -> None:
    entry = word_entry("cache")
    assert entry
    (line,) = (line for line in entry.page.splitlines() if line.startswith("- ttl: "))
    assert line.startswith("- ttl: a duration, such as 500ms or 15 min or false. How long an entry is kept; ")


def test_a_page_says_what_may_stand_in_a_list_and_what_is_needed() -> None:
    told = stated("design")
    assert told["parts"] == "a list, each a connection, a component or a pattern instance, needed"
    assert (told["requirements"], told["left_out"]) == ("requirements", "texts by their names")


def test_a_limit_more_changes_nothing_of_how_a_value_is_written() -> None:
    assert stated("requirements")["availability"] == "a share, such as 0.95 or 95%"


def test_ends_of_a_connection_have_other_names_in_yaml() -> None:
    assert [name for name in stated("calls") if "YAML" in name] == ["source (in YAML: from)", "target (in YAML: to)"]


@pytest.mark.parametrize("name", [kind(cls) for cls in words()])
def test_every_word_has_a_page(name: str) -> None:
    assert stated(name)
