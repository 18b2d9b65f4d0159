"""What every figure owes: it is legible, measured in a real browser, by light and in the dark."""

import re

import pytest

from archgen.loading import library
from tests.built import built_figures
from tests.legibility.audit import audit_in_both


@pytest.mark.graphviz
def test_there_is_a_figure_for_every_part_of_the_library_and_the_designs() -> None:
    kinds = {path.split("/")[1] for path in built_figures()}

    assert kinds == {"designs", "families", "guide", "patterns", "rules", "trees"}
    drawn = {path.split("/")[-1].removesuffix(".svg") for path in built_figures() if path.startswith("figures/families/")}
    assert drawn == {entry.name for entry in library.figures()}


@pytest.mark.graphviz
@pytest.mark.chromium
def test_every_figure_is_legible_by_light_and_in_the_dark() -> None:
    once = {svg: path for path, svg in built_figures().items()}  # designs that a rule flags and accepts often look the same

    assert audit_in_both({path: svg for svg, path in once.items()}) == []


@pytest.mark.graphviz
def test_no_figure_refers_to_anything_outside_itself() -> None:
    # A figure of a set leads to the others of it, which stand beside it.
    reference = re.compile(r"""(?:href|src)\s*=\s*["'](?!#|data:|[a-z0-9-]+\.svg")|url\((?!["']?(?:#|data:))|@import|<script""")
    found = {path: match.group() for path, svg in built_figures().items() if (match := reference.search(svg))}

    assert found == {}
