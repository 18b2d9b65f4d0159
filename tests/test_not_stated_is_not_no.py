"""Not stated is not "no": a design that is accepted, with any one attribute left out, brings no error, of whatever rule."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archgen.dsl.design import Design
from archgen.errors import SpecError
from archgen.estimating.run import estimate
from archgen.linting.run import lint
from archgen.loading import library
from archgen.model.catalogue import Entry
from archgen.model.link import link
from archgen.model.rule import Rule, Severity
from archgen.model.spec import Spec
from archgen.pipeline.left_out import Stated, Steps, places
from archgen.pipeline.reading import read_all
from tests.test_every_rule import ACCEPTED, ids

# The smaller ones: of each attribute the whole design is read again.
EXAMPLES = ("group_chat", "payments")
# No finding is worse than its rule.
RULES_OF_ERRORS = [entry for entry in library.rules() if entry.value.severity is Severity.ERROR]


@dataclass(frozen=True)
class LeftOut:
    """What came of leaving out attributes one by one: where the design could still be read, and the errors that this brought."""

    stated: Sequence[Steps]
    judged: Sequence[Steps]
    brought: Mapping[str, Sequence[str]]


def errors(design: Design) -> list[str]:
    architecture = link(design)
    found = lint(Spec(design), architecture, estimate(architecture), RULES_OF_ERRORS)
    assert found.crashes == []
    return [f"{one.code} {one.message}" for one in found.findings if one.severity is Severity.ERROR]


def left_out(design: Design) -> LeftOut:
    whole = Stated(link(design))
    assert errors(whole.design()) == []
    stated, judged = list(places(whole.data)), []
    brought: dict[str, list[str]] = {}
    for path in stated:
        try:
            found = errors(whole.design(path))
        except SpecError:
            continue  # the word needs it
        judged.append(path)
        brought |= {".".join(map(str, path)): found} if found else {}
    return LeftOut(stated, judged, brought)


@pytest.mark.parametrize(("entry", "case"), ACCEPTED, ids=ids(ACCEPTED))
def test_what_is_left_out_of_an_accepted_case_brings_no_error(entry: Entry[Rule], case: Callable[[], Design]) -> None:
    result = left_out(case())
    assert result.brought == {}
    if entry.family != "engine":  # what waivers state is needed, all of it
        assert bool(result.judged) == bool(result.stated), "nothing was left out"


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_left_out_of_an_example_brings_no_error(name: str) -> None:
    [read] = read_all([str(Path(__file__).parents[1] / "examples" / f"{name}.yaml")])
    result = left_out(read.spec.design)
    assert result.brought == {}
    assert result.judged


@pytest.mark.parametrize("entry", list(library.patterns()), ids=lambda entry: entry.id)
def test_what_is_left_out_of_a_pattern_brings_no_error(entry: Entry[Any]) -> None:
    assert left_out(entry.value.structure).brought == {}
