"""archgen: describe a system once; lint it, decide, estimate, draw and document it.

The authoring language: every name that a specification, pattern or tree may use. Names are imported when they are asked for, so
that `archgen --help` costs no more than it needs.
"""

# Type checkers take this for true; importing `typing` would cost every start.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.dsl import *
    from archgen.vocabulary import *

__version__ = "0.1.0"
__all__ = [
    "AccessPath",
    "Acquires",
    "Aggregator",
    "Alternative",
    "ApiGateway",
    "Ask",
    "Autoscaling",
    "Batcher",
    "Batching",
    "Behaviour",
    "Broadcast",
    "Cache",
    "CacheAside",
    "Calls",
    "Cdn",
    "Choose",
    "CircuitBreaker",
    "Client",
    "Column",
    "ColumnDatabase",
    "Compensation",
    "Component",
    "Connection",
    "Consumes",
    "Counter",
    "Data",
    "Database",
    "Decision",
    "DecisionTree",
    "Deduplication",
    "DependsOn",
    "Design",
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
    "Glyph",
    "Group",
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
    "Need",
    "Notifies",
    "ObjectStore",
    "Outbox",
    "Pattern",
    "PatternInstance",
    "PresenceStore",
    "PresignedUpload",
    "PresignedUrl",
    "Publishes",
    "Pushes",
    "Queue",
    "Quota",
    "Rate",
    "RateLimit",
    "RateLimiter",
    "ReadReplicas",
    "ReadThrough",
    "Reads",
    "RelationalDatabase",
    "Replicates",
    "Replication",
    "Requirements",
    "Resumption",
    "Retry",
    "Scheduler",
    "SearchIndex",
    "Service",
    "ShardRouter",
    "Sharding",
    "SignalingServer",
    "Size",
    "StampedeProtection",
    "State",
    "StateMachine",
    "Step",
    "StunServer",
    "System",
    "Table",
    "TimeSeriesDatabase",
    "Tone",
    "Topic",
    "TradeOff",
    "Transaction",
    "TransactionalOutbox",
    "Transition",
    "TurnServer",
    "TwoPhaseCommit",
    "Uploads",
    "VersionCheck",
    "View",
    "Wait",
    "Waiver",
    "Walkthrough",
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
    "about",
    "between",
    "days",
    "gigabytes",
    "hours",
    "kilobytes",
    "megabytes",
    "milliseconds",
    "minutes",
    "months",
    "per_day",
    "per_hour",
    "per_minute",
    "per_second",
    "seconds",
    "terabytes",
    "weeks",
    "word",
]

if not TYPE_CHECKING:  # to type checkers, names that are not listed above are mistakes

    def __getattr__(name: str) -> object:
        """Import a name of the language when it is first asked for."""
        if name not in __all__:
            raise AttributeError(f'archgen has no name "{name}"')
        from archgen import dsl, vocabulary

        _show_in_notebooks()
        value: object = getattr(dsl if name in dsl.__all__ else vocabulary, name)
        globals()[name] = value
        return value

    def _show_in_notebooks() -> None:
        """Let values show themselves, by a module that is not imported before there is something to show."""
        import sys
        from importlib import import_module

        from archgen.dsl.showing import show_by

        show_by(lambda value, form: import_module("archgen.notebook").shown(value, form))
        ipython = sys.modules.get("IPython")
        shell = ipython.get_ipython() if ipython else None
        if shell:
            import_module("archgen.notebook").say_plainly(shell)
