"""Lint a design in memory, with rules that are made on the spot."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from archgen import Component, Design, Service, Waiver
from archgen.errors import Position
from archgen.estimating.run import estimate
from archgen.linting.run import AS_THE_RULES_SAY, lint
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.link import link
from archgen.model.report import Report
from archgen.model.rule import Problem, Rule, Severity, stated
from archgen.model.spec import Places, Spec
from archgen.model.terms import Terms

Check = Callable[[Architecture, Estimate], Iterable[Problem]]
PATH = "chat.yaml"


def entry(code: str, name: str, check: Check, severity: Severity = Severity.WARNING) -> Entry[Rule]:
    """A rule without cases, under a name and a code."""
    return Entry(name, "architecture", name, "", Rule(code, severity, check, [], []), code)


def lone_service(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    """Flags every service that states no replicas."""
    for service in architecture.components(Service):
        if service.replicas is None:
            yield Problem(service, f"{service.name} is alone", [stated(service, "replicas")], "state its replicas")


LONE = entry("AR901", "lone-service", lone_service)
NOTHING = entry("AG001", "waiver-matches-nothing", lambda architecture, estimate: ())
UNKNOWN = entry("AG002", "waiver-of-unknown-rule", lambda architecture, estimate: ())
PAST = entry("AG003", "waiver-past-its-date", lambda architecture, estimate: ())
LOCKED = entry("AG005", "waiver-of-locked-rule", lambda architecture, estimate: ())


def linted(
    *parts: Component,
    rules: Iterable[Entry[Rule]] = (LONE, NOTHING, UNKNOWN, PAST, LOCKED),
    waivers: Iterable[Waiver] = (),
    places: Places | None = None,
    left_out: Sequence[Entry[Rule]] = (),
    terms: Terms = AS_THE_RULES_SAY,
) -> Report:
    """What the rules say of the parts."""
    design = Design("Chat", parts, waivers=list(waivers))
    architecture = link(design)
    spec = Spec(design, PATH, places or {})
    return lint(spec, architecture, estimate(architecture), rules, left_out=left_out, terms=terms)


def at(line: int, path: str = PATH) -> Position:
    """A place in the design's file."""
    return Position(path, line, 3)
