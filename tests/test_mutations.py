"""A sound design has no findings, and of ten properties of it that are broken nine are found."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from archgen.linting.run import lint as run
from archgen.loading import library
from archgen.pipeline.judging import estimate, lint
from archgen.pipeline.reading import Read, read
from tests.built import EXAMPLES
from tests.mutations import breaking, telling, working
from tests.mutations.breaking import Mutant, mutants, places

FOUND_AT_LEAST = 0.9
BREAKS = (*breaking.BREAKS, *working.BREAKS, *telling.BREAKS)


@cache
def example(path: Path) -> Read:
    return read(str(path))


def is_found(mutant: Mutant) -> bool:
    """Whether one of the rules that it is for finds it; the others, which would take most of the time, do not run."""
    design, rules = mutant.design, [entry for entry in library.rules() if entry.code in mutant.broken.found_by]
    return bool(run(design.spec, design.architecture, estimate(design), rules).findings)


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_a_sound_design_has_no_findings(path: Path) -> None:
    assert Counter(finding.code for finding in lint(example(path)).findings) == Counter()


def test_nine_of_ten_broken_properties_are_found() -> None:
    made = [(path.stem, mutant) for path in EXAMPLES for mutant in mutants(example(path), BREAKS)]
    missed = [f"{stem}: {mutant.broken.name}, {mutant.part}" for stem, mutant in made if not is_found(mutant)]
    assert len(missed) <= (1 - FOUND_AT_LEAST) * len(made), missed


def test_every_break_is_tried_on_some_design() -> None:
    tried = {broken.name for path in EXAMPLES for broken, _ in places(example(path), BREAKS)}
    assert {broken.name for broken in BREAKS} - tried == set()


def test_every_break_is_for_rules_that_there_are() -> None:
    known = {entry.code for entry in library.rules()}
    assert {code for broken in BREAKS for code in broken.found_by} - known == set()
