"""What pools of workers can do with as many replicas as there can be, and their part for each place that they take from."""

from collections.abc import Sequence
from dataclasses import dataclass

from archgen.dsl.connection import Connection, End
from archgen.dsl.readable import number
from archgen.estimating.capacities import capacity, scaled_out
from archgen.estimating.load import Load
from archgen.estimating.rates import rate
from archgen.model.estimate import Quantity
from archgen.model.way_limits import most_replicas
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes

NAME = "rate while work waits"


@dataclass(frozen=True)
class Pool:
    """All that it can do, None where that is not known; what comes to it on average, and from how many places."""

    whole: Quantity | None
    taken: Quantity | None
    places: int
    assumed: Sequence[str]

    def share(self, average: Quantity | None) -> float:
        """Which part of it a place gets: as on average, or the same each where that is not known."""
        return average.value / self.taken.value if average and self.taken and self.taken.value else 1 / self.places

    def part(self, average: Quantity | None) -> Quantity | None:
        """What it can take out of one of these places."""
        if self.whole is None:
            return None
        share, text = self.share(average), self.whole.derivation.formula
        return rate(
            self.whole.value * share, text if share == 1 else f"{number(share)} of {text}", None, tuple(self.assumed), name=NAME
        )


class Pools:
    """The pools of a design, each looked at once."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._known: dict[Worker, Pool] = {}

    def of(self, takes: Connection) -> Pool | None:
        """The pool that takes; None where that is no worker, or a group of them."""
        worker: End = takes.source
        if not isinstance(worker, Worker):
            return None
        if worker not in self._known:
            self._known[worker] = self._pool(worker)
        return self._known[worker]

    def _pool(self, worker: Worker) -> Pool:
        whole = capacity(self._load.architecture, worker, scaled=True)
        if most_replicas(worker) is None and worker.drain_rate is None:
            whole = None
        places = sum(1 for _ in self._load.architecture.into(worker, Consumes))
        assumed = [one for one in whole.assumptions if one not in scaled_out(worker)] if whole else []
        return Pool(whole, self._load.arriving(worker), places, assumed)
