"""archgen: describe a system once; lint it, decide, estimate, draw and document it.

The authoring language: every name that a specification, pattern or tree may use. Names are imported when they are asked for, so
that `archgen --help` costs no more than it needs.
"""

# Type checkers take this for true; importing `typing` would cost every start.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.dsl import (
        Ask as Ask,
    )
    from archgen.dsl import (
        Choose as Choose,
    )
    from archgen.dsl import (
        Component as Component,
    )
    from archgen.dsl import (
        Connection as Connection,
    )
    from archgen.dsl import (
        Decision as Decision,
    )
    from archgen.dsl import (
        DecisionTree as DecisionTree,
    )
    from archgen.dsl import (
        Design as Design,
    )
    from archgen.dsl import (
        Glyph as Glyph,
    )
    from archgen.dsl import (
        Group as Group,
    )
    from archgen.dsl import (
        Pattern as Pattern,
    )
    from archgen.dsl import (
        Rate as Rate,
    )
    from archgen.dsl import (
        Requirements as Requirements,
    )
    from archgen.dsl import (
        Size as Size,
    )
    from archgen.dsl import (
        Step as Step,
    )
    from archgen.dsl import (
        Tone as Tone,
    )
    from archgen.dsl import (
        TradeOff as TradeOff,
    )
    from archgen.dsl import (
        Waiver as Waiver,
    )
    from archgen.dsl import (
        Walkthrough as Walkthrough,
    )
    from archgen.dsl import (
        days as days,
    )
    from archgen.dsl import (
        gigabytes as gigabytes,
    )
    from archgen.dsl import (
        hours as hours,
    )
    from archgen.dsl import (
        kilobytes as kilobytes,
    )
    from archgen.dsl import (
        megabytes as megabytes,
    )
    from archgen.dsl import (
        milliseconds as milliseconds,
    )
    from archgen.dsl import (
        minutes as minutes,
    )
    from archgen.dsl import (
        per_minute as per_minute,
    )
    from archgen.dsl import (
        per_second as per_second,
    )
    from archgen.dsl import (
        seconds as seconds,
    )
    from archgen.dsl import (
        word as word,
    )
    from archgen.vocabulary import (
        Cache as Cache,
    )
    from archgen.vocabulary import (
        Calls as Calls,
    )
    from archgen.vocabulary import (
        Client as Client,
    )
    from archgen.vocabulary import (
        Consumes as Consumes,
    )
    from archgen.vocabulary import (
        Database as Database,
    )
    from archgen.vocabulary import (
        ExternalSystem as ExternalSystem,
    )
    from archgen.vocabulary import (
        LoadBalancer as LoadBalancer,
    )
    from archgen.vocabulary import (
        Publishes as Publishes,
    )
    from archgen.vocabulary import (
        Queue as Queue,
    )
    from archgen.vocabulary import (
        Reads as Reads,
    )
    from archgen.vocabulary import (
        Retry as Retry,
    )
    from archgen.vocabulary import (
        Service as Service,
    )
    from archgen.vocabulary import (
        Topic as Topic,
    )
    from archgen.vocabulary import (
        Worker as Worker,
    )
    from archgen.vocabulary import (
        Writes as Writes,
    )

__version__ = "0.1.0"
__all__ = [
    "Ask",
    "Cache",
    "Calls",
    "Choose",
    "Client",
    "Component",
    "Connection",
    "Consumes",
    "Database",
    "Decision",
    "DecisionTree",
    "Design",
    "ExternalSystem",
    "Glyph",
    "Group",
    "LoadBalancer",
    "Pattern",
    "Publishes",
    "Queue",
    "Rate",
    "Reads",
    "Requirements",
    "Retry",
    "Service",
    "Size",
    "Step",
    "Tone",
    "Topic",
    "TradeOff",
    "Waiver",
    "Walkthrough",
    "Worker",
    "Writes",
    "days",
    "gigabytes",
    "hours",
    "kilobytes",
    "megabytes",
    "milliseconds",
    "minutes",
    "per_minute",
    "per_second",
    "seconds",
    "word",
]


def __getattr__(name: str) -> object:
    """Import a name of the language when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f'archgen has no name "{name}"')
    from archgen import dsl, vocabulary

    value: object = getattr(vocabulary if hasattr(vocabulary, name) else dsl, name)
    globals()[name] = value
    return value
