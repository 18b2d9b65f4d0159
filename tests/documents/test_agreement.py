import pytest

from archgen.documents.agreement import agreeing, names


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
