"""What is left out of a design, one thing after another."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archgen import Calls, Client, Database, Design, Requirements, Retry, Service, seconds
from archgen.estimating.run import estimate
from archgen.importers.yaml_text.nodes import parse
from archgen.linting.run import lint
from archgen.model.catalogue import Entry
from archgen.model.link import link
from archgen.model.positioned import Reading
from archgen.model.report import Finding
from archgen.model.rule import Problem, Rule, Severity
from archgen.model.spec import Spec
from archgen.pipeline.left_out import brought_by_leaving_out, places, without


def design() -> Design:
    call = Calls(Client("App"), Service("API", replicas=2), retry=Retry(attempts=3), timeout=seconds(1))
    return Design("Shop", [call, Database("Store", engine="PostgreSQL")], requirements=Requirements(staleness=seconds(5)))


@dataclass(frozen=True)
class Finder:
    """Finds an error where anything at all is said of nothing."""

    rule: Rule

    def found(self, design: Design) -> Sequence[Finding]:
        architecture = link(design)
        entry = Entry("x", "ours", "", "", self.rule, self.rule.code)
        return lint(Spec(design), architecture, estimate(architecture), [entry]).findings


def unsaid(architecture: Any, estimate: Any) -> list[Problem]:
    (call,), (store,) = architecture.connections(Calls), architecture.components(Database)
    found = {
        "no replicas": call.target.replicas is None,
        "no retry": call.retry is None,
        "no attempts": call.retry is not None and call.retry.attempts is None,
        "no engine": store.engine is None,
        "no staleness": architecture.design.requirements.staleness is None,
        "always": True,
    }
    return [Problem(store, message, [], "x") for message, is_so in found.items() if is_so]


def said(severity: Severity) -> list[tuple[str, str]]:
    rule = Rule("OUR001", severity, unsaid, [], [])
    return list(brought_by_leaving_out(link(design()), Finder(rule)))


def test_everything_that_is_stated_is_left_out_once_and_errors_that_come_of_it_are_told() -> None:
    rule = Rule("OUR001", Severity.ERROR, lambda a, e: [one for one in unsaid(a, e) if one.message != "always"], [], [])
    assert list(brought_by_leaving_out(link(design()), Finder(rule))) == [
        ("the staleness of the requirements", "no staleness"),
        ("the replicas of api", "no replicas"),
        ("the engine of store", "no engine"),
        ("the retry of app calls api", "no retry"),
        ("the retry.attempts of app calls api", "no attempts"),
    ]


def test_what_was_found_before_is_not_brought() -> None:
    assert said(Severity.ERROR) == []


def test_a_rule_that_finds_no_error_brings_none() -> None:
    assert said(Severity.WARNING) == []


def test_places_are_of_what_is_stated_and_not_of_names() -> None:
    data: dict[str, object] = {
        "archgen": 1,
        "design": "Shop",
        "components": {"a": {"kind": "client", "name": "A", "devices": 3}},
        "connections": [{"from": "a"}],
    }
    assert list(places(data)) == [("components", "a", "devices")]
    whole = parse(json.dumps(data), "shop.json", Reading())
    lacking = without(whole, ("components", "a", "devices"))
    assert lacking.plain() == {**data, "components": {"a": {"kind": "client", "name": "A"}}}
    assert without(whole, ("connections", 0, "from")).plain() == {**data, "connections": [{}]}
    assert whole.plain() == data
