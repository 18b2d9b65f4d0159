"""Not stated is not "no": a design that is accepted, with any one attribute left out, brings no error, of whatever rule."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archgen.dsl.design import Design
from archgen.errors import SpecError
from archgen.estimating.run import estimate
from archgen.exporters.json import exporter
from archgen.importers.design_yaml import importer
from archgen.linting.run import lint
from archgen.loading import library
from archgen.model.catalogue import Entry
from archgen.model.link import link
from archgen.model.rule import Rule, Severity
from archgen.model.spec import Spec
from archgen.pipeline.reading import read_all
from tests.fetching import files
from tests.test_every_rule import ACCEPTED, ids

# What a part is called tells rules nothing of it; left out it is made up anew, or the design cannot do without.
NAMES = {"id", "name", "label", "from", "to", "archgen", "design"}
# Their entries are parts, not attributes.
SECTIONS = {"components", "connections", "groups", "data", "behaviours", "walkthroughs", "patterns", "waivers", "decisions"}
# The smaller ones: of each attribute the whole design is read again.
EXAMPLES = ("group_chat", "payments")
# No finding is worse than its rule.
RULES_OF_ERRORS = [entry for entry in library.rules() if entry.value.severity is Severity.ERROR]
Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class LeftOut:
    """What came of leaving out attributes one by one: where the design could still be read, and the errors that this brought."""

    stated: Sequence[Steps]
    judged: Sequence[Steps]
    brought: Mapping[str, Sequence[str]]


def places(value: object, path: Steps = ()) -> Iterator[Steps]:
    """Where an attribute is stated, in a design as plain data."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if path and key != "kind" and path[-1] not in SECTIONS:
                yield (*path, key)
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*path, index))


def without(data: object, path: Steps) -> object:
    """The same design but for what is stated there."""
    copy: Any = deepcopy(data)
    holder = copy
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return copy


def errors(data: object) -> list[str]:
    design = importer.read(json.dumps(data), "case.json", files()).design
    architecture = link(design)
    found = lint(Spec(design), architecture, estimate(architecture), RULES_OF_ERRORS)
    assert found.crashes == []
    return [f"{one.code} {one.message}" for one in found.findings if one.severity is Severity.ERROR]


def left_out(design: Design) -> LeftOut:
    data = json.loads(exporter.write(link(design)))
    assert errors(data) == []
    stated, judged = list(places(data)), []
    brought: dict[str, list[str]] = {}
    for path in stated:
        try:
            found = errors(without(data, path))
        except SpecError:
            continue  # the word needs it
        judged.append(path)
        brought |= {".".join(map(str, path)): found} if found else {}
    return LeftOut(stated, judged, brought)


def statements(paths: Sequence[Steps]) -> list[Steps]:
    return [path for path in paths if path[-1] not in NAMES]


@pytest.mark.parametrize(("entry", "case"), ACCEPTED, ids=ids(ACCEPTED))
def test_what_is_left_out_of_an_accepted_case_brings_no_error(entry: Entry[Rule], case: Callable[[], Design]) -> None:
    result = left_out(case())
    assert result.brought == {}
    assert result.judged
    if entry.family != "engine":  # what waivers state is needed, all of it
        assert bool(statements(result.judged)) == bool(statements(result.stated)), "nothing was left out"


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_left_out_of_an_example_brings_no_error(name: str) -> None:
    [read] = read_all([str(Path(__file__).parents[1] / "examples" / f"{name}.yaml")])
    result = left_out(read.spec.design)
    assert result.brought == {}
    assert statements(result.judged)


@pytest.mark.parametrize("entry", list(library.patterns()), ids=lambda entry: entry.id)
def test_what_is_left_out_of_a_pattern_brings_no_error(entry: Entry[Any]) -> None:
    assert left_out(entry.value.structure).brought == {}


def test_each_attribute_is_left_out_by_itself_of_words_and_of_the_words_in_them() -> None:
    data = {"components": {"a": {"kind": "cache", "invalidation": {"by": ["event"]}}}, "connections": [{"kind": "calls"}]}
    assert list(places(data)) == [("components", "a", "invalidation"), ("components", "a", "invalidation", "by")]
    left = without(data, ("components", "a", "invalidation", "by"))
    assert left == {"components": {"a": {"kind": "cache", "invalidation": {}}}, "connections": [{"kind": "calls"}]}
