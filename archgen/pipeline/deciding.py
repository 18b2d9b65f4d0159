"""Deciding by trees, with a design or without one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from archgen.dsl.decision_tree import Ask, Choose, below
from archgen.dsl.requirements import Requirements
from archgen.dsl.shape import shape
from archgen.loading import library
from archgen.model.decided import Decided
from archgen.pipeline.assigning import stating
from archgen.pipeline.judging import decide
from archgen.pipeline.own_entries import known_trees, own_entries, with_own
from archgen.pipeline.reading import Read

if TYPE_CHECKING:
    from archgen.loading.own_library import OwnLibrary


def is_tree(name: str) -> bool:
    """Whether the library has a decision tree of that name."""
    return library.trees().has(name)


def requirements(design: Read | None, stated: Sequence[str]) -> Requirements:
    """What a design requires, where there is one; what is `stated` as `NAME=VALUE` goes before that. Raises UsageError."""
    need = stating(design.spec.design.requirements if design else Requirements(), stated)
    assert isinstance(need, Requirements)
    return need


def own_of(design: Read | None, tree: str | None, *, execute: bool = True) -> "OwnLibrary | None":
    """What a team has of its own beside a design; without one, in the current folder, where archgen has no such tree.

    Raises ConfigurationError.
    """
    if design is not None:
        return with_own(design).own
    return None if is_tree(tree or "") else own_entries(Path(), execute=execute)


def decisions(design: Read | None, tree: str | None, need: Requirements, own: "OwnLibrary | None" = None) -> Sequence[Decided]:
    """The walk down a tree, or without one those of a design. Raises UnknownNameError or SpecError."""
    if design is None:
        entry = known_trees(own).get(tree or "")
        return [Decided(entry, entry.value.decide(need))]
    return [replace(decided, walk=decided.tree.value.decide(need)) for decided in decide(replace(design, own=own), tree)]


def untouched(decided: Sequence[Decided], own: "OwnLibrary | None" = None) -> Sequence[str]:
    """The trees that are not among these."""
    walked = {one.tree.name for one in decided}
    return [entry.name for entry in known_trees(own) if entry.name not in walked]


def why_asked(ask: Ask) -> Iterator[str]:
    """What a question is about: where each answer leads, and which requirement of a design would state it."""
    for answer, following in ask.branches.items():
        patterns = dict.fromkeys(one.pattern for one in below(following) if isinstance(one, Choose))
        yield f"{answer} leads to {' or '.join(patterns)}"
    for need in ask.needs:
        yield f"a design states it as {need}: {shape(Requirements)[need].meaning}"
