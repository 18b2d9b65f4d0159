"""Migrations: the steps of a move from one store to another, in their order.

Each migration of a design is a figure of its own. The stores stand at either end. A filled box is a step after which there is no
way back any more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from archgen import Component, Migration, MigrationStep
from archgen.diagrams.notation.card import card
from archgen.plugin import Architecture, Arrow, Box, Diagram, Drawing, figure_names, readable

ACTIONS: Mapping[str | None, str] = {
    "dual_write": "write to both",
    "backfill": "copy what is there",
    "change_capture": "follow the changes",
    "consistency_check": "compare both",
    "switch_reads": "read from the new one",
    "switch_writes": "write to the new one",
    "stop_dual_write": "stop writing to both",
    "soak": "watch for a while",
    "decommission": "take the old one away",
}
MODES: Mapping[str, str] = {
    "insert_if_absent": "where nothing is yet",
    "compare_version": "where it is newer",
    "overwrite": "over what is there",
}


def draw(architecture: Architecture) -> Iterator[Drawing]:
    """A figure of every migration that has steps."""
    migrations = [one for one in architecture.design.behaviours if isinstance(one, Migration) and one.steps]
    for migration in migrations:
        steps = tuple(_box(place, step) for place, step in enumerate(migration.steps, 1))
        boxes = (*_store(architecture, migration.source, "from"), *steps, *_store(architecture, migration.target, "to"))
        yield Drawing(
            figure_names(architecture)[migration],
            f"{architecture.name}: {migration.name}",
            _describe(migration, steps),
            boxes,
            tuple(Arrow(one.id, other.id) for one, other in pairwise(boxes)),
            direction="right",
        )


def _store(architecture: Architecture, store: Component | None, end: str) -> Iterator[Box]:
    """One end of the move, where it is stated."""
    if store:
        yield replace(card(architecture, store), id=end, subtitle=f"{end} here", frame=None)


def _box(place: int, step: MigrationStep) -> Box:
    words = ACTIONS.get(step.action, "a step")
    closed = step.fallback is False
    return Box(
        f"step:{place}",
        f"{place}. {words}",
        ", ".join(_remarks(step)),
        "",
        "bad" if closed else "data",
        "answer" if closed else "card",
    )


def _remarks(step: MigrationStep) -> Iterator[str]:
    if step.mode:
        yield MODES[step.mode]
    if step.rate_limit and step.rate_limit.rate is not None:
        yield f"{readable(step.rate_limit.rate)} at most"
    if step.lasts is not None:
        yield readable(step.lasts)
    if step.fallback is not None:
        yield "one can go back" if step.fallback else "no way back"


def _describe(migration: Migration, boxes: tuple[Box, ...]) -> str:
    ends = ((migration.source, "from"), (migration.target, "to"))
    move = " ".join(f"{word} {store.name}" for store, word in ends if store)
    first = migration.summary or f"{migration.name}, step by step."
    steps = (f"{box.title}{f' ({box.subtitle})' if box.subtitle else ''}." for box in boxes)
    return " ".join(filter(None, (first, f"It leads {move}." if move else "", *steps)))


diagram = Diagram("Migrations", Architecture, draw)
