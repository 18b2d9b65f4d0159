"""The word `LockService`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Rate
from archgen.dsl.texts import Text
from archgen.dsl.word import word
from archgen.vocabulary.policies.replication import Replication


@word
class LockService(Component):
    """Lets processes agree: who holds a lock, who leads, who is there."""

    glyph: ClassVar[Glyph] = Glyph.LOCK
    tone: ClassVar[Tone] = "data"

    engine: Text | None = None
    """Which product: etcd, ZooKeeper, Redis."""
    nodes: Count | None = None
    """How many nodes it has."""
    replication: Replication | Literal[False] | None = None
    """How its nodes follow one another."""
    algorithm: Literal["raft", "zab", "redlock", "single"] | None = None
    """How its nodes agree."""
    clock: Literal["monotonic", "wall"] | None = None
    """Which clock it counts leases by."""
    criticality: Literal["low", "normal", "high"] | None = None
    """What it would cost if two held a lock at once."""
    user_facing: bool | None = None
    """Whether people wait for its locks."""
    capacity: Rate | None = None
    """How many requests a second it serves."""
    lists_members: bool | None = None
    """Whether it is where servers learn of one another."""
    fencing: bool | None = None
    """Whether it hands out numbers that grow, by which a former holder is refused."""
    alternative: Text | None = None
    """What else would do, such as `one transaction`."""
