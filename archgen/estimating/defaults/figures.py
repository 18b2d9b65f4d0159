"""How much one node of a kind of store usually serves: a figure to begin with, its range, and where it comes from.

They differ by orders of magnitude with hardware, durability and the size of what is read: whoever knows better states it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.model.estimate import Measure
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.components.key_value_store import KeyValueStore
from archgen.vocabulary.components.object_store import ObjectStore
from archgen.vocabulary.components.wide_column_database import WideColumnDatabase


@dataclass(frozen=True)
class Usual:
    """So many a second, for this kind, and for these engines alone where some are named."""

    kind: type[Component]
    load: Measure
    rate: float
    low: float
    high: float
    source: str
    engines: Sequence[str] = ()


REDIS = "Redis documentation on benchmarks: about 100,000 commands a second on one node, several times that with pipelining"
DYNAMO = "AWS documentation of DynamoDB: 1,000 writes and 3,000 reads a second for each partition"
S3 = "AWS documentation of S3: at least 3,500 writes and 5,500 reads a second for each prefix"
NETFLIX = "Netflix 2011, a benchmark of Cassandra: 3.3 million replicated writes a second on 288 nodes, some 11,000 for each"
PLAIN = "rule of thumb: 1,000 commits a second with a spinning disk, 50,000 with NVMe, grouped commits and narrow rows"
READ = "rule of thumb: 10,000 mixed queries a second on one node, 50,000 and more where all are lookups by an index in memory"
# The first that fits counts.
FIGURES: Sequence[Usual] = (
    Usual(KeyValueStore, "writes", 1_000, 1_000, 40_000, DYNAMO, ("dynamodb",)),
    Usual(KeyValueStore, "reads", 3_000, 3_000, 40_000, DYNAMO, ("dynamodb",)),
    Usual(KeyValueStore, "writes", 100_000, 50_000, 1_000_000, REDIS, ("redis", "valkey")),
    Usual(KeyValueStore, "reads", 100_000, 50_000, 1_000_000, REDIS, ("redis", "valkey")),
    Usual(Cache, "requests", 100_000, 50_000, 1_000_000, REDIS, ("redis", "valkey", "memcached")),
    Usual(ObjectStore, "writes", 3_500, 3_500, 100_000, S3, ("s3",)),
    Usual(ObjectStore, "reads", 5_500, 5_500, 100_000, S3, ("s3",)),
    Usual(WideColumnDatabase, "writes", 10_000, 5_000, 50_000, NETFLIX),
    Usual(Database, "writes", 1_000, 200, 50_000, PLAIN, ("postgresql", "postgres", "mysql", "mariadb")),
    Usual(Database, "reads", 10_000, 1_000, 100_000, READ, ("postgresql", "postgres", "mysql", "mariadb")),
)
