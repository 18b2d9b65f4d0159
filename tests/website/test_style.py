import re
from collections.abc import Iterator
from typing import get_args

from archgen.dsl.appearance import Tone
from archgen.model.picture import LineRole, RectRole, TextRole
from tests.website.library import ASSETS

IN_FIGURES = {*get_args(RectRole), *get_args(LineRole), *get_args(TextRole), *get_args(Tone), "ground", "icon", "dashed"}
# What the scripts of a page mark in a figure while somebody walks a tree or a walkthrough, or points at a component.
MARKED = ("svg.walked ", ".stepped ", 'g[role="button"]', "g:target")


def test_no_rule_of_a_page_reaches_into_its_figures_but_for_what_was_marked_there() -> None:
    assert [selectors for selectors in every_selector() if classes(selectors) & IN_FIGURES and not is_marked(selectors)] == []


def test_no_class_of_a_page_is_one_of_figures() -> None:
    marks = {"walked", "walk-on", "walk-off", "walk-here", "stepped", "hop", "hop-end", "hop-dot", "part-ring"}
    assert marks & IN_FIGURES == set()


def every_selector() -> Iterator[str]:
    """What stands before the braces of each rule of the style sheets of pages."""
    for name, data in ASSETS.items():
        if name.endswith(".css"):
            yield from (found.strip() for found in re.findall(r"([^{};/]+)\{", data.decode()))


def classes(selectors: str) -> set[str]:
    return set(re.findall(r"\.([a-z][a-z-]*)", selectors))


def is_marked(selectors: str) -> bool:
    """Whether each of them holds for marked parts of figures alone, or for none at all."""
    parted = re.split(r",(?![^(]*\))", selectors)
    return all(any(mark in one for mark in MARKED) for one in parted if classes(one) & IN_FIGURES)
