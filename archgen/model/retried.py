"""Requests that are made again after a failure, who makes many of them at once, and which failures time does not mend."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture, remembered
from archgen.model.live_updates import looks
from archgen.model.waiting import OPEN
from archgen.values import dataclass
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.retry import Retry

# Over these, and for these, a source asks again and again as a matter of course.
ROUTINE = (*OPEN, "poll", "long_poll")
# When most short outages are over: a first pause of that length need not grow.
SHORT_OUTAGE = timedelta(seconds=30)
ALL = {"all", "any", "*", "everything"}
# What is wrong with the request itself, by status or in words.
LASTING = {
    *("400", "401", "403", "404", "405", "406", "410", "411", "413", "414", "415", "422", "451", "4xx"),
    *("bad request", "invalid", "validation", "validation error", "unauthorized", "unauthenticated", "forbidden", "not found"),
    *("business rule", "declined", "card declined", "permission denied", "malformed", "permanent", "bug"),
}


@dataclass(frozen=True)
class Retried:
    """A request that is made again after a failure, and how."""

    way: Interaction
    retry: Retry

    @property
    def lasting(self) -> Sequence[str]:
        """The failures among those that are tried again that no other attempt can mend; nothing where such are left out."""
        named = [one for one in self.retry.retry_on or () if _plain(one) in LASTING | ALL]
        return [one for one in named if _plain(one) not in ALL or not self.retry.never_on]

    @property
    def is_choosy(self) -> bool:
        """Whether it is stated which failures are tried again, and none of those is for good."""
        return bool(self.retry.never_on or self.retry.retry_on) and not self.lasting

    @property
    def goes_on(self) -> bool:
        """Whether it is tried at least a second time, as far as is stated."""
        return self.retry.attempts != 1


@remembered
def retried(architecture: Architecture) -> Sequence[Retried]:
    """Every request that is made again after a failure; neither streams that are opened anew nor polls, which come anyway."""
    ways = (one for one in architecture.connections(Interaction) if one.protocol not in ROUTINE and not looks(one))
    return [found for way in ways if way.retry and (found := Retried(way, way.retry)).goes_on]


def fail_together(components: Iterable[Component]) -> bool | None:
    """Whether several of their requests can fail at one moment; None where that is not stated."""
    answers = [_several(one) for one in components]
    return True if any(answers) else None if None in answers else False


def _several(component: Component) -> bool | None:
    if isinstance(component, Client):
        return component.devices != 1
    if not isinstance(component, Server):
        return None
    if (component.replicas or 1) > 1 or (component.concurrency or 1) > 1 or component.autoscaling:
        return True
    if isinstance(component, Function):
        return component.reserved_concurrency != 1
    return False if component.replicas == 1 and component.concurrency == 1 else None


def _plain(failure: str) -> str:
    return failure.lower().replace("_", " ").replace("-", " ").strip()
