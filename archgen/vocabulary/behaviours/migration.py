"""The word `Migration`."""

import dataclasses

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.quantities import Size
from archgen.dsl.texts import Listed
from archgen.dsl.word import word
from archgen.vocabulary.behaviours.migration_step import MigrationStep


@word
class Migration(Behaviour):
    """A move from one store to another while the system serves."""

    steps: Listed[MigrationStep] = dataclasses.field(kw_only=False)
    """The steps, in their order."""
    source: Component | None = None
    """Where the data lies."""
    target: Component | None = None
    """Where it shall lie."""
    size: Size | None = None
    """How much there is."""
    offline: bool | None = None
    """Whether the system stands still while it moves."""
