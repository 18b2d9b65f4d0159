"""Replicas that come and go with the load: as many as keep a metric at its target, looked at again and again."""

import math
from collections import deque

from archgen.simulating.engine import Engine
from archgen.simulating.measures import Scaling
from archgen.simulating.parts import StationNow

# How often the metric is looked at, and how long fewer have to be enough before some go: as Kubernetes does.
PERIOD, PATIENCE = 15.0, 300.0


class ScalingNow:
    """One station whose replicas come and go."""

    def __init__(self, engine: Engine, station: StationNow, plan: Scaling) -> None:
        self.engine, self.station, self.plan = engine, station, plan
        self.each = station.plan.each
        self.ordered = 0
        self.wanted: deque[tuple[float, int]] = deque()
        self.taken = self.offered = 0.0
        self.arrived = 0

    @property
    def replicas(self) -> int:
        """How many there are."""
        return max(1, round(self.station.whole / self.each))

    def look(self, now: float, _: object) -> None:
        """Order some, or let some go, and look again later."""
        self.engine.at(now + PERIOD, self.look, None)
        value = self._value(now)
        if self.station.down:
            return
        wanted = min(self.plan.most, max(self.plan.least, math.ceil(value / self.plan.target - 1e-9)))
        self.wanted.append((now, wanted))
        while self.wanted[0][0] < now - PATIENCE:
            self.wanted.popleft()
        more = wanted - self.replicas - self.ordered
        if more > 0:
            self.ordered += more
            self.engine.at(now + self.plan.delay, self.add, more)
        elif now >= PATIENCE and not self.ordered:
            fewer = self.replicas - max(count for _, count in self.wanted)
            self.station.resize(now, -self.each * max(0, fewer))

    def add(self, now: float, count: int) -> None:
        """They serve, those that are new."""
        self.ordered -= count
        if not self.station.down:
            self.station.resize(now, self.each * count)
            self.engine.fill_up(now, self.station)

    def _value(self, now: float) -> float:
        """The metric of all replicas together."""
        station = self.station
        match self.plan.metric:
            case "waiting":
                return float(len(station.waiting) + sum(len(one.waiting) for one, _ in station.takes))
            case "age":
                ages = [now - one.waiting[0].came for one in [station, *(queue for queue, _ in station.takes)] if one.waiting]
                return max(ages, default=0.0) * self.replicas
            case "inside":
                return float(station.inside)
            case "requests":
                return self._since(station.arrived) / PERIOD
        return self._busy(now) * self.replicas

    def _since(self, arrived: int) -> int:
        """How many came since it was looked at last; counts begin anew after the warm-up."""
        before, self.arrived = self.arrived, arrived
        return arrived - before if arrived >= before else arrived

    def _busy(self, now: float) -> float:
        station = self.station
        taken = station.taken + now * (station.whole - station.free)
        offered = station.offered + now * station.whole
        before = (self.taken, self.offered) if offered >= self.offered else (0.0, 0.0)
        self.taken, self.offered = taken, offered
        return (taken - before[0]) / (offered - before[1]) if offered > before[1] else 0.0


def scaling(engine: Engine) -> None:
    """Begin to look at every station that scales."""
    for station in engine.stations:
        if station.plan.scaling and station.plan.servers is not None:
            engine.at(PERIOD, ScalingNow(engine, station, station.plan.scaling).look, None)
