"""The word `Acquires`."""

import dataclasses
from typing import ClassVar, Literal

from archgen.dsl.word import word
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.components.lock_service import LockService
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.lease import Lease


@word
class Acquires(Interaction):
    """Takes a lock or lease before it acts."""

    verb: ClassVar[str] = "acquires from"

    target: LockService | Cache | Database = dataclasses.field(kw_only=False)
    """What hands the lock out."""
    lease: Lease | Literal[False] | None = None
    """How it is held."""
