"""Means of many runs, with how sure they are: corrected by what is known of the very numbers that were drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from statistics import fmean, stdev

from archgen.model.simulation import Place, Scenario
from archgen.pipeline.uncollected import uncollected
from archgen.simulating.plan import Plan
from archgen.simulating.run import run_once
from tests.simulating.plans import SERVICE


@dataclass(frozen=True)
class Run:
    """What was seen in one run: waits, and how much came and how long it took, each over what is expected of it."""

    wait: float
    waited: int
    began: int
    came: float
    took: float


@dataclass(frozen=True)
class Measured:
    """A mean, and by how much it may well be off."""

    mean: float
    error: float


def watched(plan: Plan, arrivals: int, warm_up: int, seed: int) -> Run:
    """One run of a plan with one station, without what happens before queues are as long as they get."""
    rate = sum(source.rate for source in plan.sources)
    with uncollected():
        outcome = run_once(plan, Scenario(seed, arrivals / rate, warm_up / rate))
    place: Place = outcome.places[0]
    took = place.taken / (place.started * SERVICE) if place.started else 1.0
    return Run(place.wait, len(place.waits), place.started, place.arrived / outcome.counted / rate, took)


def watching(plan: Plan, arrivals: int, warm_up: int) -> partial[Run]:
    """What makes such a run of a seed, also in another process."""
    return partial(watched, plan, arrivals, warm_up)


def mean_wait_of(runs: Sequence[Run]) -> Measured:
    """Of all runs, corrected: where more came than is expected, or work took longer, waits were longer than they should be.

    Control variates with known expectations, weighed by least squares (Lavenberg and Welch, Management Science 27, 1981).
    """
    waits = [run.wait for run in runs]
    controls = [[run.came - 1 for run in runs], [run.took - 1 for run in runs]]
    varying = [one for one in controls if stdev(one) > 1e-6]
    weights = _weights(waits, varying)
    level = fmean(waits) - sum(weight * fmean(one) for weight, one in zip(weights, varying, strict=True))
    left = [
        wait - level - sum(weight * one[place] for weight, one in zip(weights, varying, strict=True))
        for place, wait in enumerate(waits)
    ]
    free = len(runs) - len(varying) - 1
    return Measured(level, (sum(one * one for one in left) / free / len(runs)) ** 0.5)


def _weights(values: Sequence[float], controls: Sequence[Sequence[float]]) -> list[float]:
    """Of one control or two, by the normal equations."""
    moments = [[_covariance(one, other) for other in controls] for one in controls]
    sides = [_covariance(one, values) for one in controls]
    if len(controls) == 1:
        return [sides[0] / moments[0][0]]
    whole = moments[0][0] * moments[1][1] - moments[0][1] ** 2
    return [
        (sides[0] * moments[1][1] - sides[1] * moments[0][1]) / whole,
        (sides[1] * moments[0][0] - sides[0] * moments[0][1]) / whole,
    ]


def _covariance(one: Sequence[float], other: Sequence[float]) -> float:
    first, second = fmean(one), fmean(other)
    return fmean((a - first) * (b - second) for a, b in zip(one, other, strict=True))
