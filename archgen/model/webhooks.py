"""Webhooks: what programs of one system tell those of another over HTTP, who sends it, and whether it comes again."""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from itertools import islice

from archgen.dsl.component import Component
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import Passing
from archgen.model.pauses import A_YEAR, all_pauses
from archgen.model.spoken_of import dead_letters
from archgen.values import dataclass
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.components.webhook_endpoint import WebhookEndpoint
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.notifies import Notifies
from archgen.vocabulary.data.event import Event
from archgen.vocabulary.policies.retry import Retry

# Of what stands behind one balancer, so many endpoints are told: they are alike.
ALIKE = 10


@dataclass(frozen=True)
class Fed:
    """By which of the connections along which a sender takes messages one that failed is handed out again, or set aside."""

    again: Consumes | None
    set_aside: Consumes | None


@dataclass(frozen=True)
class Webhook:
    """A connection by which others are told, with all who send and get what passes; `receivers` stand behind balancers too."""

    way: Interaction
    senders: Sequence[Component]
    receivers: Sequence[Component]
    fed: Sequence[Fed]

    @property
    def is_ours(self) -> bool:
        """Whether programs of the design send it, not those of others."""
        return not any(isinstance(one, ExternalSystem) for one in self.senders)

    @property
    def endpoints(self) -> Sequence[WebhookEndpoint]:
        """Those of its receivers that are made for such reports."""
        return [one for one in self.receivers if isinstance(one, WebhookEndpoint)]

    def on_ids(self, *, says: bool) -> Sequence[Word]:
        """What says of what is told that it carries an id of its own, or that it carries none."""
        saying: list[Word] = [self.way, *(one for one in self.way.data or () if isinstance(one, Event)), *self.endpoints]
        return [one for one in saying if getattr(one, "event_id", None) is says]

    @property
    def handed_out_again(self) -> Sequence[Consumes]:
        """Along what each sender gets one again that failed; nothing where one of them does not."""
        found = [one.again for one in self.fed if one.again]
        return found if len(found) == len(self.senders) else ()

    @property
    def set_aside(self) -> Sequence[Consumes]:
        """Along what each sender takes what is set aside after the last attempt; nothing where that is not so of one of them."""
        found = [one.set_aside for one in self.fed if one.set_aside]
        return found if len(found) == len(self.senders) else ()

    @property
    def comes_again(self) -> bool | None:
        """Whether one that failed is sent once more; None where that is not stated."""
        if self.handed_out_again or (self.way.retry and self.way.retry.attempts != 1):
            return True
        return None if self.way.retry is None else False

    @property
    def tries_for(self) -> timedelta | None:
        """How long it is from the first attempt of its `retry` to the last; None where that is not stated, or nothing ends it."""
        return _tries_for(self.way.retry) if self.way.retry else None


@remembered
def webhooks(architecture: Architecture) -> Sequence[Webhook]:
    """All that there are; not those to people's devices, which cannot be called."""
    behind, fed = _Behind(architecture), dict[Component, Fed]()
    return [
        _webhook(architecture, way, behind, fed) for way in architecture.connections(Interaction) if _is_one(architecture, way)
    ]


def is_webhook(way: Interaction) -> bool:
    """Whether it is stated to be one."""
    return way.purpose == "webhook" or (isinstance(way, Notifies) and way.channel == "webhook")


def _is_one(architecture: Architecture, way: Interaction) -> bool:
    if not isinstance(way, (Notifies, Calls)) or way.source is way.target:
        return False
    stated = is_webhook(way)
    other = way.purpose is not None or (isinstance(way, Notifies) and way.channel is not None)
    reported = not other and isinstance(way.target, WebhookEndpoint)
    ends = architecture.members(way.target)
    if not (stated or reported) or not ends or any(isinstance(one, Client) for one in ends):
        return False
    return not any(isinstance(one, (Client, Passing)) for one in architecture.members(way.source))


def _webhook(architecture: Architecture, way: Interaction, behind: "_Behind", fed: dict[Component, Fed]) -> Webhook:
    senders = architecture.members(way.source)
    for one in senders:
        if one not in fed:
            fed[one] = _fed(architecture, one)
    receivers = dict.fromkeys(end for one in architecture.members(way.target) for end in behind.of(one))
    return Webhook(way, senders, tuple(receivers), [fed[one] for one in senders])


def _fed(architecture: Architecture, sender: Component) -> Fed:
    takes = [one for one in architecture.into(sender, Consumes) if one.target not in dead_letters(architecture)]
    again = next((one for one in takes if _comes_again(one)), None)
    return Fed(again, next((one for one in takes if getattr(one.target, "dead_letter", None)), None))


def _comes_again(takes: Consumes) -> bool:
    """Whether a message that was not confirmed is handed out once more; of a topic, only where that is stated."""
    source = takes.target
    promises = (takes.delivery, source.delivery) if isinstance(source, Broker) else ()
    if not promises or takes.acknowledge == "before" or "at_most_once" in promises:
        return False
    if isinstance(source, Topic):
        return takes.acknowledge == "after" or "at_least_once" in promises
    return not isinstance(source, Queue) or source.max_receives != 1


class _Behind:
    """What stands behind balancers and gateways; each is looked at once."""

    def __init__(self, architecture: Architecture) -> None:
        self._architecture = architecture
        self._known: dict[Component, Collection[Component]] = {}

    def of(self, end: Component) -> Collection[Component]:
        """The endpoints for reports behind it, else itself."""
        if not isinstance(end, Passing):
            return (end,)
        if end not in self._known:
            found = (one for one in self._reached(end) if isinstance(one, WebhookEndpoint))
            self._known[end] = list(islice(found, ALIKE)) or [end]
        return self._known[end]

    def _reached(self, start: Component) -> Iterator[Component]:
        waiting, seen = [start], {start}
        while waiting:
            for call in self._architecture.out_of(waiting.pop(), Calls):
                fresh = [one for one in self._architecture.members(call.target) if one not in seen]
                seen.update(fresh)
                yield from fresh
                waiting += [one for one in fresh if isinstance(one, Passing)]


def _tries_for(retry: Retry) -> timedelta | None:
    """The sum of its pauses, no longer than its deadline."""
    if not isinstance(retry.attempts, int):
        return None
    if retry.backoff == "none" or retry.attempts == 1:
        return timedelta(0)
    if retry.initial is None:
        return None
    return min(all_pauses(retry, retry.initial, retry.attempts - 1), retry.deadline or A_YEAR)
