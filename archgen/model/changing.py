"""Changing: a design with other values of some attributes, made anew; what speaks of a changed part speaks of the new one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture
from archgen.model.rewriting import Rewriting
from archgen.model.spec import Spec
from archgen.vocabulary.components.system import System

# Attributes of words, and what these are to state instead.
Changes = Mapping[Word, Mapping[str, object]]
NOTHING: Changes = {}


def changed(spec: Spec, architecture: Architecture, changes: Changes, unrounded: Changes = NOTHING) -> Spec:
    """The design with these changes; the one that it was made from stays as it is. Raises SpecError.

    `unrounded` are values that no author may write and estimates can take, such as two and a half devices, for some of them.
    A pattern of whose connections one is changed leaves its connections in its place.
    """
    design = replace(spec.design, parts=list(_with_connections(spec.design, changes)))
    apart: dict[Word, Word] = {box.design: box.design for box in architecture.components(System)}
    anew = Rewriting(apart, lambda word: changes.get(word, {}))
    anew.words(part for part in architecture.ids if isinstance(part, (Component, Group, Data)))
    anew.words(part for part in architecture.ids if isinstance(part, Connection) and part in changes)
    made = anew.word(design)
    for word, values in unrounded.items():
        for name, value in values.items():
            object.__setattr__(anew.made[word], name, value)
    places = dict(spec.places)
    places.update({(anew.made.get(word, word), attribute): place for (word, attribute), place in spec.places.items()})
    return Spec(made, spec.path, places)


def _with_connections(design: Design, changes: Changes) -> Iterator[Connection | Component | PatternInstance]:
    for part in design.parts:
        if isinstance(part, PatternInstance) and any(connection in changes for connection in part.connections):
            yield from part.connections
        else:
            yield part
