"""Designs made in a test, as they are when they were read."""

from archgen import Component, Connection, Design, Requirements
from archgen.dsl.pattern_instance import PatternInstance
from archgen.model.link import link
from archgen.model.spec import Spec
from archgen.pipeline.reading import Read


def made(*parts: Connection | Component | PatternInstance, requirements: Requirements | None = None) -> Read:
    """A design of these parts."""
    design = Design("System", parts, requirements=requirements or Requirements())
    return Read(Spec(design), link(design))
