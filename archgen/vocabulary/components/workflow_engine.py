"""The word `WorkflowEngine`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.texts import Text
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class WorkflowEngine(Server):
    """Carries work of many steps on, over crashes and long waits."""

    glyph: ClassVar[Glyph] = Glyph.WORKFLOW
    tone: ClassVar[Tone] = "compute"

    engine: Text | None = None
    """Which product: Temporal, Step Functions, Airflow."""
    platform: Text | None = None
    """Whose cloud it belongs to, where it does."""
    operators: bool | None = None
    """Whether somebody is there to run it, where it is not managed."""
    durable: bool | None = None
    """Whether what it knows outlives a crash."""
