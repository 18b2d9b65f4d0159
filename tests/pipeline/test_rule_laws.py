"""The laws that rules keep: each says what is wrong with a rule that breaks it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from archgen import Client, Database, Design, Queue, Reads, Service
from archgen.loading import library
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.rule import Edit, Fact, Problem, Rule, Severity, stated
from archgen.pipeline import house_laws, rule_laws
from archgen.pipeline.rule_laws import LAWS, Law, broken, name_of
from archgen.pipeline.rule_trial import Bench, Trial
from archgen.plugin import Whole

PAGE = "A claim.\n\n## Why it matters\nx.\n\n## What to do\ny.\n\n## When it does not apply\nz."
BENCH = Bench(library.rules())


def shop(**attributes: Any) -> Callable[[], Design]:
    return lambda: Design("Shop", [Reads(Service("API"), Database("Store", **attributes))])


def finding(**changes: Any) -> Callable[[Architecture, Estimate], Iterator[Problem]]:
    """Finds every database that does not state two replicas or more."""

    def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
        for store in architecture.components(Database):
            if store.replicas == 1:
                given = {"message": "alone", "because": [stated(store, "replicas")], "fix": "add one", **changes}
                yield Problem(store, **given)

    return check


GOOD = Rule("OUR001", Severity.WARNING, finding(), [shop(replicas=1)], [shop(), shop(replicas=2)])


def trial(page: str = PAGE, name: str = "lone-database", family: str = "ours", **changes: Any) -> Trial:
    rule = replace(GOOD, **changes)
    return Trial(Entry(name, family, "", page, rule, rule.code, __file__), BENCH)


def faults(law: Law, on_trial: Trial) -> list[str]:
    return [fault.message for fault in law(on_trial)]


def raises() -> Design:
    raise ValueError("no design today")


def crashes(architecture: Architecture, estimate: Estimate) -> Sequence[Problem]:
    return [1 / 0]  # type: ignore[list-item]


def takes_absence_for_no(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for store in architecture.components(Database):
        if (store.replicas or 1) < 2:
            yield Problem(store, "alone", [stated(store, "replicas")], "add one")


def always(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    yield Problem(architecture.design, "it is there", [], "remove it")


@dataclass(frozen=True)
class Untold:
    most: Whole = 3


def edits(**changes: Any) -> Callable[[Architecture, Estimate], Iterator[Problem]]:
    def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
        for problem in finding()(architecture, estimate):
            edit = Edit(problem.subject, "replicas", 2)
            yield replace(problem, edits=[replace(edit, **changes)], unsafe=changes.get("attribute") == "replicas")

    return check


def test_a_good_rule_keeps_every_law() -> None:
    assert list(broken(trial())) == []


@pytest.mark.parametrize(
    ("law", "changes", "said"),
    [
        ("has_cases", {"flagged": []}, "the rule has no flagged case; give it `flagged=[...]`"),
        ("has_cases", {"accepted": []}, "the rule has no accepted case; give it `accepted=[...]`"),
        ("makes_designs_of_its_cases", {"flagged": [raises]}, "flagged case 1 is no design: ValueError: no design today"),
        (
            "makes_designs_of_its_cases",
            {"accepted": [shop(), shop(replicas=0)]},
            "accepted case 2 is no design: replicas = 0: it must be over 0",
        ),
        (
            "makes_designs_of_its_cases",
            {"flagged": [lambda: Design("Shop", [Client("A"), Client("a")])]},
            'flagged case 1 is no design: two parts have the id "a"',
        ),
        ("does_not_crash", {"check": crashes}, "flagged case 1 crashes the rule: ZeroDivisionError: division by zero ({place})"),
        (
            "flags_what_it_says_that_it_flags",
            {"flagged": [shop()]},
            "flagged case 1 is not flagged: the rule finds nothing in it",
        ),
        (
            "accepts_what_it_says_that_it_accepts",
            {"accepted": [shop(), shop(replicas=1)]},
            'accepted case 2 is not accepted: the rule says "alone"',
        ),
        (
            "says_what_is_wrong_because_of_what_and_what_to_do",
            {"check": finding(fix=" ")},
            "flagged case 1: a finding has no fix",
        ),
        (
            "says_what_is_wrong_because_of_what_and_what_to_do",
            {"check": finding(because=())},
            "flagged case 1: a finding has no because",
        ),
        (
            "says_what_is_wrong_because_of_what_and_what_to_do",
            {"check": finding(because=[Fact("so"), Fact("")])},
            "flagged case 1: a finding has a reason that says nothing",
        ),
        (
            "is_never_worse_than_it_says",
            {"check": finding(severity=Severity.ERROR)},
            "flagged case 1: a finding is error, worse than the warning that the rule says",
        ),
        (
            "is_never_worse_than_it_says",
            {"check": finding(severity=Severity.INFO)},
            "no flagged case is as bad as the rule says: warning",
        ),
        (
            "has_a_page_with_its_sections",
            {"page": PAGE.replace("to do", "not to do")},
            'the page has nothing under "## What to do"',
        ),
        (
            "has_a_page_with_its_sections",
            {"page": PAGE.replace("A claim.", "# Claim")},
            "the page must begin with a claim, a sentence that ends with a full stop",
        ),
        (
            "points_to_what_exists",
            {"see": ["websocket", "LT017", "websockett"]},
            '`see` names "websockett", and there is no such rule or pattern; did you mean "websocket"?',
        ),
        ("says_nothing_of_an_empty_design", {"check": always}, 'of an empty design the rule says "it is there"'),
        (
            "takes_nothing_stated_for_no",
            {"check": takes_absence_for_no, "severity": Severity.ERROR, "accepted": [shop(replicas=2)]},
            'accepted case 1: without the replicas of store the rule says "alone", as if that stated a no',
        ),
        (
            "edits_what_can_be_stated",
            {"check": edits(attribute="replica")},
            'flagged case 1: an edit of replica states an attribute that its part has not; did you mean "replicas"?',
        ),
        (
            "edits_what_can_be_stated",
            {"check": edits(value=1)},
            "flagged case 1: an edit of replicas states what is stated already",
        ),
        (
            "edits_what_can_be_stated",
            {"check": edits()},
            "flagged case 1: an edit of replicas states something else than what is stated; make it unsafe=True",
        ),
        (
            "says_what_its_options_mean",
            {"options": Untold},
            "the option most has no text below it that says what it means",
        ),
    ],
)
def test_a_rule_that_breaks_a_law_is_told_so(law: str, changes: dict[str, Any], said: str) -> None:
    place = f"{__file__}:{crashes.__code__.co_firstlineno + 1}"
    found = faults(getattr(rule_laws, law), trial(**changes))
    assert found[0].startswith(said.replace("{place}", place))


@pytest.mark.parametrize(
    ("law", "changes", "said"),
    [
        ("has_enough_cases", {}, "the rule has 1 flagged cases, and needs 2"),
        ("has_a_code_of_its_family", {}, "the code OUR001 must be CA and three digits, as its family is caching"),
        ("is_named_for_what_it_flags", {"name": "no-replicas"}, "the name no-replicas does not say what is flagged"),
        (
            "is_as_bad_as_it_says_in_its_first_case",
            {"check": finding(severity=Severity.INFO)},
            "flagged case 1 is not as bad as the rule says: warning",
        ),
        (
            "reads_the_same_for_a_design_in_python_and_in_yaml",
            {"check": finding(fix="state replicas=2")},
            'the fix of flagged case 1 has "s=2", which only one form of a design has',
        ),
        (
            "leaves_full_stops_to_the_reporters",
            {"check": finding(message="alone.")},
            'flagged case 1: the message "alone." ends with a full stop',
        ),
        (
            "is_about_parts_of_the_design",
            {"check": always},
            'flagged case 1: "it is there" is about no part of the design',
        ),
        (
            "accepts_what_no_other_rule_calls_an_error",
            {"accepted": [lambda: next(iter(library.rules().get("AR031").value.flagged))()]},
            "accepted case 1: AR031 says ",
        ),
        (
            "is_flagged_by_no_other_rule_that_it_does_not_name",
            {"flagged": [lambda: next(iter(library.rules().get("AR031").value.flagged))()]},
            "flagged case 1: AR031 says ",
        ),
        (
            "is_flagged_by_no_other_rule_that_it_does_not_name",
            {"flagged": [lambda: next(iter(library.rules().get("AR031").value.flagged))()], "beside": ["AR031", "AR022"]},
            "`beside` names AR022, which warns of none of the flagged cases",
        ),
    ],
)
def test_a_rule_that_is_shipped_owes_more(law: str, changes: dict[str, Any], said: str) -> None:
    assert faults(getattr(house_laws, law), trial(**{"family": "caching", **changes}))[0].startswith(said)


def test_a_flagged_case_may_be_the_business_of_others_whom_the_rule_names() -> None:
    flagged = [lambda: next(iter(library.rules().get("AR031").value.flagged))()]
    assert faults(house_laws.is_flagged_by_no_other_rule_that_it_does_not_name, trial(flagged=flagged, beside=["AR031"])) == []


def test_infos_and_questions_of_others_do_not_count() -> None:
    flagged = [lambda: list(library.rules().get("AR031").value.flagged)[1]()]
    assert faults(house_laws.is_flagged_by_no_other_rule_that_it_does_not_name, trial(flagged=flagged)) == []


def test_a_fault_is_placed_at_the_case_that_shows_it() -> None:
    (fault,) = rule_laws.flags_what_it_says_that_it_flags(trial(flagged=[lambda: Design("Shop", [Queue("Jobs")])]))
    assert fault.position
    assert fault.position.path == __file__
    line = test_a_fault_is_placed_at_the_case_that_shows_it.__code__.co_firstlineno + 1
    assert fault.position.line == line


def test_a_law_is_told_by_its_name() -> None:
    assert len({name_of(law) for law in (*LAWS, *house_laws.HOUSE_LAWS)}) == len({*LAWS, *house_laws.HOUSE_LAWS})
    assert all(law.__doc__ for law in house_laws.HOUSE_LAWS)


def test_whoever_stops_a_trial_stops_it() -> None:
    def stopped() -> Design:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(broken(trial(flagged=[stopped])))
