"""The word `Store`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.data import Data
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.texts import Listed, Text
from archgen.dsl.word import word
from archgen.vocabulary.policies.encryption import Encryption
from archgen.vocabulary.policies.replication import Replication
from archgen.vocabulary.policies.sharding import Sharding


@word
class Store(Component):
    """Whatever keeps data for good: what databases, object stores and indexes have in common."""

    glyph: ClassVar[Glyph] = Glyph.CYLINDER
    tone: ClassVar[Tone] = "data"
    abstract: ClassVar[bool] = True

    engine: Text | None = None
    """Which product: PostgreSQL, Cassandra, S3."""
    holds: Listed[Data] | None = None
    """What is kept in it."""
    replicas: Count | None = None
    """How many copies of the data there are, the primary included; 1 is no copy besides."""
    replication: Replication | Literal[False] | None = None
    """How copies follow."""
    sharding: Sharding | Literal[False] | None = None
    """How data is split over nodes."""
    max_read_rate: Rate | None = None
    """How many reads a second it serves as a whole."""
    max_write_rate: Rate | None = None
    """How many writes a second it takes as a whole."""
    max_key_rate: Rate | None = None
    """How many writes a second one row or key takes."""
    geo_index: bool | None = None
    """Whether it can find what is near."""
    stored: Size | None = None
    """How much it holds."""
    encryption: Encryption | Literal[False] | None = None
    """Whether and with whose keys what it holds is encrypted."""
    storage: Literal["btree", "lsm", "columnar", "time_series", "log", "memory"] | None = None
    """How it keeps what is written."""
    disk: Literal["hdd", "ssd", "nvme"] | None = None
    """What it writes to."""
    disk_iops: Rate | None = None
    """How many reads and writes a second a disk does."""
    disk_bandwidth: Size | None = None
    """How many bytes a second a disk writes."""
    disk_size: Size | None = None
    """How much a node can hold."""
    bottleneck: Literal["cpu", "memory", "disk", "bandwidth"] | None = None
    """What it was measured to run out of first."""
    cores: Count | None = None
    """How many processors a node has."""
    memory: Size | None = None
    """How much memory a node has."""
    hot_set: Size | None = None
    """How much is read often."""
    bandwidth: Size | None = None
    """How many bytes a second a node sends and receives."""
    latency: Duration | None = None
    """How long a read takes, as a rule."""
    write_latency: Duration | None = None
    """How long a write takes, as a rule."""
    backups: bool | None = None
    """Whether there are backups that were tried."""
    tuning_exhausted: bool | None = None
    """Whether faster disks, fewer indexes and grouped commits were tried and are not enough."""
    peak_load: Rate | None = None
    """How many requests a second it has in its busiest hour, apart from what the design shows."""
