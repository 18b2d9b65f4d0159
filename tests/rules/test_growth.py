"""Linting takes time in proportion to its design, whatever the shape of that. Steps are counted, not seconds."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from types import FrameType
from typing import Any

import pytest

from archgen.estimating.run import estimate
from archgen.linting.run import lint
from archgen.loading import library
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.link import link
from archgen.model.rule import Rule
from archgen.model.spec import Spec
from tests.benchmarks.shapes import SHAPES

TIMES = 8
# What leaves something to chance needs to be larger, so that chance evens out; what is rare in it still comes by leaps.
SMALL = {shape: 240 if shape == "company" else 60 for shape in SHAPES}
# A rule that looks at everything for everything would take 64 times the steps.
MOST = 1.25 * TIMES


@dataclass(frozen=True)
class Sized:
    """A design of a shape, linked and estimated."""

    spec: Spec
    architecture: Architecture
    numbers: Estimate


@cache
def sized(shape: str, size: int) -> Sized:
    spec = Spec(SHAPES[shape](size))
    architecture = link(spec)
    return Sized(spec, architecture, estimate(architecture))


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python the work runs, each as often as it is run."""
    count = 0

    def step(frame: FrameType, event: str, _: Any) -> Callable[[FrameType, str, Any], Any]:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[Sized], object], shape: str) -> float:
    """By how much more steps the larger design takes. What is kept of earlier questions is that of words alone."""
    designs = sized(shape, SMALL[shape]), sized(shape, SMALL[shape] * TIMES)
    for one in designs:  # numbers keep what was assumed for them
        work(one)
    small, large = (steps(partial(work, replace(one, architecture=replace(one.architecture)))) for one in designs)
    return large / (small + 1)


@pytest.mark.parametrize("rule", [*library.rules()], ids=lambda entry: entry.code)
def test_no_rule_grows_faster_than_the_design(rule: Entry[Rule]) -> None:
    even = [shape for shape in SHAPES if shape != "company"]
    grown = {shape: growth(lambda one: list(rule.value.problems(one.architecture, one.numbers)), shape) for shape in even}
    assert {shape: round(times, 1) for shape, times in grown.items() if times > MOST} == {}


@pytest.mark.parametrize("shape", [*SHAPES])
def test_linking_grows_with_the_design(shape: str) -> None:
    assert growth(lambda one: link(one.spec), shape) < MOST


@pytest.mark.parametrize("shape", [*SHAPES])
def test_linting_as_a_whole_grows_with_the_design(shape: str) -> None:
    assert growth(lambda one: lint(one.spec, one.architecture, one.numbers, library.rules()), shape) < MOST


def test_what_looks_at_all_connections_for_each_component_is_caught() -> None:
    def all_for_each(one: Sized) -> object:
        parts = one.architecture
        return [part for each in parts.components() for part in parts.connections() if part.source is each]

    assert growth(all_for_each, "chain") > 2 * MOST
