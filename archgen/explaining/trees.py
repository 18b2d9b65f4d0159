"""Decision trees, explained: the whole tree as text, and where it leads."""

from collections.abc import Iterator, Sequence

from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.explaining.related import related_lines
from archgen.model.catalogue import Entry, family_title
from archgen.model.explanation import Related
from archgen.model.units import broken

WIDTH = 100
# However deep a question stands, its text has this much room.
NARROWEST = 24


def tree_page(entry: Entry[DecisionTree], related: Sequence[Related], width: int = WIDTH) -> str:
    """All of it in Markdown, the tree in lines of at most `width` characters where that is possible."""
    lines = "\n".join(tree_lines(entry.value, width))
    parts = [
        f"- Title: {entry.title}\n- Family: {family_title(entry.family)} (`{entry.family}`)",
        entry.claim,
        "## The tree",
        f"```text\n{lines}\n```",
        "In brackets stand the requirements that answer a question.",
        entry.body.strip(),
        "## Where it leads",
        "\n".join(related_lines(related)),
    ]
    return "\n\n".join(filter(None, parts))


def tree_lines(tree: DecisionTree, width: int = WIDTH) -> Iterator[str]:
    """Every question with its answers below it, down to the patterns."""
    yield from _wrapped(_asked(tree.root), "", "", width)
    yield from _branches(tree.root, "", width)


def _branches(ask: Ask, margin: str, width: int) -> Iterator[str]:
    last = list(ask.branches)[-1]
    for answer, node in ask.branches.items():
        first, rest = ("└─ ", "   ") if answer == last else ("├─ ", "│  ")
        if isinstance(node, Choose):
            yield from _wrapped(f"{answer}: {node.pattern}, {node.reason}", margin + first, f"{margin}{rest}   ", width)
        else:
            yield from _wrapped(f"{answer}: {_asked(node)}", margin + first, f"{margin}{rest}   ", width)
            yield from _branches(node, margin + rest, width)


def _asked(ask: Ask) -> str:
    return f"{ask.question} [{', '.join(ask.needs)}]" if ask.needs else ask.question


def _wrapped(text: str, first: str, rest: str, width: int) -> list[str]:
    room = max(width, len(rest) + NARROWEST)
    return broken(text, room, first, rest)
