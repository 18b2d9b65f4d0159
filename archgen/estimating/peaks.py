"""Load in the busiest time: what is stated of it, else the average times what the peak exceeds it by."""

from dataclasses import dataclass
from functools import partial

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import number, readable
from archgen.estimating.again import carry_again
from archgen.estimating.capacities import capacity
from archgen.estimating.entry import Rates, sent
from archgen.estimating.load import Load
from archgen.estimating.polls import interval
from archgen.estimating.rates import Inflow, plain, rate
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction

RATE = "rate at peak"
# What requests begin at where a design shows nothing before it; workers and schedulers keep to their pace.
BEGINNINGS = (Client, Service, ExternalSystem)


def carry_peaks(load: Load) -> Load | None:
    """The load in the busiest time; None where the design says nothing of it."""
    if not _is_stated(load.architecture):
        return None
    entering = {one: peak for one in load.architecture.connections() if (peak := _own(load, one))}
    peaks = _Peaks(load, entering)
    return carry_again(load, entering, peaks.change, RATE)


def factor(architecture: Architecture, connection: Connection) -> float | None:
    """By what the busiest time exceeds the average, for this connection."""
    source = connection.source.requirements if isinstance(connection.source, Component) else None
    for needs in (connection.requirements, source, architecture.design.requirements):
        if needs and needs.peak_factor is not None:
            return float(needs.peak_factor)
    return None


def stated_peak(connection: Connection) -> float | None:
    """The rate of its busiest moments, or how many come in a burst over how long that lasts."""
    if not isinstance(connection, Interaction):
        return None
    if connection.peak_rate is None and connection.burst_size is not None and connection.burst:
        return connection.burst_size / connection.burst.total_seconds()
    return None if connection.peak_rate is None else float(connection.peak_rate)


def _is_stated(architecture: Architecture) -> bool:
    return architecture.design.requirements.peak_factor is not None or any(
        factor(architecture, one) is not None or stated_peak(one) is not None for one in architecture.connections()
    )


def _own(load: Load, connection: Connection) -> Quantity | None:
    """What follows from the connection alone; None where it follows from what sets it off, or stays as it is."""
    peak = stated_peak(connection)
    if peak is not None and isinstance(connection, Interaction):
        formula = f"{connection.burst_size:,} / {readable(connection.burst)}" if connection.peak_rate is None else "stated"
        return rate(peak, formula, name=RATE)
    average, times = load.rates.get(connection), factor(load.architecture, connection)
    if average is None or times is None or times == 1 or interval(connection) or not _begins(load.architecture, connection):
        return None
    return rate(average.value * times, partial(_times, average, times), Inflow((average,)), name=RATE)


def _times(average: Quantity, times: float) -> str:
    return f"{plain(average)} × peak factor {readable(times)}"


def _begins(architecture: Architecture, connection: Connection) -> bool:
    """Whether the flow begins with it: at a client, or with a stated rate at something that nothing leads to."""
    if connection.rate is None or connection in sent(architecture):
        return connection in sent(architecture)
    origins = architecture.members(connection.origin)
    return all(isinstance(one, BEGINNINGS) and not any(architecture.into(one)) for one in origins)


@dataclass(frozen=True)
class _Peaks:
    load: Load
    entering: Rates

    def change(self, connection: Connection, carried: Quantity | None) -> Quantity | None:
        """What a connection says itself goes before what is carried; a consumer takes no more from a queue than it can do."""
        own = self.entering.get(connection)
        if own or carried is None:
            return own
        average = self.load.rates.get(connection)
        return carried if carried is average else self._limited(connection, self._levelled(connection, carried, average), average)

    def _levelled(self, connection: Connection, carried: Quantity, average: Quantity | None) -> Quantity:
        """A consumer's part of all that it can do; the whole of it, where it takes from one place alone."""
        if not isinstance(connection, Consumes) or not isinstance(connection.target, (Queue, Log)):
            return carried
        members = self.load.architecture.members(connection.source)
        if len(members) != 1:
            return carried
        whole, taken = capacity(self.load.architecture, members[0], scaled=True), self.load.arriving(members[0])
        if whole is None:
            return carried
        share = average.value / taken.value if average and taken and taken.value else 1.0
        part = f"{number(share)} of the {plain(whole)}" if share < 1 else f"{plain(whole)}, all"
        return at_most(whole.value * share, f"{part} that {members[0].name} can do", carried, average, whole)

    def _limited(self, connection: Connection, carried: Quantity, average: Quantity | None) -> Quantity:
        limit = connection.rate_limit if isinstance(connection, Interaction) else None
        if not limit or limit.rate is None or limit.per not in (None, "global") or limit.unit is not None:
            return carried
        return at_most(float(limit.rate), f"the {readable(limit.rate)} that are let through", carried, average)


def at_most(most: float, what: str, carried: Quantity, average: Quantity | None, *inputs: Quantity) -> Quantity:
    """What is carried, but no more than so much; never less than the average."""
    if carried.value <= most:
        return carried
    if average and average.value >= most:
        return average
    return rate(most, f"{what}, of {plain(carried)}", Inflow((*inputs, carried.called("rate")))) or carried
