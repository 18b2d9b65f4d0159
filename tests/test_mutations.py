"""A sound design has no findings, and of ten properties of it that are broken nine are found."""

from collections import Counter
from pathlib import Path

import pytest

from archgen.pipeline.judging import lint
from archgen.pipeline.reading import Read, read
from tests.built import EXAMPLES
from tests.mutations.breaking import BREAKS, Mutant, mutants

FOUND_AT_LEAST = 0.9


def codes(design: Read) -> Counter[str]:
    return Counter(finding.code for finding in lint(design).findings)


def is_found(mutant: Mutant) -> bool:
    return any(codes(mutant.design)[code] for code in mutant.broken.found_by)


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_a_sound_design_has_no_findings(path: Path) -> None:
    assert codes(read(str(path))) == Counter()


def test_nine_of_ten_broken_properties_are_found() -> None:
    made = [(path.stem, mutant) for path in EXAMPLES for mutant in mutants(read(str(path)), BREAKS)]
    missed = [f"{stem}: {mutant.broken.name}, {mutant.part}" for stem, mutant in made if not is_found(mutant)]
    assert len(missed) <= (1 - FOUND_AT_LEAST) * len(made), missed


def test_every_break_is_tried_on_some_design() -> None:
    tried = {mutant.broken.name for path in EXAMPLES for mutant in mutants(read(str(path)), BREAKS)}
    assert {broken.name for broken in BREAKS} - tried == set()
