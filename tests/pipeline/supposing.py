"""Designs made in a test, as they are when they were read, and those of examples/."""

from pathlib import Path

from archgen import Component, Connection, Design, Requirements
from archgen.dsl.pattern_instance import PatternInstance
from archgen.model.link import link
from archgen.model.spec import Spec
from archgen.pipeline.reading import Read, read

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def made(*parts: Connection | Component | PatternInstance, requirements: Requirements | None = None) -> Read:
    """A design of these parts."""
    design = Design("System", parts, requirements=requirements or Requirements())
    return Read(Spec(design), link(design))


def example(name: str) -> Read:
    """One of examples/."""
    return read(str(EXAMPLES / f"{name}.yaml"))
