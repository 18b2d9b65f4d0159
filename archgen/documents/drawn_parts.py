"""What a design's figures draw, read from the figures themselves: which of them shows a component or a connection as its own."""

import re
from collections.abc import Iterable, Mapping
from html import unescape

from archgen.model.dossier import Figure

BOX = re.compile(r'<g data-part="([^"]*)">\s*<rect class="box ')
LINE = re.compile(r'<g data-line="([^"]*)">')


def homes(figures: Iterable[Figure]) -> Mapping[str, str]:
    """The first figure that draws each component as a card of its own, by the component's id."""
    found: dict[str, str] = {}
    for figure in figures:
        for id in BOX.findall(figure.svg):
            found.setdefault(unescape(id), figure.name)
    return found


def lines(figures: Iterable[Figure]) -> Mapping[str, frozenset[str]]:
    """The connections that each figure draws as lines of their own, by the figure's name; figures stand in their order."""
    return {figure.name: frozenset(map(unescape, LINE.findall(figure.svg))) for figure in figures}


def best_views(passed: Iterable[str], figures: Iterable[Figure]) -> Mapping[str, str]:
    """For each connection that a walkthrough passes the figure to show it in: of those that draw it, the one with most of them.

    So that whoever follows the walkthrough changes figures as seldom as possible.
    """
    passed, drawn = set(passed), lines(figures)
    best: dict[str, str] = {}
    for name in sorted(drawn, key=lambda name: len(drawn[name] & passed), reverse=True):
        for id in sorted(drawn[name] & passed):
            best.setdefault(id, name)
    return best
