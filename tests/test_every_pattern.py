"""What every pattern owes: a shape that links, lints clean and draws, a page that explains it, names that lead somewhere."""

from collections.abc import Iterator

import pytest

from archgen.dsl.decision_tree import Choose
from archgen.dsl.design import Design
from archgen.dsl.pattern import Pattern
from archgen.dsl.word import Word
from archgen.estimating.run import estimate
from archgen.linting.run import lint
from archgen.loading import library
from archgen.model.catalogue import FAMILIES, Entry
from archgen.model.drawing import Drawing
from archgen.model.link import link
from archgen.model.rule import Severity
from archgen.model.spec import Spec

PATTERNS = list(library.patterns())
every_pattern = pytest.mark.parametrize("entry", PATTERNS, ids=[entry.name for entry in PATTERNS])


def _words(structure: Design) -> Iterator[Word]:
    architecture = link(structure)
    yield structure.requirements
    yield from architecture.components()
    yield from architecture.connections()
    yield from architecture.data()


@every_pattern
def test_its_structure_lints_without_errors_and_warnings(entry: Entry[Pattern]) -> None:
    spec = Spec(entry.value.structure)
    architecture = link(spec)
    found = lint(spec, architecture, estimate(architecture), library.rules())
    assert [finding for finding in found.findings if finding.severity is not Severity.INFO] == []
    assert list(found.crashes) == []


@every_pattern
def test_its_structure_is_drawn_with_a_box_for_every_component(entry: Entry[Pattern]) -> None:
    architecture = link(entry.value.structure)
    (drawing,) = library.diagrams().get("components").value.draw(architecture)
    assert isinstance(drawing, Drawing)
    assert [box.title for box in drawing.boxes] == [component.name for component in architecture.components()]


@every_pattern
def test_its_walkthrough_keeps_to_its_structure(entry: Entry[Pattern]) -> None:
    along = {step.along for step in entry.value.walkthrough}
    assert along
    assert along <= set(link(entry.value.structure).connections())


@every_pattern
def test_its_structure_has_what_it_requires(entry: Entry[Pattern]) -> None:
    words = {id(word) for word in _words(entry.value.structure)}
    assert entry.value.requires
    for need in entry.value.requires:
        assert need.met_by
        for word, names in need.met_by.items():
            assert id(word) in words
            assert [name for name in names if getattr(word, name) is None] == []


@every_pattern
def test_it_says_when_to_use_it_when_not_and_at_what_cost(entry: Entry[Pattern]) -> None:
    assert all((entry.value.use_when, entry.value.avoid_when, entry.value.trade_offs))


@every_pattern
def test_its_page_starts_with_a_claim_and_says_how_it_works_and_what_goes_wrong(entry: Entry[Pattern]) -> None:
    assert entry.claim.endswith(".")
    assert not entry.claim.startswith("#")
    assert all(entry.section(heading) for heading in ("How it works", "Numbers", "What goes wrong"))


@every_pattern
def test_it_stands_in_a_family_that_is_known_and_has_a_page(entry: Entry[Pattern]) -> None:
    assert entry.family in FAMILIES
    assert library.family_page(library.PATTERNS, entry.family)


@every_pattern
def test_its_relatives_exist_and_are_others(entry: Entry[Pattern]) -> None:
    assert entry.value.related
    assert set(entry.value.related) <= {other.name for other in PATTERNS} - {entry.name}


@every_pattern
def test_a_tree_or_another_pattern_leads_to_it(entry: Entry[Pattern]) -> None:
    chosen = {node.pattern for tree in library.trees() for node in tree.value.nodes() if isinstance(node, Choose)}
    named = {name for other in PATTERNS for name in other.value.related}
    assert entry.name in chosen | named
