"""What names rules."""

import pytest

from archgen.configuring.selectors import selector
from tests.configuring.shelf import CODES, OWN, SHELF

RT = ["RT001", "RT012"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("RT001", ["RT001"]),
        ("rt001", ["RT001"]),
        ("websocket-behind-layer-7", ["RT001"]),
        ("WebSocket_behind_layer_7", ["RT001"]),
        ("RT", RT),
        ("rt", RT),
        ("RT0", RT),
        ("RT00", ["RT001"]),
        ("LT01", ["LT017"]),
        ("real_time_updates", RT),
        ("real-time-updates", RT),
        ("Real-Time-Updates", RT),
        ("caching", ["CA002", "CA012"]),
        ("all", CODES),
        ("ALL", CODES),
        ("contention", []),
        ("DC", []),
    ],
)
def test_rules_go_by_code_prefix_name_and_family(text: str, codes: list[str]) -> None:
    found = selector(text, SHELF, "--select")
    assert (sorted(found.codes), found.note) == (codes, "")


@pytest.mark.parametrize("text", ["LT999", "queue-without-dlq", "Queue_Without_DLQ"])
def test_a_name_that_a_rule_once_had_leads_to_it_with_a_note(text: str) -> None:
    found = selector(text, SHELF, "--select")
    assert found.codes == {"LT017"}
    assert found.note == f'the rule "{text}" is now LT017 queue-without-dead-letter'


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("RT0O1", "`archgen list rules` lists them"),
        ("R", "`archgen list rules` lists them"),
        ("cachin", 'did you mean "caching"?'),
        ("job-longer-than-requests", 'did you mean "job-longer-than-request"?'),
        ("LT9", 'did you mean "LT"?'),
    ],
)
def test_what_names_nothing_is_refused_with_the_nearest(text: str, offered: str) -> None:
    with pytest.raises(ValueError, match="there is no rule, family or prefix") as caught:
        selector(text, SHELF, "--select")
    assert str(caught.value).endswith(f'"{text}"; {offered}')


def test_the_narrower_a_selector_the_higher_it_counts() -> None:
    ordered = [selector(text, SHELF, "").narrowness for text in ("all", "RT", "RT0", "RT00", "RT001")]
    assert ordered == sorted(set(ordered))
    assert selector("caching", SHELF, "").narrowness == selector("CA", SHELF, "").narrowness


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("OUR", ["OUR001", "OUR012"]),
        ("our01", ["OUR012"]),
        ("RT", ["RT001", "RT012"]),
        ("RTX", ["RTX001"]),
        ("billing", ["OUR001", "RTX001"]),
        ("Billing", ["OUR001", "RTX001"]),
        ("double-charge", ["OUR001"]),
        ("caching", ["CA002", "CA012", "OUR012"]),
    ],
)
def test_rules_that_are_not_shipped_go_by_code_prefix_name_and_family_too(text: str, codes: list[str]) -> None:
    assert sorted(selector(text, SHELF.joined(OWN), "--select").codes) == codes


@pytest.mark.parametrize("text", ["OU", "OURS", "BIL", "OUR2"])
def test_a_prefix_has_all_letters_of_the_code(text: str) -> None:
    with pytest.raises(ValueError, match="there is no rule, family or prefix"):
        selector(text, SHELF.joined(OWN), "--select")
