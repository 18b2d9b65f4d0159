"""The word `Replicates`."""

import dataclasses
from typing import ClassVar, Literal

from archgen.dsl.word import word
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.replication import Replication


@word
class Replicates(Interaction):
    """Keeps a copy in step."""

    verb: ClassVar[str] = "replicates to"
    asynchronous: ClassVar[bool] = True

    source: Store | Cache | Broker = dataclasses.field(kw_only=False)
    """What is copied."""
    target: Store | Cache | Broker = dataclasses.field(kw_only=False)
    """What holds the copy."""
    replication: Replication | Literal[False] | None = None
    """How the copy follows."""
    change_capture: bool | None = None
    """Whether it follows the store's own log of changes."""
