"""The patterns of the library that a design puts to use."""

from collections.abc import Iterator

from archgen.documents.facts import facts, value
from archgen.dsl.part import Part
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import attributes
from archgen.model.architecture import Architecture
from archgen.model.put_to_use import pattern_id


def pattern_rows(architecture: Architecture) -> Iterator[tuple[str, str, str]]:
    """The pattern's id, which component has which role, and what else is stated."""
    for part in architecture.design.parts:
        if isinstance(part, PatternInstance):
            roles = [name for name, held in attributes(part).items() if isinstance(held, Part)]
            told = [f"{name.replace('_', ' ')} {value(part, name)}" for name in roles]
            yield pattern_id(part), "; ".join(told), facts(part, roles)
