"""What does harm when it is done twice or gets lost, and what a design has against that."""

from archgen.model.architecture import Architecture, remembered
from archgen.vocabulary.behaviours.state_machine import StateMachine
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.publishes import Publishes

# Side effects that nobody takes back, and those that are forgiven.
LASTING = ("irreversible", "payment", "email", "inventory")
LESSER = ("reversible", "notification")
# Ways to write down what is in memory that lose the last minutes, or all.
LOSSY = ("none", "rdb")
TELLING = ("notification", "email")


def has_lasting_effect(worker: Worker) -> bool:
    """Whether what it does to the world stays done."""
    return worker.side_effect in LASTING


def has_effect(worker: Worker) -> bool:
    """Whether it is stated that it does something to the world."""
    return worker.side_effect in (*LASTING, *LESSER)


def forgets(queue: Queue) -> bool:
    """Whether it is stated to write down what it holds now and then, or never."""
    return queue.persistence in LOSSY


def only_tells(worker: Worker) -> bool:
    """Whether all that it does is to tell somebody."""
    return worker.task == "notify" or worker.side_effect in TELLING


def is_repeatable(word: Worker | Interaction) -> bool:
    """Whether it is stated that twice does no more than once: as such, by a key, or as the second is dropped."""
    dropped = isinstance(word, Interaction) and word.deduplicated
    return bool(word.idempotent or word.idempotency or dropped)


@remembered
def is_swept(architecture: Architecture) -> bool:
    """Whether something looks for accepted work that got lost, by its state."""
    machines = (one for one in architecture.design.behaviours if isinstance(one, StateMachine))
    return any(one.task == "reconcile" for one in architecture.components(Server)) or any(one.swept_by for one in machines)


def is_written_before(architecture: Architecture, queue: Queue) -> bool:
    """Whether all that is put on it stands in an outbox as well, from which it is published until it is confirmed."""
    sources = [end for way in architecture.into(queue, Publishes) for end in architecture.members(way.source)]
    return bool(sources) and all(isinstance(end, Service) and end.outbox for end in sources)
