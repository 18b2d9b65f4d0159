from hypothesis import given

from archgen import Component, Connection, Design, Requirements, per_second, seconds
from archgen.estimating.run import estimate
from archgen.linting.run import lint
from archgen.loading import library
from archgen.model.link import link
from archgen.model.spec import Spec
from tests.estimating.systems import systems
from tests.exporters.designs import designs

NEEDS = Requirements(latency_budget=seconds(10), write_rate=per_second(1e6), concurrent_clients=10**6)


@given(systems())
def test_no_rule_crashes_and_the_same_design_gives_the_same_report(parts: list[Connection | Component]) -> None:
    design = Design("Anything", parts, requirements=NEEDS)
    first, second = (lint(Spec(design), link(design), estimate(link(design)), library.rules()) for _ in range(2))
    assert first.crashes == []
    assert first == second


@given(designs())
def test_no_rule_crashes_on_any_design_that_the_language_can_say(design: Design) -> None:
    architecture = link(design)
    assert lint(Spec(design), architecture, estimate(architecture), library.rules()).crashes == []
