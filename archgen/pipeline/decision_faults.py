"""What is wrong with the decisions of a design: trees and patterns that there are not, and choices that a tree does not know."""

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from archgen.dsl.decision import Decision
from archgen.dsl.decision_tree import Choose, DecisionTree
from archgen.errors import Fault, SpecError, offer, suggestion
from archgen.loading import library
from archgen.model.catalogue import Entry, Shelf, folded
from archgen.pipeline.reading import Read

if TYPE_CHECKING:
    from archgen.configuring.settings import Settings
    from archgen.dsl.pattern import Pattern
    from archgen.loading.own_library import OwnLibrary

Patterns = Callable[[], "Shelf[Pattern]"]


def check_decisions(design: Read, settings: "Settings | None" = None) -> None:
    """A design may only decide by trees, and for patterns, that exist. Raises SpecError with all that is wrong.

    A team's own count, as the configuration in these settings names them, or else the one that is nearest to the design:
    ConfigurationError where that cannot be used. Nothing is imported without need, and where nothing may be run, names do.
    """
    said = design.spec.design.decisions
    if not said:
        return
    trees, patterns = set(library.formats(library.TREES)), set(library.formats(library.PATTERNS))
    known = all(folded(one.tree) in trees and (one.choice is None or folded(one.choice) in patterns) for one in said)
    if known and all(one.choice is None or one.reason for one in said):
        return
    from archgen.pipeline.own_entries import known_patterns, known_trees

    own, unread = (None, frozenset[str]()) if known else _own(design, settings)
    faults = list(decision_faults(design, known_trees(own), lambda: known_patterns(own), unread))
    if faults:
        raise SpecError(faults)


def decision_faults(
    design: Read, trees: Shelf[DecisionTree], patterns: Patterns, unread: Collection[str] = ()
) -> Iterator[Fault]:
    """All that is wrong with them, each with its place. Of what is `unread` the name is known, and nothing else."""
    for one in design.spec.design.decisions:
        tree = trees.find(one.tree)
        if tree is None and folded(one.tree) not in unread:
            near = suggestion(one.tree, [*trees.names(), *unread])
            yield Fault(f'there is no tree "{one.tree}"{near}', design.spec.locate(one, "tree"))
        wrong = _wrong(one, tree, patterns, unread)
        if wrong:
            yield Fault(wrong, design.spec.locate(one, "choice"))


def _wrong(decision: Decision, tree: Entry[DecisionTree] | None, patterns: Patterns, unread: Collection[str]) -> str:
    """What is wrong with a choice. A way that the tree does not know is a design's to take, if it says why."""
    choice = decision.choice
    ends = list(dict.fromkeys(node.pattern for node in tree.value.nodes() if isinstance(node, Choose))) if tree else []
    of_archgen = tree is not None and not tree.path and choice is not None and folded(choice) in ends
    if choice is None or of_archgen or folded(choice) in unread:
        return ""
    shelf = patterns()
    if not shelf.has(choice):
        known = [*shelf.names(), *unread]
        near = _instead(choice, ends) if ends else offer(choice, known, "`archgen list patterns` lists them")
        return f'there is no pattern "{choice}"{near}'
    if tree is None or decision.reason or shelf.get(choice) in [shelf.find(end) for end in ends]:
        return ""
    return f'the tree "{tree.name}" does not lead to "{choice}"{_instead(choice, ends)}; if it is to be that, say why: `reason`'


def _instead(choice: str, ends: Sequence[str]) -> str:
    return suggestion(choice, ends).replace("; known: ", "; the tree leads to ")


def _own(design: Read, settings: "Settings | None") -> "tuple[OwnLibrary | None, frozenset[str]]":
    """What a team has of its own, by the configuration that applies; its names alone, where nothing may be run."""
    from archgen.pipeline.own_entries import own_entries, own_names

    path, config = design.spec.path, settings.configuration.path if settings else None
    if design.own is not None or not path or config == "":
        return design.own, frozenset()
    if design.execute:
        return own_entries(Path(path).parent, config=config), frozenset()
    return None, own_names(Path(path).parent, config=config)
