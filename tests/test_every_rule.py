"""What every rule owes: cases that prove it, a page that explains it, names that lead somewhere.

The laws are those of `archgen test-rules`, and those besides that archgen holds its own rules to.
"""

from collections.abc import Callable
from functools import cache

import pytest

from archgen.dsl.design import Design
from archgen.loading import library
from archgen.model.catalogue import Entry, folded
from archgen.model.report import Report
from archgen.model.rule import Rule
from archgen.pipeline.house_laws import HOUSE_LAWS
from archgen.pipeline.rule_laws import Law, name_of
from archgen.pipeline.rule_trial import Bench, Trial

RULES = list(library.rules())
BENCH = Bench(library.rules())
Case = tuple[Entry[Rule], Callable[[], Design]]
ACCEPTED: list[Case] = [(entry, case) for entry in RULES for case in entry.value.accepted]


def ids(cases: list[Case]) -> list[str]:
    seen: dict[str, int] = {}
    for entry, _ in cases:
        seen[entry.code] = seen.get(entry.code, 0) + 1
    counts = {code: iter(range(1, count + 1)) for code, count in seen.items()}
    return [f"{entry.code}-{next(counts[entry.code])}" for entry, _ in cases]


def report(design: Design) -> Report:
    return BENCH.judged(design)


@cache
def trial(code: str) -> Trial:
    return Trial(library.rules().get(code), BENCH)


@pytest.mark.parametrize("law", HOUSE_LAWS, ids=name_of)
def test_every_rule_keeps_every_law(law: Law) -> None:
    found = {entry.code: [str(fault) for fault in law(trial(entry.code))] for entry in RULES}
    assert {code: faults for code, faults in found.items() if faults} == {}


def test_codes_and_names_are_given_once() -> None:
    names = [folded(name) for entry in RULES for name in (entry.code, entry.name, *entry.value.formerly)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("folder", sorted({entry.family for entry in RULES}))
def test_a_family_of_rules_has_a_page(folder: str) -> None:
    assert library.family_page(library.RULES, folder)
