"""Which parts are spoken of by others than the connections that lead to and from them: dead letters, keys, copies, migrations."""

from collections.abc import Collection, Iterator

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.part import Part
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture, remembered
from archgen.model.referred import referred, stated_within
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.connections.notifies import Notifies
from archgen.vocabulary.policies.compensation import Compensation


@remembered
def spoken_of(architecture: Architecture) -> Collection[Part | Connection]:
    """Every part that an attribute names, other than as an end of a connection."""
    return set(_named(architecture))


@remembered
def dead_letters(architecture: Architecture) -> Collection[Component]:
    """What is said to take the messages that others gave up: of queues, logs, notifications and steps that undo."""
    words: list[Word] = [*architecture.components(Queue), *architecture.components(Log), *architecture.connections(Notifies)]
    for workflow in architecture.design.behaviours:
        words += [word for word in stated_within(workflow) if isinstance(word, Compensation)]
    named = (getattr(word, "dead_letter", None) for word in words)
    return {one for one in named if isinstance(one, Component)}


def _named(architecture: Architecture) -> Iterator[Part | Connection]:
    for component in architecture.components():
        yield from referred(component)
    for behaviour in architecture.design.behaviours:
        yield from referred(behaviour)
    for connection in architecture.connections():
        ends = [connection.source, connection.target]
        for part in referred(connection):
            if part in ends:
                ends.remove(part)
            else:
                yield part
