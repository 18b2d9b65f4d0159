"""What every example owes: it lints clean, its two forms are one design, and its story is kept as golden files."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
import yaml

from archgen.loading.library import reporter
from archgen.pipeline.documenting import dossier, markdown
from archgen.pipeline.exporting import export
from archgen.pipeline.judging import lint
from archgen.pipeline.reading import Read, read
from tests.built import EXAMPLES, ROOT, uncounted
from tests.conftest import Golden

FOLDER = ROOT / "examples"
NAMES = [path.stem for path in EXAMPLES]
Goldens = Callable[[str], Golden]


def stems(paths: Iterable[Path]) -> list[str]:
    """Where the files stand below the examples, without their suffixes."""
    return sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in paths)


def included_by(name: str) -> list[str]:
    included = yaml.load((FOLDER / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader).get("include", [])
    return [included] if isinstance(included, str) else included


@cache
def known(name: str) -> Read:
    return read(f"examples/{name}.py")


@pytest.fixture
def design(name: str, monkeypatch: pytest.MonkeyPatch) -> Read:
    """The example, read by the path that a user in the checkout would give."""
    monkeypatch.chdir(ROOT)
    return known(name)


@pytest.mark.parametrize("name", NAMES)
def test_it_lints_clean_and_its_findings_are_as_recorded(name: str, design: Read, golden: Goldens) -> None:
    report = lint(design)

    assert (list(report.findings), list(report.crashes)) == ([], [])
    assert uncounted(reporter("text").write([report])) == golden(f"examples/{name}/findings.txt")


@pytest.mark.parametrize("name", NAMES)
def test_its_export_is_as_recorded(name: str, design: Read, golden: Goldens) -> None:
    assert export(design, "json") == golden(f"examples/{name}/export.json")


def test_every_example_has_both_forms() -> None:
    assert stems(FOLDER.glob("*.yaml")) == NAMES


def test_every_part_of_an_example_has_both_forms() -> None:
    assert stems((FOLDER / "parts").rglob("*.yaml")) == stems((FOLDER / "parts").rglob("[!_]*.py")) != []


def test_every_part_belongs_to_the_example_that_its_folder_is_named_for() -> None:
    parts = set(FOLDER.glob("parts/*/*.yaml"))
    included = {(name, FOLDER / part) for name in NAMES for part in included_by(name)}

    assert {part for _, part in included} == parts
    assert {(name, part.parent.name) for name, part in included if name != part.parent.name} == set()


@pytest.mark.parametrize("name", NAMES)
def test_its_yaml_form_is_the_same_design(name: str, golden: Goldens) -> None:
    assert export(read(str(FOLDER / f"{name}.yaml")), "json") == golden(f"examples/{name}/export.json")


@pytest.mark.graphviz
@pytest.mark.parametrize("name", NAMES)
def test_its_document_and_figures_are_as_recorded(name: str, design: Read, golden: Goldens) -> None:
    made = dossier(design)
    links = {figure.name: f"{figure.name}.svg" for figure in made.figures}

    assert uncounted(markdown(made, links)) == golden(f"examples/{name}/design.md")
    for figure in made.figures:
        assert figure.svg == golden(f"examples/{name}/{figure.name}.svg")
