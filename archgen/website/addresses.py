"""Where everything of a site stands: paths from its root, and the way from one page to another."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from archgen.model.catalogue import Entry, retired
from archgen.model.known_problem import KnownProblem
from archgen.model.page import Content, DesignLeaf, DesignTold, Guide

SECTIONS: Mapping[str, str] = {
    "pages": "Pages",
    "guide": "Guide",
    "problems": "Problems",
    "designs": "Designs",
    "patterns": "Patterns",
    "trees": "Decisions",
    "rules": "Rules",
    "families": "Families",
    "numbers": "Numbers",
}


def index_path(section: str) -> str:
    """The page that lists a section."""
    return f"{section}/index.html"


def entry_path(section: str, entry: Entry[Any]) -> str:
    """The page of a rule, a pattern or a tree."""
    return f"{section}/{entry.name}.html"


def guide_path(guide: Guide) -> str:
    """The page of a hand-written text: its name without the number that orders it."""
    return f"guide/{guide.slug}.html"


def design_path(design: DesignLeaf | DesignTold) -> str:
    """The page of a design."""
    return f"designs/{design.slug}.html"


def source_path(design: DesignLeaf | DesignTold) -> str:
    """The page of the text that a design was made from."""
    return f"designs/{design.slug}/source.html"


def family_path(family: str) -> str:
    """The page of a family."""
    return f"families/{family.replace('_', '-')}.html"


def problem_path(problem: KnownProblem) -> str:
    """Where a problem that people know is told, on the page of all of them."""
    return f"{index_path('problems')}#{problem.id}"


def figure_path(section: str, owner: str, name: str) -> str:
    """The file of a figure that belongs to a design, rule, pattern or tree."""
    return f"figures/{section}/{owner}/{name}.svg"


def relative(start: str, target: str) -> str:
    """The link from the page at `start` to `target`, which may end in an anchor.

    >>> relative("rules/a.html", "patterns/b.html#c")
    '../patterns/b.html#c'
    """
    path, mark, anchor = target.partition("#")
    if path == start and anchor:
        return f"#{anchor}"
    return _way(posixpath.dirname(start), path) + mark + anchor


@lru_cache(maxsize=1 << 16)
def _way(folder: str, path: str) -> str:
    """From a folder to a file: the same for all pages of that folder."""
    return posixpath.relpath(path, folder or ".")


def named_paths(content: Content) -> Mapping[str, str]:
    """Every name and code that a text may mention, to the page of what it names."""
    paths = dict(content.words)
    for leaf in content.rules:
        paths |= {once: entry_path("rules", leaf.entry) for once in retired(leaf.entry)}
    for leaf in content.rules:
        paths |= {leaf.entry.name: entry_path("rules", leaf.entry), leaf.entry.id: entry_path("rules", leaf.entry)}
    for tree in content.trees:
        paths[tree.entry.name] = entry_path("trees", tree.entry)
    for pattern in content.patterns:
        paths[pattern.entry.name] = entry_path("patterns", pattern.entry)
    return paths
