import pytest

from archgen import Calls, Database, Group, Service, Writes
from archgen.documents.agreement import agreeing, in_agreement, names


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["API"], "API gives up"),
        (["API", "API"], "API gives up"),
        (["API", "Site"], "API and Site give up"),
        (["Shops"], "Shops give up"),
        (["DNS"], "DNS gives up"),
        (["Progress"], "Progress gives up"),
        (["Redis"], "Redis gives up"),
    ],
)
def test_verbs_agree_with_names(parts: list[str], expected: str) -> None:
    assert agreeing(parts, "gives up", "give up") == expected


def test_many_names_are_counted_and_each_is_told_once() -> None:
    assert names(["A", "B", "C", "D"]) == "A, B, C and D"
    assert names(["A", "B", "C", "D", "E", "A"]) == "A, B, C and 2 others"


def test_names_of_connections_agree_with_who_does_it() -> None:
    senders, store = Group("Senders"), Database("Store")
    write, ask = Writes(senders, store), Calls(Service("Progress"), Service("Shops"))
    text = "Senders writes Store, Senders writes to Store (all), OldSenders writes Store; Progress calls Shops"
    assert in_agreement(text, [write, ask]) == (
        "Senders write Store, Senders write to Store (all), OldSenders writes Store; Progress calls Shops"
    )
