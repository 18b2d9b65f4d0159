"""What each kind of thing that the language can say looks like: figures and documents of small designs, whole and legible."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from archgen.model.dossier import Dossier
from archgen.pipeline.documenting import dossier, markdown, standalone
from archgen.pipeline.reading import read
from tests.conftest import Golden
from tests.legibility.audit import audit_in_both

pytestmark = pytest.mark.graphviz
KINDS = Path(__file__).parent / "kinds"
OPENED: Mapping[str, tuple[str, list[str]]] = {
    "booking": ("booking", []),
    "move": ("move", []),
    "partners": ("partners", []),
    "partners-opened": ("partners", ["all"]),
}
every_kind = pytest.mark.parametrize("name", OPENED)


@cache
def told(name: str) -> Dossier:
    """The design with everything that archgen says of it."""
    stem, opening = OPENED[name]
    return dossier(read(str(KINDS / f"{stem}.py"), open=opening))


@every_kind
def test_its_figures_are_as_recorded(name: str, golden: Callable[[str], Golden]) -> None:
    for figure in told(name).figures:
        if not figure.name.startswith("decision-"):
            assert figure.svg == golden(f"kinds/{name}/{figure.name}.svg")


@every_kind
def test_its_document_tells_of_it_as_recorded(name: str, golden: Callable[[str], Golden]) -> None:
    made = told(name)
    text = markdown(
        made, {figure.name: f"{figure.name}.svg" for figure in made.figures if not figure.name.startswith("decision-")}
    )
    before, heading, _ = text.partition("\n## What the rules found")
    assert heading
    assert before.partition("\n## Decisions")[0] + "\n" == golden(f"kinds/{name}/design.md")


@pytest.mark.chromium
def test_its_figures_are_legible_by_light_and_in_the_dark() -> None:
    figures = {f"{name}/{figure.name}": standalone(figure) for name in OPENED for figure in told(name).figures}
    assert audit_in_both(figures) == []
