"""Rules that rest on numbers that are not known exactly."""

from collections.abc import Iterator

from archgen import Calls, Client, Design, Service, about, between, per_second
from archgen.dsl.quantities import Rate
from archgen.errors import Position
from archgen.estimating.run import estimate
from archgen.linting.run import lint
from archgen.model.architecture import Architecture
from archgen.model.estimate import Estimate
from archgen.model.link import link
from archgen.model.report import Finding
from archgen.model.rule import Edit, Problem, Severity, derived
from archgen.model.spec import Spec
from tests.linting.linted import entry


def too_full(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    """Flags whatever is more than full."""
    for service in architecture.components(Service):
        taken = estimate.of(architecture.id(service), "utilisation")
        if taken and taken.value > 1:
            edit = Edit(service, "replicas", 9)
            yield Problem(service, f"{service.name} is too full", [derived(service, taken)], "add replicas", edits=[edit])


RULE = entry("AR903", "too-full", too_full)


def found(devices: int, capacity: Rate) -> list[Finding]:
    app, api = Client("App", devices=devices, send_rate=per_second(1)), Service("API", capacity=capacity)
    design = Design("System", [Calls(app, api)])
    architecture = link(design)
    spec = Spec(design, "system.yaml", {(api, None): Position("system.yaml", 7, 3)})
    return list(lint(spec, architecture, estimate(architecture), [RULE]).findings)


def test_what_holds_at_every_number_within_the_ranges_is_claimed() -> None:
    (one,) = found(about(1_000), per_second(400))
    assert (one.severity, one.asks) == (Severity.WARNING, False)


def test_what_holds_by_the_likely_numbers_alone_is_asked() -> None:
    (one,) = found(about(1_000), per_second(800))
    assert (one.severity, one.asks) == (Severity.INFO, True)
    assert one.because[-1] == ("it is so by the likely numbers, and not by all that they may be; not known exactly: app.devices")
    assert len(one.places) == len(one.because)


def test_what_holds_by_some_of_what_they_may_be_is_asked_where_the_part_is_written() -> None:
    (one,) = found(1_000, between(per_second(900), per_second(2_000)))
    assert (one.severity, one.asks, one.message) == (Severity.INFO, True, "it may be that API is too full")
    assert one.location == Position("system.yaml", 7, 3)
    assert not one.edits


def test_what_holds_nowhere_is_not_spoken_of() -> None:
    assert found(about(100), per_second(800)) == []
