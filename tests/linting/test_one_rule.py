"""One rule: what it finds, or how it crashed and where."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from archgen import Calls, Client, Design, Retry, Service
from archgen.linting.problem_faults import problem_fault
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.link import link
from archgen.model.rule import Edit, Fact, Problem, Rule, Severity
from tests.linting.linted import linted

API = Service("API")
HERE = __file__
Check = Callable[[Architecture, Estimate], Iterable[Problem]]


def crashes(check: Check, path: str = "") -> list[str]:
    entry = Entry("made-up", "ours", "", "", Rule("OUR001", Severity.WARNING, check, [], []), "OUR001", path)
    return [crash.error for crash in linted(API, rules=[entry]).crashes]


def line_of(check: Check, offset: int) -> int:
    return check.__code__.co_firstlineno + offset


def divides(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    yield Problem(API, fix="y", because=[], message=str(1 / 0))


def leaves(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    yield Problem(API, "x", [], "y")
    sys.exit(0)


def gives_text(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    yield Problem(API, "x", [], "y")
    yield "not a problem"  # type: ignore[misc]


def returns_text(architecture: Architecture, estimate: Estimate) -> list[Problem]:
    return ["not a problem"]  # type: ignore[list-item]


def forgets(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    return None  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("check", "said", "offset"),
    [
        (divides, "ZeroDivisionError: division by zero", 1),
        (leaves, "SystemExit: 0", 2),
        (gives_text, "it gave a str, and no Problem", 2),
        (returns_text, "it gave a str, and no Problem", 0),
    ],
)
def test_of_a_rule_that_is_not_shipped_the_file_and_line_are_said(check: Check, said: str, offset: int) -> None:
    assert crashes(check) == [said]
    assert crashes(check, HERE) == [f"{said} ({HERE}:{line_of(check, offset)})"]


def test_a_rule_that_yields_nothing_to_go_through_is_a_crash() -> None:
    assert crashes(forgets) == ["TypeError: 'NoneType' object is not iterable"]


def test_what_cannot_even_be_said_is_a_crash_all_the_same() -> None:
    class Mute(Exception):
        def __str__(self) -> str:
            raise ValueError

    def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
        raise Mute

    assert crashes(check) == ["Mute"]


def test_whoever_stops_a_run_stops_it() -> None:
    def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        crashes(check)


def test_what_a_rule_prints_does_not_mix_with_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
        sys.stdout.write("hello\n")
        yield from ()

    assert crashes(check, HERE) == []
    assert capsys.readouterr() == ("", "hello\n")


def problem(**changes: Any) -> Any:
    return Problem(**{"subject": API, "message": "x", "because": [], "fix": "y", **changes})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "it gave nothing, and no Problem"),
        (problem(message=3), "the message of its problem is an int, and no text"),
        (problem(fix=None), "the fix of its problem is nothing, and no text"),
        (
            problem(because="it is so"),
            '`because` of its problem is a str, and no list; write stated(part, "attribute"), or Fact("...")',
        ),
        (problem(because=["it is so"]), '`because` of its problem holds a str; write stated(part, "attribute"), or Fact("...")'),
        (problem(edits=[API]), '`edits` of its problem holds API; write Edit(part, "attribute", value)'),
        (problem(also=["api"]), "`also` of its problem holds a str; give parts of the design"),
        (problem(severity="info"), "the severity of its problem is a str; write Severity.INFO, or leave it out"),
        (problem(subject="api"), "its problem is about a str, which is not in the design; give a part of the architecture"),
        (
            problem(subject=Service("Web")),
            "its problem is about Web, which is not in the design; give a part of the architecture",
        ),
        (problem(also=[Client("App")]), "its problem is about App, which is not in the design; give a part of the architecture"),
    ],
)
def test_what_is_no_problem_of_the_design_is_said(given: object, said: str) -> None:
    assert problem_fault(given, link(Design("Chat", [API]))) == said


def test_a_problem_may_be_about_anything_that_the_design_is_made_of() -> None:
    retry = Retry(attempts=3)
    design = Design("Chat", [Calls(API, Service("Users"), retry=retry)])
    given = (design, design.requirements, retry, *design.parts, API)
    facts = problem(because=[Fact("so")], edits=[Edit(API, "replicas", 2)])
    assert [problem_fault(one, link(design)) for one in (facts, *(problem(subject=part) for part in given))] == [""] * 6
