"""The words of the language: the public list of them.

Each is imported when it is first asked for: a design uses a few of them, and pays for those.
"""

import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

# Type checkers take this for true; importing `typing` would cost every start.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.vocabulary.behaviours.migration import Migration as Migration
    from archgen.vocabulary.behaviours.migration_step import MigrationStep as MigrationStep
    from archgen.vocabulary.behaviours.state import State as State
    from archgen.vocabulary.behaviours.state_machine import StateMachine as StateMachine
    from archgen.vocabulary.behaviours.transition import Transition as Transition
    from archgen.vocabulary.behaviours.workflow import Workflow as Workflow
    from archgen.vocabulary.behaviours.workflow_step import WorkflowStep as WorkflowStep
    from archgen.vocabulary.components.aggregator import Aggregator as Aggregator
    from archgen.vocabulary.components.api_gateway import ApiGateway as ApiGateway
    from archgen.vocabulary.components.batcher import Batcher as Batcher
    from archgen.vocabulary.components.cache import Cache as Cache
    from archgen.vocabulary.components.cdn import Cdn as Cdn
    from archgen.vocabulary.components.client import Client as Client
    from archgen.vocabulary.components.column_database import ColumnDatabase as ColumnDatabase
    from archgen.vocabulary.components.counter import Counter as Counter
    from archgen.vocabulary.components.database import Database as Database
    from archgen.vocabulary.components.dns import Dns as Dns
    from archgen.vocabulary.components.document_database import DocumentDatabase as DocumentDatabase
    from archgen.vocabulary.components.external_system import ExternalSystem as ExternalSystem
    from archgen.vocabulary.components.function import Function as Function
    from archgen.vocabulary.components.key_value_store import KeyValueStore as KeyValueStore
    from archgen.vocabulary.components.load_balancer import LoadBalancer as LoadBalancer
    from archgen.vocabulary.components.lock_service import LockService as LockService
    from archgen.vocabulary.components.log import Log as Log
    from archgen.vocabulary.components.materialized_view import MaterializedView as MaterializedView
    from archgen.vocabulary.components.media_server import MediaServer as MediaServer
    from archgen.vocabulary.components.monitoring import Monitoring as Monitoring
    from archgen.vocabulary.components.object_store import ObjectStore as ObjectStore
    from archgen.vocabulary.components.presence_store import PresenceStore as PresenceStore
    from archgen.vocabulary.components.queue import Queue as Queue
    from archgen.vocabulary.components.rate_limiter import RateLimiter as RateLimiter
    from archgen.vocabulary.components.relational_database import RelationalDatabase as RelationalDatabase
    from archgen.vocabulary.components.scheduler import Scheduler as Scheduler
    from archgen.vocabulary.components.search_index import SearchIndex as SearchIndex
    from archgen.vocabulary.components.service import Service as Service
    from archgen.vocabulary.components.shard_router import ShardRouter as ShardRouter
    from archgen.vocabulary.components.signaling_server import SignalingServer as SignalingServer
    from archgen.vocabulary.components.stun_server import StunServer as StunServer
    from archgen.vocabulary.components.system import System as System
    from archgen.vocabulary.components.time_series_database import TimeSeriesDatabase as TimeSeriesDatabase
    from archgen.vocabulary.components.topic import Topic as Topic
    from archgen.vocabulary.components.turn_server import TurnServer as TurnServer
    from archgen.vocabulary.components.warehouse import Warehouse as Warehouse
    from archgen.vocabulary.components.webhook_endpoint import WebhookEndpoint as WebhookEndpoint
    from archgen.vocabulary.components.wide_column_database import WideColumnDatabase as WideColumnDatabase
    from archgen.vocabulary.components.worker import Worker as Worker
    from archgen.vocabulary.components.workflow_engine import WorkflowEngine as WorkflowEngine
    from archgen.vocabulary.connections.acquires import Acquires as Acquires
    from archgen.vocabulary.connections.calls import Calls as Calls
    from archgen.vocabulary.connections.consumes import Consumes as Consumes
    from archgen.vocabulary.connections.depends_on import DependsOn as DependsOn
    from archgen.vocabulary.connections.downloads import Downloads as Downloads
    from archgen.vocabulary.connections.notifies import Notifies as Notifies
    from archgen.vocabulary.connections.publishes import Publishes as Publishes
    from archgen.vocabulary.connections.pushes import Pushes as Pushes
    from archgen.vocabulary.connections.reads import Reads as Reads
    from archgen.vocabulary.connections.replicates import Replicates as Replicates
    from archgen.vocabulary.connections.uploads import Uploads as Uploads
    from archgen.vocabulary.connections.writes import Writes as Writes
    from archgen.vocabulary.data.access_path import AccessPath as AccessPath
    from archgen.vocabulary.data.column import Column as Column
    from archgen.vocabulary.data.entity import Entity as Entity
    from archgen.vocabulary.data.event import Event as Event
    from archgen.vocabulary.data.file import File as File
    from archgen.vocabulary.data.index import Index as Index
    from archgen.vocabulary.data.table import Table as Table
    from archgen.vocabulary.patterns.broadcast import Broadcast as Broadcast
    from archgen.vocabulary.patterns.cache_aside import CacheAside as CacheAside
    from archgen.vocabulary.patterns.presigned_upload import PresignedUpload as PresignedUpload
    from archgen.vocabulary.patterns.read_replicas import ReadReplicas as ReadReplicas
    from archgen.vocabulary.patterns.read_through import ReadThrough as ReadThrough
    from archgen.vocabulary.patterns.transactional_outbox import TransactionalOutbox as TransactionalOutbox
    from archgen.vocabulary.patterns.work_queue import WorkQueue as WorkQueue
    from archgen.vocabulary.patterns.write_behind import WriteBehind as WriteBehind
    from archgen.vocabulary.patterns.write_through import WriteThrough as WriteThrough
    from archgen.vocabulary.policies.autoscaling import Autoscaling as Autoscaling
    from archgen.vocabulary.policies.batching import Batching as Batching
    from archgen.vocabulary.policies.circuit_breaker import CircuitBreaker as CircuitBreaker
    from archgen.vocabulary.policies.compensation import Compensation as Compensation
    from archgen.vocabulary.policies.deduplication import Deduplication as Deduplication
    from archgen.vocabulary.policies.downsampling import Downsampling as Downsampling
    from archgen.vocabulary.policies.encryption import Encryption as Encryption
    from archgen.vocabulary.policies.hold import Hold as Hold
    from archgen.vocabulary.policies.idempotency_key import IdempotencyKey as IdempotencyKey
    from archgen.vocabulary.policies.invalidation import Invalidation as Invalidation
    from archgen.vocabulary.policies.key_fanout import KeyFanout as KeyFanout
    from archgen.vocabulary.policies.lease import Lease as Lease
    from archgen.vocabulary.policies.load_shedding import LoadShedding as LoadShedding
    from archgen.vocabulary.policies.lock import Lock as Lock
    from archgen.vocabulary.policies.multipart import Multipart as Multipart
    from archgen.vocabulary.policies.outbox import Outbox as Outbox
    from archgen.vocabulary.policies.presigned_url import PresignedUrl as PresignedUrl
    from archgen.vocabulary.policies.quota import Quota as Quota
    from archgen.vocabulary.policies.rate_limit import RateLimit as RateLimit
    from archgen.vocabulary.policies.replication import Replication as Replication
    from archgen.vocabulary.policies.resumption import Resumption as Resumption
    from archgen.vocabulary.policies.retry import Retry as Retry
    from archgen.vocabulary.policies.sharding import Sharding as Sharding
    from archgen.vocabulary.policies.stampede_protection import StampedeProtection as StampedeProtection
    from archgen.vocabulary.policies.transaction import Transaction as Transaction
    from archgen.vocabulary.policies.two_phase_commit import TwoPhaseCommit as TwoPhaseCommit
    from archgen.vocabulary.policies.version_check import VersionCheck as VersionCheck
    from archgen.vocabulary.policies.wait import Wait as Wait

__all__ = [
    "AccessPath",
    "Acquires",
    "Aggregator",
    "ApiGateway",
    "Autoscaling",
    "Batcher",
    "Batching",
    "Broadcast",
    "Cache",
    "CacheAside",
    "Calls",
    "Cdn",
    "CircuitBreaker",
    "Client",
    "Column",
    "ColumnDatabase",
    "Compensation",
    "Consumes",
    "Counter",
    "Database",
    "Deduplication",
    "DependsOn",
    "Dns",
    "DocumentDatabase",
    "Downloads",
    "Downsampling",
    "Encryption",
    "Entity",
    "Event",
    "ExternalSystem",
    "File",
    "Function",
    "Hold",
    "IdempotencyKey",
    "Index",
    "Invalidation",
    "KeyFanout",
    "KeyValueStore",
    "Lease",
    "LoadBalancer",
    "LoadShedding",
    "Lock",
    "LockService",
    "Log",
    "MaterializedView",
    "MediaServer",
    "Migration",
    "MigrationStep",
    "Monitoring",
    "Multipart",
    "Notifies",
    "ObjectStore",
    "Outbox",
    "PresenceStore",
    "PresignedUpload",
    "PresignedUrl",
    "Publishes",
    "Pushes",
    "Queue",
    "Quota",
    "RateLimit",
    "RateLimiter",
    "ReadReplicas",
    "ReadThrough",
    "Reads",
    "RelationalDatabase",
    "Replicates",
    "Replication",
    "Resumption",
    "Retry",
    "Scheduler",
    "SearchIndex",
    "Service",
    "ShardRouter",
    "Sharding",
    "SignalingServer",
    "StampedeProtection",
    "State",
    "StateMachine",
    "StunServer",
    "System",
    "Table",
    "TimeSeriesDatabase",
    "Topic",
    "Transaction",
    "TransactionalOutbox",
    "Transition",
    "TurnServer",
    "TwoPhaseCommit",
    "Uploads",
    "VersionCheck",
    "Wait",
    "Warehouse",
    "WebhookEndpoint",
    "WideColumnDatabase",
    "WorkQueue",
    "Worker",
    "Workflow",
    "WorkflowEngine",
    "WorkflowStep",
    "WriteBehind",
    "WriteThrough",
    "Writes",
]


def _snake(name: str) -> str:
    return re.sub("(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


# The folder of each word: a file is the word in snake case.
_FOLDERS: Mapping[str, str] = {path.stem: path.parent.name for path in sorted(Path(__file__).parent.glob("*/*.py"))}
# The words of each folder, in their order.
SORTS: Mapping[str, tuple[str, ...]] = {
    sort: tuple(name for name in __all__ if _FOLDERS[_snake(name)] == sort)
    for sort in ("components", "connections", "data", "policies", "behaviours", "patterns")
}

if not TYPE_CHECKING:  # to type checkers, names that are not listed above are mistakes

    def __getattr__(name: str) -> object:
        """Import a word when it is first asked for."""
        if name not in __all__:
            raise AttributeError(f'the vocabulary has no word "{name}"')
        module = _snake(name)
        value: object = getattr(import_module(f"archgen.vocabulary.{_FOLDERS[module]}.{module}"), name)
        globals()[name] = value
        return value
