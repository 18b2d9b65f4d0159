"""What every rule owes: cases that prove it, a page that explains it, names that lead somewhere.

The laws are those of `archgen test-rules`, which holds the rules that archgen ships to some besides.
"""

from collections.abc import Callable

import pytest

from archgen.dsl.design import Design
from archgen.loading import library
from archgen.model.catalogue import Entry, folded
from archgen.model.rule import Rule
from tests.cli.running import ran

RULES = list(library.rules())
Case = tuple[Entry[Rule], Callable[[], Design]]
ACCEPTED: list[Case] = [(entry, case) for entry in RULES for case in entry.value.accepted]


def ids(cases: list[Case]) -> list[str]:
    seen: dict[str, int] = {}
    for entry, _ in cases:
        seen[entry.code] = seen.get(entry.code, 0) + 1
    counts = {code: iter(range(1, count + 1)) for code, count in seen.items()}
    return [f"{entry.code}-{next(counts[entry.code])}" for entry, _ in cases]


def test_every_rule_keeps_every_law(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "test-rules", "--built-in")
    *tried, whole = result.out.splitlines()
    assert [line for line in tried if not line.endswith(", ok")] == []
    assert [line.split()[:2] for line in tried] == [[entry.code, entry.name] for entry in RULES]
    assert (result.code, result.err, whole.endswith(" all keep the laws")) == (0, "", True)


def test_the_laws_of_the_house_are_for_rules_that_come_of_no_file_of_a_team() -> None:
    assert [entry.code for entry in RULES if entry.path] == []


def test_codes_and_names_are_given_once() -> None:
    names = [folded(name) for entry in RULES for name in (entry.code, entry.name, *entry.value.formerly)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("folder", sorted({entry.family for entry in RULES}))
def test_a_family_of_rules_has_a_page(folder: str) -> None:
    assert library.family_page(library.RULES, folder)
