"""Findings about what has a plural name speak of it as of several."""

import re
from collections.abc import Iterable

import pytest

from archgen.dsl.design import Design
from archgen.linting.one_rule import outcome
from archgen.loading import library
from archgen.model.catalogue import Entry
from archgen.model.link import link
from archgen.model.report import Crash, Finding
from archgen.model.rule import Rule
from archgen.model.spec import Spec
from archgen.model.terms import Terms
from archgen.pipeline.judging import estimate
from archgen.pipeline.reading import Read
from archgen.pipeline.what_if import otherwise

# Words that end like a verb of one, and stand behind a name for another reason.
NO_VERBS = {
    "always",
    "across",
    "afterwards",
    "as",
    "besides",
    "its",
    "less",
    "max_receives",
    "miss",
    "pass",
    "perhaps",
    "plus",
    "themselves",
    "this",
    "towards",
    "unless",
}
RULES = list(library.rules())


def told(one: Finding) -> list[str]:
    return [one.message, one.fix, *one.because]


def wrong(text: str, names: Iterable[str]) -> list[str]:
    """A plural name and the verb behind it, where that speaks of one; not where the name only says of what or in what."""
    verbs = (
        (name, re.findall(rf"(?<!of )(?<!in )(?<!before )(?<!to )(?<!on )(?<!the ){re.escape(name)} (\w+s)\b", text))
        for name in names
    )
    return [f"{name} {verb}" for name, found in verbs for verb in found if verb not in NO_VERBS]


@pytest.mark.parametrize("entry", RULES, ids=[entry.code for entry in RULES])
def test_findings_speak_of_several_where_the_name_does(entry: Entry[Rule]) -> None:
    for make in entry.value.flagged:
        design = several(made(make()))
        found = outcome(design.spec, design.architecture, estimate(design), entry, Terms())
        assert not isinstance(found, Crash)
        names = {part.name for part in design.architecture.components()}
        assert [text for one in found for text in told(one) if wrong(text, names)] == []


def made(design: Design) -> Read:
    spec = Spec(design)
    return Read(spec, link(spec))


def several(design: Read) -> Read:
    """The design, every component of it with a plural name."""
    return otherwise(design, {part: {"name": f"{part.name} Yaks"} for part in design.architecture.components()})
